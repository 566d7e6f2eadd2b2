package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One setting: its name, what it is, what it means; and, where it is otherwise than usual, a mark and the way back. */
final class SettingLine extends VBox {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final char NO_BREAK = '\u00a0';
    private static final double NAME = 180;
    private static final double VALUE = 220;

    private final Setting setting;
    private final Texts texts;
    private final Label name = new Label();
    private final Button reset = new Button();

    SettingLine(Setting setting, Texts texts, Supplier<Optional<Path>> pick) {
        this.setting = setting;
        this.texts = texts;
        getStyleClass().add("setting-line");
        name.setText(SettingWords.name(setting, texts));
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        Label meaning = new Label(texts.get(
                "setting.meaning",
                texts.get("setting." + setting.key() + ".means"),
                SettingWords.usual(setting, texts).replace(' ', NO_BREAK)));
        meaning.getStyleClass().addAll("small", "quiet");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        reset.setId("reset-" + setting.key());
        reset.getStyleClass().addAll("flat", "icon-only", "in-row");
        reset.setGraphic(Icons.small("mdi2u-undo"));
        Tips.name(reset, texts.get("setting.reset", name.getText(), SettingWords.usual(setting, texts)), null);
        reset.setOnAction(event -> setting.reset());
        HBox value = new HBox(4);
        value.setAlignment(Pos.CENTER_LEFT);
        value.setMinWidth(VALUE);
        value.setPrefWidth(VALUE);
        value.setMaxWidth(VALUE);
        HBox cells = new HBox(8, name, value, meaning, reset);
        cells.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(cells);
        switch (setting) {
            case Setting.Switch it -> value.getChildren().setAll(named(onOff(it)));
            case Setting.Choice<?> it -> value.getChildren().setAll(named(choice(it)));
            case Setting.Typed<?> it -> typed(it, value, pick);
        }
        Listening.to(this, setting.changes(), ignored -> mark());
        mark();
    }

    private void mark() {
        boolean differs = setting.differs();
        pseudoClassStateChanged(DIFFERS, differs);
        reset.setVisible(differs);
        name.setAccessibleText(
                differs ? texts.get("setting.differs", name.getText(), SettingWords.usual(setting, texts)) : name.getText());
    }

    private <C extends Control> C named(C control) {
        control.setId("setting-" + setting.key());
        control.setAccessibleText(name.getText());
        control.setAccessibleHelp(texts.get("setting." + setting.key() + ".means"));
        name.setLabelFor(control);
        return control;
    }

    private CheckBox onOff(Setting.Switch it) {
        CheckBox box = new CheckBox();
        box.selectedProperty().bindBidirectional(it.onProperty());
        return box;
    }

    private <E extends Enum<E>> ComboBox<E> choice(Setting.Choice<E> it) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(it.all());
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null ? "" : SettingWords.choice(it, value, texts);
            }

            @Override
            public E fromString(String words) {
                return it.usual();
            }
        });
        box.valueProperty().bindBidirectional(it.valueProperty());
        return box;
    }

    private void typed(Setting.Typed<?> it, HBox value, Supplier<Optional<Path>> pick) {
        TextField field = named(new TextField());
        field.getStyleClass().add("mono");
        field.setPromptText(SettingWords.usual(it, texts));
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().bindBidirectional(it.textProperty());
        value.getChildren().setAll(field);
        if (it.kind() == Setting.Typed.Kind.FILE) {
            value.getChildren().add(picker(it, pick));
        }
        Label problem = new Label();
        problem.setId("problem-" + it.key());
        problem.getStyleClass().addAll("note", "fault", "setting-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        getChildren().add(problem);
        Listening.to(this, it.problemProperty(), ignored -> tell(problem, field, it.problemProperty().get()));
        tell(problem, field, it.problemProperty().get());
    }

    private Node picker(Setting.Typed<?> it, Supplier<Optional<Path>> pick) {
        Button button = new Button();
        button.setId("pick-" + it.key());
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.of("mdi2f-folder-open-outline"));
        Tips.name(button, texts.get("setting.pick", name.getText()), null);
        button.setOnAction(event -> pick.get().ifPresent(file -> it.textProperty().set(file.toString())));
        return button;
    }

    private static void tell(Label problem, TextField field, String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
        field.getStyleClass().remove("invalid");
        if (!words.isEmpty()) {
            field.getStyleClass().add("invalid");
        }
    }
}
