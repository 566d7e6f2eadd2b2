package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.app.workbench.Variables;
import io.sioscope.protocol.client.SioUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is wrong with what is filled in, in words, each under its field. */
final class ConnectProblems {

    final ReadOnlyStringWrapper url = new ReadOnlyStringWrapper(this, "url", "");
    final ReadOnlyStringWrapper path = new ReadOnlyStringWrapper(this, "path", "");
    final ReadOnlyStringWrapper auth = new ReadOnlyStringWrapper(this, "auth", "");
    final ReadOnlyStringWrapper namespace = new ReadOnlyStringWrapper(this, "namespace", "");
    final ReadOnlyStringWrapper implied = new ReadOnlyStringWrapper(this, "implied", "");
    final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper(this, "none", false);

    private final ConnectForm form;
    private Texts texts;
    private Explain explain;

    ConnectProblems(ConnectForm form, Texts texts, Explain explain) {
        this.form = form;
        this.texts = texts;
        this.explain = explain;
    }

    void speak(Texts changed, Explain changedExplain) {
        texts = changed;
        explain = changedExplain;
    }

    /** Checks all but the files' contents, and returns what is wrong but for the lines of auth. */
    List<SpecProblem> check(Variables variables) {
        ConnectSpec spec = form.spec();
        List<SpecProblem> problems = new ArrayList<>(variables.problems(spec));
        problems.removeIf(problem -> problem.field() == Field.QUERY);
        problems.addAll(lines(form.query, Field.QUERY, variables));
        List<SpecProblem> authLines = form.authAsJson.get() ? List.of() : lines(form.auth, Field.AUTH, variables);
        if (!authLines.isEmpty()) {
            problems.removeIf(problem -> problem.field() == Field.AUTH);
        }
        url.set(words(problems, Field.URL));
        path.set(words(problems, Field.PATH));
        namespace.set(words(problems, Field.NAMESPACE));
        auth.set(words(problems, Field.AUTH));
        mark(form.headers, problems, Field.HEADER);
        mark(form.query, problems, Field.QUERY);
        mark(form.auth, authLines, Field.AUTH);
        implied.set(
                SioUrl.parse(variables.into(spec).url()) instanceof SioUrl.Parsing.Read(SioUrl read) ? read.namespace() : "");
        boolean typed = settings(problems);
        none.set(problems.isEmpty() && authLines.isEmpty() && typed);
        return problems;
    }

    /** What a map would swallow, names that stand twice or not at all, and variables without a value. */
    private static List<SpecProblem> lines(PairTable table, Field field, Variables variables) {
        List<SpecProblem> problems = ConnectForm.namesOf(table, field);
        List<PairRow> rows = table.active();
        List<Map.Entry<String, String>> pairs = rows.stream()
                .map(row -> Map.entry(row.nameProperty().get(), row.valueProperty().get()))
                .toList();
        problems.addAll(variables.ofPairs(pairs, field));
        return problems;
    }

    /** Whether all that is typed there can be read. */
    private boolean settings(List<SpecProblem> problems) {
        boolean readable = true;
        for (Setting setting : form.settings.all()) {
            if (setting instanceof Setting.Typed<?> typed) {
                String kind = typed.kind().name().toLowerCase(Locale.ROOT);
                typed.say(typed.isWrong() ? texts.get("setting.wrong." + kind, typed.textProperty().get().strip()) : "");
                readable &= !typed.isWrong();
            }
        }
        files(problems);
        return readable;
    }

    /** Shows what is wrong with the settings' values, of which some can only be known from reading files. */
    void files(List<SpecProblem> problems) {
        for (SpecProblem problem : problems) {
            switch (problem.field()) {
                case TIMEOUT, PROXY, CERTIFICATE -> form.settings.of(problem).say(sentence(problem));
                default -> {}
            }
        }
    }

    /** Goes on where the certificates and keys that are named can be used; else says under each what is wrong with it. */
    void whenFilesAreRead(FxExecutor fx, ConnectSpec spec, Runnable goOn) {
        if (!form.settings.hasFiles()) {
            goOn.run();
            return;
        }
        fx.work(
                spec::fileProblems,
                found -> {
                    if (found.isEmpty()) {
                        goOn.run();
                    }
                    files(found);
                },
                failed -> form.settings.authorities.say(texts.get("setting.unread", String.valueOf(failed.getMessage()))));
    }

    private String words(List<SpecProblem> problems, Field field) {
        return problems.stream()
                .filter(problem -> problem.field() == field)
                .findFirst()
                .map(this::sentence)
                .orElse("");
    }

    String sentence(SpecProblem problem) {
        return explain.problem(problem).message();
    }

    private void mark(PairTable table, List<SpecProblem> problems, Field field) {
        table.clearProblems();
        List<PairRow> active = table.active();
        for (SpecProblem problem : problems) {
            if (problem.field() == field && problem.index() < active.size()) {
                PairRow row = active.get(problem.index());
                boolean nameless = problem.code() == Code.EMPTY || problem.code() == Code.HEADER && row.nameProperty().get().isBlank();
                row.say(cellOf(problem, row), nameless ? texts.get("pair.no-name") : sentence(problem));
            }
        }
    }

    /** Names are wrong more often than values; a variable without a value is marked where it stands. */
    private static PairRow.Cell cellOf(SpecProblem problem, PairRow row) {
        boolean value = problem.code() == Code.UNKNOWN_VARIABLE
                        && !row.nameProperty().get().replace(" ", "").contains("{{" + problem.detail() + "}}")
                || problem.code() == Code.HEADER && ConnectSpec.isHeaderName(row.nameProperty().get());
        return value ? PairRow.Cell.VALUE : PairRow.Cell.NAME;
    }
}
