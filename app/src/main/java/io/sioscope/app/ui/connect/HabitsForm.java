package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is filled in of a connection's habits, which can be changed while it is open. Its last line is always an empty one. */
final class HabitsForm {

    private final ObservableList<AnswerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AnswerRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Runnable changed;

    /**
     * A form with its empty line alone.
     *
     * @param changed runs after each change
     */
    HabitsForm(Runnable changed) {
        this.changed = changed;
        addBlank();
    }

    /** The lines, the empty one last. */
    ObservableList<AnswerRow> rows() {
        return shown;
    }

    /** Takes a line out; the empty last one stays. */
    void remove(AnswerRow row) {
        if (rows.indexOf(row) < rows.size() - 1) {
            rows.remove(row);
            changed.run();
        }
    }

    /** What stands in the form, with the problems that it may have. */
    ConnectHabits habits() {
        return ConnectHabits.NONE.withAnswers(
                active().stream().map(AnswerRow::rule).toList());
    }

    /** Fills everything in. */
    void fill(ConnectHabits habits) {
        List<AnswerRow> filled = new ArrayList<>();
        for (AnswerRule rule : habits.answers()) {
            AnswerRow row = new AnswerRow();
            row.fill(rule);
            filled.add(row);
        }
        filled.add(new AnswerRow());
        filled.forEach(this::listen);
        rows.setAll(filled);
        changed.run();
    }

    /** Says at each line what is wrong with it. */
    void mark(List<SpecProblem> problems, Function<SpecProblem, String> words) {
        List<AnswerRow> active = active();
        rows.forEach(row -> row.problemProperty().set(""));
        problems.stream()
                .filter(problem -> problem.field() == SpecProblem.Field.ANSWER)
                .forEach(problem -> active.get(problem.index()).problemProperty().set(words.apply(problem)));
    }

    private List<AnswerRow> active() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private void addBlank() {
        AnswerRow row = new AnswerRow();
        listen(row);
        rows.add(row);
    }

    private void listen(AnswerRow row) {
        InvalidationListener listener = ignored -> onChange();
        row.eventProperty().addListener(listener);
        row.namespaceProperty().addListener(listener);
        row.answerProperty().addListener(listener);
        row.delayProperty().addListener(listener);
    }

    private void onChange() {
        keepBlankLast();
        changed.run();
    }

    private void keepBlankLast() {
        if (rows.isEmpty() || !rows.getLast().isBlank()) {
            addBlank();
        }
    }
}
