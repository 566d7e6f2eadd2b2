package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.StringConverter;

/** One option on the page: its name, its control, what is wrong with it; a dot before the name where it is not at its default. */
final class OptionRow extends VBox {

    static final double LABEL = 120;
    private static final double SHORT = 72;
    private static final double DOT = 2.5;
    private static final double MARGIN = 8;
    private static final double MIDDLE = 14;

    /** Times, sizes and numbers: a few letters, and what they mean beside them. */
    private static final List<String> SHORTS =
            List.of("port", "ping", "gone", "size", "away", "threshold", "deflating", "upgrading", "joining", "heads", "outbound");

    private static final List<String> PROMPTED = List.of(
            "namespaces", "bind", "cookie", "certificate", "key", "password", "cors", "methods", "allowed", "exposed");

    private final HostOption option;
    private final Texts texts;
    private final Control control;
    private final Label problem = new Label();
    private final BooleanBinding differs;

    OptionRow(HostOption option, Texts texts) {
        this.option = option;
        this.texts = texts;
        this.differs = option.differs();
        this.control = control();
        control.setId("host-" + option.key());
        problem.getStyleClass().addAll("note", "fault");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        showProblem("");
        HBox line = new HBox(8, name(), control, dot());
        line.getStyleClass().add("form-row");
        if (SHORTS.contains(option.key())) {
            Label note = new Label(texts.get(option.key() + ".note"));
            note.getStyleClass().addAll("small", "quiet");
            note.setTooltip(new Tooltip(help()));
            line.getChildren().add(note);
        }
        getChildren().addAll(line, problem);
        visibleProperty().bind(option.relevant());
        managedProperty().bind(option.relevant());
    }

    private String help() {
        return texts.get(option.key() + ".help");
    }

    private Label name() {
        Label name = new Label(texts.get(option.key()));
        name.setMinWidth(LABEL);
        name.setPrefWidth(LABEL);
        name.setLabelFor(control);
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> differs.get() ? texts.get("differs", help()) : help(), differs));
        name.setTooltip(tip);
        control.setTooltip(tip);
        control.accessibleHelpProperty().bind(tip.textProperty());
        return name;
    }

    /** In the margin, so that no name is shorter for it. */
    private Circle dot() {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("differs");
        dot.setManaged(false);
        dot.setLayoutX(-MARGIN);
        dot.setLayoutY(MIDDLE);
        dot.visibleProperty().bind(differs);
        return dot;
    }

    private Control control() {
        return switch (option) {
            case HostOption.Typed<?> typed -> field(typed);
            case HostOption.Switch each -> box(each);
            case HostOption.Choice<?> choice -> choices(choice);
        };
    }

    private TextField field(HostOption.Typed<?> typed) {
        TextField field = typed.key().equals("password") ? new PasswordField() : new TextField();
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(typed.text);
        field.setAccessibleText(texts.get(typed.key()));
        if (PROMPTED.contains(typed.key())) {
            field.setPromptText(texts.get(typed.key() + ".prompt"));
        }
        if (SHORTS.contains(typed.key())) {
            field.setMinWidth(SHORT);
            field.setPrefWidth(SHORT);
            field.setMaxWidth(SHORT);
        } else {
            field.setMinWidth(40);
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        return field;
    }

    private CheckBox box(HostOption.Switch each) {
        CheckBox box = new CheckBox(texts.get(each.key() + ".words"));
        box.selectedProperty().bindBidirectional(each.on);
        box.setAccessibleText(texts.get("said", texts.get(each.key()), texts.get(each.key() + ".words")));
        return box;
    }

    private <E extends Enum<E>> ComboBox<E> choices(HostOption.Choice<E> choice) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(choice.all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E each) {
                return each == null ? "" : texts.get(choice.wordsOf(each));
            }

            @Override
            public E fromString(String words) {
                return choice.chosen.get();
            }
        });
        box.valueProperty().bindBidirectional(choice.chosen);
        box.setAccessibleText(texts.get(choice.key()));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    HostOption option() {
        return option;
    }

    /** Whether it is not at its default while it stands there. */
    BooleanBinding differs() {
        return Bindings.and(differs, option.relevant());
    }

    Control field() {
        return control;
    }

    /** Says what is wrong; empty where nothing is. */
    void showProblem(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
        control.getStyleClass().remove("invalid");
        if (!words.isEmpty()) {
            control.getStyleClass().add("invalid");
        }
    }
}
