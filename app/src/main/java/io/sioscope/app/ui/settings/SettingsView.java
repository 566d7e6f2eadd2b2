package io.sioscope.app.ui.settings;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.SegmentedToggle;
import io.sioscope.app.ui.kit.TextScale;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workspace.Preferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The settings page. Everything shows at once; nothing has to be confirmed. */
@SuppressWarnings("NullAway.Init")
public final class SettingsView extends ScrollPane {

    private static final String ENGLISH = "en";
    private static final String FRENCH = "fr";

    private final SettingsViewModel model;
    private final Texts texts;

    @FXML
    private VBox looks;

    @FXML
    private VBox records;

    @FXML
    private TextField folder;

    @FXML
    private Button copy;

    @FXML
    private Label copied;

    @FXML
    private Button reset;

    /**
     * A page.
     *
     * @param model what it shows
     * @param texts its words
     */
    public SettingsView(SettingsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Fxml.load(this, texts);
    }

    /** Puts the focus on the first choice. */
    public void focusFirst() {
        Node first = lookup("#settings-theme");
        if (first instanceof SegmentedToggle<?> toggle) {
            toggle.focusChosen();
        }
    }

    @FXML
    private void initialize() {
        looks.getChildren()
                .addAll(
                        row("theme", choice("theme", looks(), Preferences::look, Preferences::withLook)),
                        row("language", choice("language", languages(), Preferences::language, Preferences::withLanguage)),
                        row("size", choice("size", sizes(), Preferences::textSize, Preferences::withTextSize)),
                        row("motion", choice("motion", motions(), Preferences::motion, Preferences::withMotion)));
        records.getChildren()
                .addAll(
                        row("cap", box("cap", model.megabytes(), this::size, Preferences::recordingMegabytes, Preferences::withRecordingMegabytes)),
                        row("keep", box("keep", model.days(), this::days, Preferences::keepDays, Preferences::withKeepDays)));
        folder.setText(model.folder());
        copy.setGraphic(Icons.of("mdi2c-content-copy"));
        Tips.name(copy, texts.get("files.copy"), null);
        copy.setOnAction(event -> onCopy());
        reset.setOnAction(event -> model.reset());
        reset.disableProperty().bind(model.chosenProperty().isEqualTo(Preferences.DEFAULTS));
    }

    private HBox row(String key, Node control) {
        Label name = new Label(texts.get(key + ".name"));
        name.getStyleClass().add("strong");
        Label note = new Label(texts.get(key + ".note"));
        note.getStyleClass().addAll("small", "quiet");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, name, note);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(24, words, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private <T> SegmentedToggle<T> choice(
            String key, Map<T, String> labels, Function<Preferences, T> of, BiFunction<Preferences, T, Preferences> with) {
        T now = of.apply(model.chosenProperty().get());
        SegmentedToggle<T> toggle = new SegmentedToggle<>(labels, now);
        toggle.setId("settings-" + key);
        toggle.setAccessibleText(texts.get(key + ".name"));
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.valueProperty().addListener((property, before, wanted) -> model.change(chosen -> with.apply(chosen, wanted)));
        Listening.to(this, model.chosenProperty(), (property, before, chosen) -> toggle.valueProperty().set(of.apply(chosen)));
        return toggle;
    }

    private ComboBox<Integer> box(
            String key,
            List<Integer> values,
            Function<Integer, String> words,
            Function<Preferences, Integer> of,
            BiFunction<Preferences, Integer, Preferences> with) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("settings-" + key);
        box.setAccessibleText(texts.get(key + ".name"));
        box.getItems().setAll(values);
        box.setConverter(new Words(words));
        box.setMinWidth(USE_PREF_SIZE);
        box.setValue(of.apply(model.chosenProperty().get()));
        box.valueProperty().addListener((property, before, wanted) -> model.change(chosen -> with.apply(chosen, wanted)));
        Listening.to(this, model.chosenProperty(), (property, before, chosen) -> box.setValue(of.apply(chosen)));
        return box;
    }

    private Map<Preferences.Look, String> looks() {
        Map<Preferences.Look, String> labels = new LinkedHashMap<>();
        for (Preferences.Look look : Preferences.Look.values()) {
            labels.put(look, texts.get("theme." + look.name().toLowerCase(Locale.ROOT)));
        }
        return labels;
    }

    private Map<Preferences.Motion, String> motions() {
        Map<Preferences.Motion, String> labels = new LinkedHashMap<>();
        for (Preferences.Motion motion : Preferences.Motion.values()) {
            labels.put(motion, texts.get("motion." + motion.name().toLowerCase(Locale.ROOT)));
        }
        return labels;
    }

    private Map<String, String> languages() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Preferences.SYSTEM_LANGUAGE, texts.get("language.system"));
        labels.put(ENGLISH, texts.get("language.english"));
        labels.put(FRENCH, texts.get("language.french"));
        return labels;
    }

    private Map<Integer, String> sizes() {
        Map<Integer, String> labels = new LinkedHashMap<>();
        TextScale.SIZES.forEach(size -> labels.put(size, texts.get("size.percent", size)));
        return labels;
    }

    private String size(int megabytes) {
        return texts.formats().size(megabytes * 1_000_000L);
    }

    private String days(int days) {
        return days == Preferences.FOR_EVER ? texts.get("keep.always") : texts.get("keep.days", days);
    }

    private void onCopy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.folder());
        Clipboard.getSystemClipboard().setContent(content);
        copied.setVisible(true);
    }

    private static final class Words extends StringConverter<Integer> {

        private final Function<Integer, String> words;

        Words(Function<Integer, String> words) {
            this.words = words;
        }

        @Override
        public String toString(Integer value) {
            return words.apply(value);
        }

        @Override
        public Integer fromString(String text) {
            return 0;
        }
    }
}
