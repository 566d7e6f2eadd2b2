package io.sioscope.app.ui.palette;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The palette above the window: a field, and what fits below it. Escape or a click beside it closes it. */
public final class PaletteView extends StackPane {

    /** Its node's id. */
    public static final String ID = "palette";

    private static final double WIDTH = 600;
    private static final double ROW = 32;
    private static final int ROWS = 12;
    private static final int PAGE = 10;

    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField query = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    /**
     * A palette.
     *
     * @param model what it shows
     * @param texts its words
     * @param close takes it away
     */
    public PaletteView(PaletteViewModel model, Texts texts, Runnable close) {
        this.model = model;
        this.close = close;
        setId(ID);
        getStyleClass().addAll("veil", "palette");
        getStylesheets().add(String.valueOf(PaletteView.class.getResource("palette.css")));
        query.setId("palette-query");
        query.setPromptText(texts.get("prompt"));
        query.setAccessibleText(texts.get("prompt"));
        query.textProperty().bindBidirectional(model.queryProperty());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox field = new HBox(8, Icons.of("mdi2m-magnify", "quiet"), query);
        field.getStyleClass().addAll("palette-field", "line-below");
        Label nothing = new Label();
        nothing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("nothing", model.queryProperty().get()), model.queryProperty()));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        list.setId("palette-list");
        list.setAccessibleText(texts.get("list"));
        list.setItems(model.hits());
        list.setPlaceholder(nothing);
        list.setFixedCellSize(ROW);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(model.hits().size(), 2, ROWS) * ROW + 2, model.hits()));
        list.setCellFactory(ignored -> new PaletteCell(texts));
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> run());
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                model.pickedProperty().set(now.intValue());
            }
        });
        Listening.to(this, model.pickedProperty(), ignored -> showPicked());
        VBox box = new VBox(field, list);
        box.getStyleClass().addAll("card", "palette-box");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(texts.get("title"));
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
        showPicked();
    }

    /** Puts the focus into the field. */
    public void focusFirst() {
        query.requestFocus();
    }

    private void showPicked() {
        int picked = model.pickedProperty().get();
        if (picked >= 0) {
            list.getSelectionModel().clearAndSelect(picked);
            list.scrollTo(Math.max(0, picked - ROWS / 2));
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> run();
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-PAGE);
            case PAGE_DOWN -> model.move(PAGE);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run() {
        model.chosen().ifPresent(entry -> {
            close.run();
            entry.action().run();
        });
    }
}
