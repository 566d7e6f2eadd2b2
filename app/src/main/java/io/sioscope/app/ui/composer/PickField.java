package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A choice among many: it names what is chosen, and while one types it offers what contains that. The focus stays in the field:
 * up and down walk the offers, Enter takes one, Escape and leaving keep what was chosen before. A list shows the first hundred
 * and says how many more there are.
 */
final class PickField extends HBox {

    private static final double ROW = 24;
    private static final double LEAST_WIDTH = 264;
    private static final int MOST_ROWS = 12;
    private static final double BORDERS = 2;

    private final TextField field = new TextField();
    private final Function<String, TargetsFound> search;
    private final ObjectProperty<@Nullable TargetChoice> value;
    private final ListView<TargetChoice> list = new ListView<>();
    private final Label more = new Label();
    private final VBox box = new VBox(list, more);
    private final Popup popup = new Popup();
    private final Tooltip tip = new Tooltip();
    private final String name;
    private final Texts texts;
    private boolean writing;

    PickField(
            Function<String, TargetsFound> search, ObjectProperty<@Nullable TargetChoice> value, String name, Texts texts) {
        this.search = search;
        this.value = value;
        this.texts = texts;
        this.name = name;
        getStyleClass().addAll("suggest-field", "pick-field");
        field.setAccessibleText(name);
        field.setTooltip(tip);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button all = new Button();
        all.getStyleClass().addAll("flat", "icon-only", "suggest-button");
        all.setGraphic(Icons.small("mdi2c-chevron-down"));
        all.setAccessibleText(name);
        all.setFocusTraversable(false);
        all.setOnAction(event -> toggle());
        getChildren().addAll(field, all);
        buildList();
        field.textProperty().addListener((property, before, now) -> {
            if (field.isFocused() && !writing) {
                offer(now);
            }
        });
        field.focusedProperty().addListener((property, before, now) -> onFocus(now));
        field.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> toggle());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        Listening.to(this, value, ignored -> show());
        show();
    }

    private void buildList() {
        list.getStyleClass().add("suggestions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ChoiceCell());
        list.setOnMouseClicked(event -> take(list.getSelectionModel().getSelectedItem()));
        more.getStyleClass().addAll("note", "quiet", "pick-more");
        more.setMaxWidth(Double.MAX_VALUE);
        box.getStyleClass().add("pick-list");
        box.getStylesheets()
                .add(Objects.requireNonNull(PickField.class.getResource("composer.css")).toExternalForm());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /** The field itself. */
    TextField field() {
        return field;
    }

    private void onFocus(boolean focused) {
        if (focused) {
            field.selectAll();
        } else {
            popup.hide();
            show();
        }
    }

    private void show() {
        TargetChoice now = value.get();
        if (field.isFocused() && popup.isShowing()) {
            return;
        }
        writing = true;
        field.setText(now == null ? "" : now.brief());
        field.setAccessibleHelp(now == null ? "" : now.words());
        tip.setText(now == null ? name : texts.get("pick.tip", name, now.words()));
        field.home();
        writing = false;
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            field.requestFocus();
            field.selectAll();
            offer("");
        }
    }

    private void offer(String typed) {
        TargetsFound found = search.apply(typed);
        if (getScene() == null || !getScene().getWindow().isShowing()) {
            return;
        }
        list.getItems().setAll(found.choices());
        list.getSelectionModel().clearSelection();
        more.setVisible(found.more() > 0 || found.choices().isEmpty());
        more.setManaged(more.isVisible());
        more.setText(found.choices().isEmpty() ? texts.get("pick.none") : texts.get("pick.more", found.more()));
        int rows = Math.clamp(found.choices().size(), 0, MOST_ROWS);
        list.setPrefSize(Math.max(LEAST_WIDTH, getWidth()), rows == 0 ? 0 : rows * ROW + BORDERS);
        list.setMinHeight(list.getPrefHeight());
        list.setMaxHeight(list.getPrefHeight());
        place();
    }

    private void place() {
        Bounds here = localToScreen(getBoundsInLocal());
        if (here == null) {
            return;
        }
        if (!popup.isShowing()) {
            popup.show(getScene().getWindow(), here.getMinX(), here.getMinY());
        }
        box.applyCss();
        popup.setY(Math.max(0, here.getMinY() - box.prefHeight(-1) - BORDERS));
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isControlDown();
        if (!plain) {
            return;
        }
        boolean showing = popup.isShowing();
        switch (event.getCode()) {
            case DOWN -> walk(1);
            case UP -> walk(-1);
            case ESCAPE -> {
                if (!showing) {
                    return;
                }
                popup.hide();
                show();
                field.selectAll();
            }
            case ENTER -> {
                if (showing) {
                    TargetChoice picked = list.getSelectionModel().getSelectedItem();
                    take(picked == null && !list.getItems().isEmpty() ? list.getItems().getFirst() : picked);
                } else {
                    offer("");
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void walk(int step) {
        if (!popup.isShowing()) {
            offer("");
            return;
        }
        int size = list.getItems().size();
        if (size > 0) {
            int at = list.getSelectionModel().getSelectedIndex();
            int next = at < 0 ? (step > 0 ? 0 : size - 1) : Math.clamp(at + step, 0, size - 1);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
        }
    }

    private void take(@Nullable TargetChoice chosen) {
        popup.hide();
        if (chosen != null) {
            value.set(chosen);
        }
        show();
        field.selectAll();
    }

    private static String icon(TargetKind kind) {
        return switch (kind) {
            case SERVER -> "mdi2s-server-network";
            case EVERYWHERE, ALL -> "mdi2b-bullhorn-outline";
            case ROOM -> "mdi2a-account-group-outline";
            case SOCKET -> "mdi2a-account-circle-outline";
            case NOBODY -> "mdi2m-minus";
        };
    }

    private static final class ChoiceCell extends ListCell<TargetChoice> {

        @Override
        protected void updateItem(@Nullable TargetChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.words());
            setGraphic(empty || choice == null ? null : Icons.small(icon(choice.kind())));
            setGraphicTextGap(8);
        }
    }
}
