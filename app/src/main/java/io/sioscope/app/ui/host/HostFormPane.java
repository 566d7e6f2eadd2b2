package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.SpecProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The options of a host: the common ones, and the others folded by topic. */
final class HostFormPane extends VBox {

    private final Texts texts;
    private final HostForm form;
    private final List<OptionRow> rows = new ArrayList<>();
    /** A problem belongs under what was typed, before what was chosen. */
    private final List<OptionRow> byWeight;

    private final List<OptionFold> folds = new ArrayList<>();

    HostFormPane(HostForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
        setSpacing(4);
        getChildren().add(caption("listen"));
        common(form.listen.port, form.http.path, form.namespaces.granted, form.listen.bind, form.cors.origins);
        getChildren().add(caption("answers.caption"));
        getChildren().add(answers());
        getChildren().add(caption("protocol"));
        ProtocolForm protocol = form.protocol;
        common(
                protocol.older,
                protocol.transports,
                protocol.parser,
                protocol.pingInterval,
                protocol.pingTimeout,
                protocol.maxSize);
        getChildren().add(caption("more"));
        fold("pages", form.http.client, form.cors.credentials, form.cors.methods, form.cors.headers, form.cors.exposed);
        fold("tls", form.listen.tls, form.listen.certificate, form.listen.key, form.listen.password);
        fold(
                "back",
                form.namespaces.recover,
                form.namespaces.away,
                form.namespaces.skip,
                form.namespaces.cleanup);
        fold(
                "http",
                form.http.slash,
                form.http.cookie,
                form.http.compress,
                form.http.threshold,
                protocol.deflate,
                protocol.deflateFrom);
        fold(
                "limits",
                protocol.upgrades,
                protocol.upgradeTimeout,
                protocol.connectTimeout,
                protocol.headersTimeout,
                protocol.outbound,
                protocol.throttle);
        byWeight = rows.stream()
                .sorted(Comparator.comparingInt(row -> weight(row.option())))
                .toList();
        Listening.to(this, form.problemsProperty(), ignored -> showProblems());
        showProblems();
    }

    void focusFirst() {
        if (rows.getFirst().field() instanceof TextField port) {
            port.requestFocus();
            port.selectAll();
        }
    }

    /** Called on Enter in a field. */
    void setOnEnter(Runnable action) {
        for (OptionRow row : rows) {
            if (row.field() instanceof TextField field) {
                field.setOnAction(event -> action.run());
            }
        }
    }

    private Label caption(String key) {
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().addAll("caption", "form-caption");
        return caption;
    }

    private void common(HostOption... options) {
        for (HostOption option : options) {
            getChildren().add(row(option));
        }
    }

    private void fold(String key, HostOption... options) {
        OptionFold fold = new OptionFold(key, Stream.of(options).map(this::row).toList(), texts);
        folds.add(fold);
        getChildren().add(fold);
    }

    private OptionRow row(HostOption option) {
        OptionRow row = new OptionRow(option, texts);
        rows.add(row);
        return row;
    }

    private HBox answers() {
        ComboBox<Answers> box = new ComboBox<>();
        box.setId("host-answers");
        box.getItems().setAll(Answers.values());
        box.setConverter(new AnswerWords());
        box.valueProperty().bindBidirectional(form.answers);
        box.setAccessibleText(texts.get("answers"));
        box.setTooltip(new Tooltip(texts.get("answers.help")));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label label = new Label(texts.get("answers"));
        label.setMinWidth(OptionRow.LABEL);
        label.setPrefWidth(OptionRow.LABEL);
        label.setLabelFor(box);
        HBox line = new HBox(8, label, box);
        line.getStyleClass().add("form-row");
        return line;
    }

    private static int weight(HostOption option) {
        return switch (option) {
            case HostOption.Typed<?> _ -> 0;
            case HostOption.Choice<?> _ -> 1;
            case HostOption.Switch _ -> 2;
        };
    }

    /** Under the first option that the problem is one of; a fold that hides it opens. */
    private void showProblems() {
        Map<SpecProblem.Field, String> now = form.problemsProperty().get();
        Set<SpecProblem.Field> said = EnumSet.noneOf(SpecProblem.Field.class);
        for (OptionRow row : byWeight) {
            SpecProblem.Field field = row.option().field();
            boolean here = now.containsKey(field) && row.isManaged() && said.add(field);
            row.showProblem(here ? now.getOrDefault(field, "") : "");
            if (here) {
                folds.stream().filter(fold -> fold.rows().contains(row)).forEach(fold -> fold.setOpen(true));
            }
        }
    }

    private final class AnswerWords extends StringConverter<Answers> {
        @Override
        public String toString(Answers each) {
            return each == null
                    ? ""
                    : texts.get(
                            switch (each) {
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
