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

    /** Fills the table anew. */
    void set(List<Map.Entry<String, String>> pairs) {
        rows.clear();
        for (Map.Entry<String, String> pair : pairs) {
            PairRow row = addBlank();
            row.nameProperty().set(pair.getKey());
            row.valueProperty().set(pair.getValue());
        }
        keepBlankLast();
    }

    void clearProblems() {
        rows.forEach(row -> row.problemProperty().set(""));
    }

    private PairRow addBlank() {
        PairRow row = new PairRow();
        InvalidationListener listener = ignored -> onChange();
        row.nameProperty().addListener(listener);
        row.valueProperty().addListener(listener);
        row.onProperty().addListener(listener);
        rows.add(row);
        return row;
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
