package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.ArgumentDraft;
import io.sioscope.app.workbench.ArgumentDrafts;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.JsonValues;
import io.sioscope.app.workbench.SpecProblem;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The arguments that are being written, each checked as it is typed; there is always one. */
final class ArgumentList {

    /** Longer texts are checked when they are sent, on a worker. */
    private static final int MOST_CHECKED = 200_000;

    private final ObservableList<ArgumentRow> rows = FXCollections.observableArrayList();
    private Explain explain;

    ArgumentList(Explain explain) {
        this.explain = explain;
        add();
    }

    void speak(Explain changed) {
        explain = changed;
        rows.forEach(this::check);
    }

    ObservableList<ArgumentRow> rows() {
        return rows;
    }

    void add() {
        add(new ArgumentRow(ArgumentKind.JSON, ""));
    }

    void remove(ArgumentRow row) {
        rows.remove(row);
        keepOne();
    }

    /** Writes these in place of what stands there. */
    void write(List<ArgumentRow.Saved> saved) {
        rows.clear();
        saved.forEach(each -> add(new ArgumentRow(each.kind(), each.text())));
        keepOne();
    }

    List<ArgumentRow.Saved> saved() {
        return rows.stream().map(ArgumentRow::save).toList();
    }

    /** Those that are sent: without the empty ones at the end, where an empty text is none. */
    List<ArgumentRow.Saved> filled() {
        List<ArgumentRow.Saved> all = saved();
        int end = all.size();
        while (end > 0 && all.get(end - 1).text().isEmpty() && all.get(end - 1).kind() != ArgumentKind.TEXT) {
            end--;
        }
        return all.subList(0, end);
    }

    private void keepOne() {
        if (rows.isEmpty()) {
            add();
        }
    }

    private void add(ArgumentRow row) {
        InvalidationListener check = ignored -> check(row);
        row.textProperty().addListener(check);
        row.kindProperty().addListener(check);
        check(row);
        rows.add(row);
    }

    private void check(ArgumentRow row) {
        ArgumentRow.Saved saved = row.save();
        boolean quiet = saved.text().isBlank() || saved.kind() == ArgumentKind.FILE || saved.text().length() > MOST_CHECKED;
        row.setProblem(quiet ? "" : problemOf(List.of(saved.draft())), quiet ? -1 : errorAt(saved));
    }

    private static int errorAt(ArgumentRow.Saved saved) {
        return saved.kind() == ArgumentKind.JSON
                        && JsonValues.read(saved.text()) instanceof JsonValues.Reading.Wrong(String where)
                ? offset(saved.text(), where)
                : -1;
    }

    /** The index of a place that is given as {@code line:column}, both from 1. */
    static int offset(String text, String where) {
        int colon = where.indexOf(':');
        int line = Integer.parseInt(where.substring(0, colon));
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.clamp(start + Long.parseLong(where.substring(colon + 1)) - 1, 0, text.length());
    }

    private String problemOf(List<ArgumentDraft> drafts) {
        return switch (ArgumentDrafts.read(drafts)) {
            case ArgumentDrafts.Result.Ready _ -> "";
            case ArgumentDrafts.Result.Wrong(List<SpecProblem> problems) ->
                explain.problem(problems.getFirst()).message();
        };
    }
}
