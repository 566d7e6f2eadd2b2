package io.sioscope.app.ui.composer;

import io.sioscope.app.inspect.JsonText;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.workbench.Explain;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The arguments that are being written, each checked as it is typed; there is always one. JavaFX thread. */
final class ArgumentList {

    private final ObservableList<ArgumentRow> rows = FXCollections.observableArrayList();
    private final List<ArgumentCheck> checks = new ArrayList<>();
    private final FxExecutor fx;
    private Explain explain;

    ArgumentList(FxExecutor fx, Explain explain) {
        this.fx = fx;
        this.explain = explain;
        add();
    }

    void speak(Explain changed) {
        explain = changed;
        checks.forEach(check -> check.speak(changed));
    }

    ObservableList<ArgumentRow> rows() {
        return rows;
    }

    void add() {
        add(new ArgumentRow(ArgumentRow.Saved.EMPTY));
    }

    void remove(ArgumentRow row) {
        checks.removeIf(check -> check.isOf(row));
        rows.remove(row);
        keepOne();
    }

    /** Writes these in place of what stands there. */
    void write(List<ArgumentRow.Saved> saved) {
        rows.clear();
        checks.clear();
        saved.forEach(each -> add(new ArgumentRow(each)));
        keepOne();
    }

    /** Lays JSON out in lines, or on one line where it is in lines already; on a worker, since it may be long. */
    void layOut(ArgumentRow row) {
        String before = row.textProperty().get();
        if (row.kindProperty().get() != ArgumentKind.JSON || before.isBlank()) {
            return;
        }
        fx.work(
                () -> {
                    String pretty = JsonText.pretty(before);
                    return pretty.equals(before) ? JsonText.compact(before) : pretty;
                },
                now -> {
                    if (row.textProperty().get().equals(before)) {
                        row.textProperty().set(now);
                    }
                },
                failed -> {});
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
        checks.add(new ArgumentCheck(row, fx, explain));
        rows.add(row);
    }
}
