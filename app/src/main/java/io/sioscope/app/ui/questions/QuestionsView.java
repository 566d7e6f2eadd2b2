package io.sioscope.app.ui.questions;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Questions and saved filters; up and down walk them, Enter or a click filters. */
public final class QuestionsView extends VBox {

    private final QuestionsViewModel model;
    private final Texts texts;
    private final VBox questions = new VBox();
    private final VBox saved = new VBox();
    private final TextField name = new TextField();
    private final List<ToggleButton> buttons = new ArrayList<>();

    /**
     * A part of the side bar.
     *
     * @param model what it shows
     * @param texts its words
     */
    public QuestionsView(QuestionsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("questions");
        getStyleClass().add("questions");
        getStylesheets().add(String.valueOf(QuestionsView.class.getResource("questions.css")));
        Button keep = new Button();
        keep.setId("keep-filter");
        keep.getStyleClass().addAll("flat", "icon-only");
        keep.setGraphic(Icons.of("mdi2p-plus"));
        Tips.name(keep, texts.get("keep"), null);
        keep.disableProperty().bind(model.savableProperty().not());
        keep.setOnAction(event -> nameIt());
        name.setId("filter-name");
        name.setPromptText(texts.get("name"));
        name.setAccessibleText(texts.get("name"));
        name.setOnAction(event -> keepNamed());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showName(false);
                event.consume();
            }
        });
        showName(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox savedHead = new HBox(caption("saved"), space, keep);
        savedHead.getStyleClass().add("questions-head");
        HBox head = new HBox(caption("questions"));
        head.getStyleClass().add("questions-head");
        VBox all = new VBox(head, questions, savedHead, name, saved);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        Listening.toList(this, model.lines(), (ListChangeListener<QuestionLine>) change -> fill());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        fill();
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().add("caption");
        return caption;
    }

    private void nameIt() {
        showName(true);
        name.clear();
        name.requestFocus();
    }

    private void keepNamed() {
        model.keep(name.getText());
        showName(false);
    }

    private void showName(boolean shown) {
        name.setVisible(shown);
        name.setManaged(shown);
    }

    /** Buttons are kept while their number is the same, so that the focus stays where it is while counts change. */
    private void fill() {
        List<QuestionLine> lines = model.lines();
        if (lines.size() != buttons.size()) {
            buttons.clear();
            questions.getChildren().clear();
            saved.getChildren().clear();
            for (QuestionLine line : lines) {
                ToggleButton button = new ToggleButton();
                button.getStyleClass().addAll("flat", "question");
                button.setMaxWidth(Double.MAX_VALUE);
                buttons.add(button);
                (line.saved() ? saved : questions).getChildren().add(button);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            show(buttons.get(i), lines.get(i));
        }
    }

    private void show(ToggleButton button, QuestionLine line) {
        if (line.equals(button.getUserData())) {
            button.setSelected(line.on());
            return;
        }
        button.setUserData(line);
        button.setId("question-" + line.filter().replaceAll("[^a-z0-9]+", "-"));
        Label words = new Label(line.words());
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label count = new Label(line.count());
        count.getStyleClass().addAll("mono", "quiet");
        count.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, Icons.of(line.icon(), line.count().isEmpty() ? "quiet" : line.colour()), words, space, count);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setGraphic(row);
        button.setSelected(line.on());
        Tips.name(button, texts.get("tip", line.words(), line.filter()), null);
        button.setAccessibleText(texts.get("spoken", line.words(), line.count().isEmpty() ? "0" : line.count()));
        button.setOnAction(event -> {
            button.setSelected(line.on());
            model.toggle(line);
        });
        button.setContextMenu(line.saved() ? menu(line) : null);
        button.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE && line.saved()) {
                model.remove(line);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                button.fire();
                event.consume();
            }
        });
    }

    private ContextMenu menu(QuestionLine line) {
        MenuItem remove = new MenuItem(texts.get("remove"), Icons.of("mdi2d-delete-outline"));
        remove.setOnAction(event -> model.remove(line));
        return new ContextMenu(remove);
    }

    private void onKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (by == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        for (int i = 0; i < buttons.size(); i++) {
            Node button = buttons.get(i);
            if (button.isFocused() && i + by >= 0 && i + by < buttons.size()) {
                buttons.get(i + by).requestFocus();
                event.consume();
                return;
            }
        }
    }
}
