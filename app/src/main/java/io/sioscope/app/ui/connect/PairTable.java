package io.sioscope.app.ui.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A table of names and values. Its last line is always an empty one, to type into. */
public final class PairTable {

    private final ObservableList<PairRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PairRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Runnable changed;

    /**
     * A table with its empty line alone.
     *
     * @param changed runs after each change of a line
     */
    PairTable(Runnable changed) {
        this.changed = changed;
        addBlank();
    }

    /**
     * The lines, the empty one last.
     *
     * @return to be shown, not to be changed
     */
    public ObservableList<PairRow> rows() {
        return shown;
    }

    /**
     * Takes a line out.
     *
     * @param row any but the empty last one, which stays
     */
    public void remove(PairRow row) {
        if (rows.indexOf(row) < rows.size() - 1) {
            rows.remove(row);
            changed.run();
        }
    }

    /** The lines that are sent, in order. */
    List<PairRow> active() {
        List<PairRow> active = new ArrayList<>();
        for (PairRow row : rows) {
            if (row.onProperty().get() && !row.isBlank()) {
                active.add(row);
            }
        }
        return active;
    }

    boolean isEmpty() {
        return rows.stream().allMatch(PairRow::isBlank);
    }

    /** Fills the table anew; counts as one change. */
    void set(List<Map.Entry<String, String>> pairs) {
        List<PairRow> filled = new ArrayList<>();
        for (Map.Entry<String, String> pair : pairs) {
            PairRow row = new PairRow();
            row.nameProperty().set(pair.getKey());
            row.valueProperty().set(pair.getValue());
            filled.add(row);
        }
        filled.add(new PairRow());
        filled.forEach(this::listen);
        rows.setAll(filled);
        changed.run();
    }

    void clearProblems() {
        rows.forEach(PairRow::clearProblem);
    }

    private void addBlank() {
        PairRow row = new PairRow();
        listen(row);
        rows.add(row);
    }

    private void listen(PairRow row) {
        InvalidationListener listener = ignored -> onChange();
        row.nameProperty().addListener(listener);
        row.valueProperty().addListener(listener);
        row.onProperty().addListener(listener);
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
