package io.sioscope.app.ui.settings;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The page of settings. Each choice holds at once. */
public final class SettingsView extends ScrollPane {

    private static final double WIDTH = 640;
    private static final double LABEL = 160;
    private static final double FIELD = 200;

    private final Texts texts;
    private final ComboBox<String> theme;

    /**
     * A page.
     *
     * @param model what it shows
     * @param texts its words
     */
    public SettingsView(SettingsViewModel model, Texts texts) {
        this.texts = texts;
        setId("settings-page");
        setFitToWidth(true);
        getStyleClass().addAll("plain-scroll", "settings-page");
        getStylesheets().add(String.valueOf(SettingsView.class.getResource("settings.css")));
        Label title = new Label(texts.get("title"));
        title.getStyleClass().add("page-head");
        theme = box("theme", SettingsViewModel.THEMES, model.themeProperty(), each -> texts.get("theme." + each));
        ComboBox<String> language = box(
                "language", SettingsViewModel.LANGUAGES, model.languageProperty(), each -> texts.get("language." + each));
        ComboBox<Integer> size = box(
                "size", SettingsViewModel.PERCENTS, model.textPercentProperty(), each -> texts.get("percent", each));
        CheckBox motion = new CheckBox(texts.get("motion.words"));
        motion.setId("settings-motion");
        motion.selectedProperty().bindBidirectional(model.motionProperty());
        Button reset = new Button(texts.get("reset"));
        reset.setId("settings-reset");
        reset.setOnAction(event -> model.reset());
        VBox page = new VBox(
                title,
                caption("look"),
                row("theme", theme, ""),
                row("size", size, "size.note"),
                row("motion", motion, ""),
                caption("speech"),
                row("language", language, "language.note"),
                caption("files"),
                row("folder", folder(model), "folder.note"),
                reset);
        page.getStyleClass().add("settings");
        page.setMaxWidth(WIDTH);
        setContent(page);
    }

    /** Puts the focus on the first choice. */
    public void focusFirst() {
        theme.requestFocus();
    }

    private <T> ComboBox<T> box(String key, List<T> choices, Property<T> value, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("settings-" + key);
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T each) {
                return each == null ? "" : words.apply(each);
            }

            @Override
            public T fromString(String typed) {
                return value.getValue();
            }
        });
        box.valueProperty().bindBidirectional(value);
        box.setAccessibleText(texts.get(key));
        box.setPrefWidth(FIELD);
        return box;
    }

    private Node folder(SettingsViewModel model) {
        Label path = new Label(model.folder().toString());
        path.getStyleClass().add("mono");
        path.setMinWidth(0);
        path.setTooltip(new javafx.scene.control.Tooltip(model.folder().toString()));
        Button copy = new Button();
        copy.getStyleClass().addAll("flat", "icon-only");
        copy.setGraphic(Icons.of("mdi2c-content-copy"));
        Tips.name(copy, texts.get("folder.copy"), null);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.folder().toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox line = new HBox(4, path, copy);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get("caption." + key));
        caption.getStyleClass().addAll("caption", "settings-caption");
        return caption;
    }

    private Node row(String key, Node field, String note) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        label.setLabelFor(field);
        HBox line = new HBox(8, label, field);
        line.getStyleClass().add("settings-row");
        if (note.isEmpty()) {
            return line;
        }
        Label words = new Label(texts.get(note));
        words.getStyleClass().addAll("small", "quiet", "settings-note");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return new VBox(2, line, words);
    }
}
