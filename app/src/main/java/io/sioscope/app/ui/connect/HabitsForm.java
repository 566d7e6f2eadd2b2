package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is filled in of a connection's habits, which can be changed while it is open. Its last line is always an empty one. */
final class HabitsForm {

    private final ObservableList<AnswerRow> rows = FXCollections.observableArrayList();
    private final ObservableList<AnswerRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty joinEvent = new SimpleStringProperty(this, "joinEvent", "");
    private final StringProperty leaveEvent = new SimpleStringProperty(this, "leaveEvent", "");
    private final StringProperty roomProblem = new SimpleStringProperty(this, "roomProblem", "");
    private final Runnable changed;

    /**
     * A form with its empty line alone.
     *
     * @param changed runs after each change
     */
    HabitsForm(Runnable changed) {
        this.changed = changed;
        InvalidationListener listener = ignored -> changed.run();
        joinEvent.addListener(listener);
        leaveEvent.addListener(listener);
        addBlank();
    }

    /** The lines, the empty one last. */
    ObservableList<AnswerRow> rows() {
        return shown;
    }

    /** Writes an answer into the line of its event and namespace, else into the empty one. */
    void put(AnswerRule rule) {
        rows.stream()
                .filter(row -> !row.isBlank() && row.rule().isFor(rule))
                .findFirst()
                .orElseGet(rows::getLast)
                .fill(rule);
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
        return ConnectHabits.NONE
                .withAnswers(
                        active().stream().map(AnswerRow::rule).toList())
                .withRoomEvents(joinEvent.get().strip(), leaveEvent.get().strip());
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
        joinEvent.set(habits.joinEvent());
        leaveEvent.set(habits.leaveEvent());
        changed.run();
    }

    /** Says at each line what is wrong with it. */
    void mark(List<SpecProblem> problems, Function<SpecProblem, String> words) {
        List<AnswerRow> active = active();
        rows.forEach(row -> row.say(AnswerRow.Cell.NONE, ""));
        problems.stream()
                .filter(problem -> problem.field() == SpecProblem.Field.ANSWER)
                .forEach(problem -> active.get(problem.index()).say(cellOf(problem), words.apply(problem)));
        roomProblem.set(problems.stream()
                .filter(problem -> problem.field() == SpecProblem.Field.EVENT)
                .findFirst()
                .map(words)
                .orElse(""));
    }

    private static AnswerRow.Cell cellOf(SpecProblem problem) {
        return switch (problem.code()) {
            case NOT_A_PATH -> AnswerRow.Cell.NAMESPACE;
            case JSON, NOT_A_LIST -> AnswerRow.Cell.ANSWER;
            case RANGE -> AnswerRow.Cell.DELAY;
            default -> AnswerRow.Cell.EVENT;
        };
    }

    /** The event that asks for a room; blank where it is not known. */
    StringProperty joinEventProperty() {
        return joinEvent;
    }

    /** The event that gives a room up; blank where it is not known. */
    StringProperty leaveEventProperty() {
        return leaveEvent;
    }

    /** What is wrong with one of the two, in words; empty while they can be used. */
    StringProperty roomProblemProperty() {
        return roomProblem;
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
