package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.SpecProblem;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The options of a host: each with its meaning, its default, and below it what is wrong with what was typed. */
final class HostFormPane extends VBox {

    private static final double LABEL = 120;
    private static final double SHORT = 72;

    private final Texts texts;
    private final HostForm form;
    private final Map<SpecProblem.Field, Label> problems = new EnumMap<>(SpecProblem.Field.class);
    private final Map<SpecProblem.Field, TextField> fields = new EnumMap<>(SpecProblem.Field.class);
    private final TextField port;

    HostFormPane(HostForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
        setSpacing(4);
        port = field("port", form.port, SpecProblem.Field.PORT);
        getChildren().add(caption("listen"));
        shortRow("port", port, SpecProblem.Field.PORT);
        row("path", field("path", form.path, SpecProblem.Field.PATH), SpecProblem.Field.PATH);
        row("namespaces", field("namespaces", form.namespaces, SpecProblem.Field.NAMESPACE), SpecProblem.Field.NAMESPACE);
        row("bind", field("bind", form.bind, SpecProblem.Field.BIND), SpecProblem.Field.BIND);
        row("cors", field("cors", form.cors, SpecProblem.Field.CORS_ORIGIN), SpecProblem.Field.CORS_ORIGIN);
        getChildren().add(caption("answers.caption"));
        row("answers", answers(), SpecProblem.Field.EVENT);
        getChildren().add(caption("protocol"));
        shortRow("ping", field("ping", form.pingInterval, SpecProblem.Field.PING_INTERVAL), SpecProblem.Field.PING_INTERVAL);
        shortRow("gone", field("gone", form.pingTimeout, SpecProblem.Field.PING_TIMEOUT), SpecProblem.Field.PING_TIMEOUT);
        getChildren().add(older());
        shortRow("size", field("size", form.maxSize, SpecProblem.Field.MAX_SIZE), SpecProblem.Field.MAX_SIZE);
        Listening.to(this, form.problemsProperty(), ignored -> showProblems());
        showProblems();
    }

    void focusFirst() {
        port.requestFocus();
        port.selectAll();
    }

    /** Called on Enter in the port's field. */
    void setOnEnter(Runnable action) {
        fields.values().forEach(field -> field.setOnAction(event -> action.run()));
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().addAll("caption", "form-caption");
        return caption;
    }

    private TextField field(String key, StringProperty value, SpecProblem.Field of) {
        TextField field = new TextField();
        field.setId("host-" + key);
        field.getStyleClass().add("mono");
        field.textProperty().bindBidirectional(value);
        field.setAccessibleText(texts.get(key));
        field.setAccessibleHelp(texts.get(key + ".help"));
        field.setTooltip(new Tooltip(texts.get(key + ".help")));
        field.setPromptText(key.equals("namespaces") ? texts.get("namespaces.all") : key.equals("bind") ? texts.get("bind.usual") : "");
        field.setMinWidth(40);
        fields.put(of, field);
        return field;
    }

    private ComboBox<Answers> answers() {
        ComboBox<Answers> box = new ComboBox<>();
        box.setId("host-answers");
        box.getItems().setAll(Answers.values());
        box.setConverter(new AnswerWords());
        box.valueProperty().bindBidirectional(form.answers);
        box.setAccessibleText(texts.get("answers"));
        box.setTooltip(new Tooltip(texts.get("answers.help")));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private HBox older() {
        CheckBox box = new CheckBox(texts.get("older.clients"));
        box.setId("host-older");
        box.selectedProperty().bindBidirectional(form.allowEio3);
        box.setAccessibleText(texts.get("older") + ": " + texts.get("older.clients"));
        box.setTooltip(new Tooltip(texts.get("older.help")));
        return line("older", box);
    }

    /** A field behind its label. */
    private HBox line(String key, Control field) {
        Label label = new Label(texts.get(key));
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        label.setLabelFor(field);
        HBox line = new HBox(8, label, field);
        line.getStyleClass().add("form-row");
        return line;
    }

    private void row(String key, Control field, SpecProblem.Field of) {
        HBox.setHgrow(field, Priority.ALWAYS);
        add(key, of, field, null);
    }

    private void shortRow(String key, TextField field, SpecProblem.Field of) {
        field.setMinWidth(SHORT);
        field.setPrefWidth(SHORT);
        field.setMaxWidth(SHORT);
        Label note = new Label(texts.get(key + ".note"));
        note.getStyleClass().addAll("small", "quiet");
        add(key, of, field, note);
    }

    private void add(String key, SpecProblem.Field of, Control field, @Nullable Label note) {
        HBox line = line(key, field);
        if (note != null) {
            line.getChildren().add(note);
        }
        Label problem = new Label();
        problem.getStyleClass().addAll("note", "fault");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.setVisible(false);
        problem.setManaged(false);
        problems.put(of, problem);
        getChildren().addAll(line, problem);
    }

    private void showProblems() {
        Map<SpecProblem.Field, String> now = form.problemsProperty().get();
        problems.forEach((field, label) -> {
            String words = now.getOrDefault(field, "");
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        });
        fields.forEach((field, input) -> {
            input.getStyleClass().remove("invalid");
            if (now.containsKey(field)) {
                input.getStyleClass().add("invalid");
            }
        });
    }

    private final class AnswerWords extends StringConverter<Answers> {
        @Override
        public String toString(Answers each) {
            return each == null
                    ? ""
                    : texts.get(switch (each) {
                        case ECHO -> "answers.echo";
                        case BY_HAND -> "answers.hand";
                        case DEMO -> "answers.demo";
                        case CONFORMANCE -> "answers.conformance";
                    });
        }

        @Override
        public Answers fromString(String words) {
            return Answers.ECHO;
        }
    }
}
