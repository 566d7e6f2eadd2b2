package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.workbench.ArgumentDrafts;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SpecProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks an argument whenever it changes: a short one at once, a long one on a worker. At most one check runs; what changed
 * meanwhile is checked when it is done, so that typing never piles up work. JavaFX thread.
 */
final class ArgumentCheck {

    /** A longer text is checked on a worker, in characters. */
    static final int MOST_AT_ONCE = 20_000;

    private final ArgumentRow row;
    private final FxExecutor fx;
    private Explain explain;
    private boolean running;
    private boolean again;

    ArgumentCheck(ArgumentRow row, FxExecutor fx, Explain explain) {
        this.row = row;
        this.fx = fx;
        this.explain = explain;
        row.textProperty().addListener(ignored -> check());
        row.kindProperty().addListener(ignored -> check());
        check();
    }

    boolean isOf(ArgumentRow other) {
        return row.equals(other);
    }

    void speak(Explain changed) {
        explain = changed;
        check();
    }

    private void check() {
        ArgumentRow.Saved saved = row.save();
        if (saved.text().isBlank() || saved.kind() == ArgumentKind.FILE || saved.kind() == ArgumentKind.TEXT) {
            row.setProblem("", -1);
        } else if (running) {
            again = true;
        } else if (saved.text().length() <= MOST_AT_ONCE) {
            show(saved, problem(saved));
        } else {
            running = true;
            fx.<Result>work(() -> new Result(problem(saved)), found -> done(saved, found.problem()), failed -> done(saved, null));
        }
    }

    private record Result(@Nullable SpecProblem problem) {}

    private void done(ArgumentRow.Saved checked, @Nullable SpecProblem found) {
        running = false;
        if (again) {
            again = false;
            check();
        } else {
            show(checked, found);
        }
    }

    private static @Nullable SpecProblem problem(ArgumentRow.Saved saved) {
        return switch (ArgumentDrafts.read(List.of(saved.draft()))) {
            case ArgumentDrafts.Result.Ready ready -> null;
            case ArgumentDrafts.Result.Wrong(List<SpecProblem> problems) -> problems.getFirst();
        };
    }

    private void show(ArgumentRow.Saved checked, @Nullable SpecProblem found) {
        if (found == null) {
            row.setProblem("", -1);
        } else {
            int at = found.code() == SpecProblem.Code.JSON ? offset(checked.text(), found.detail()) : -1;
            row.setProblem(explain.problem(found).message(), at);
        }
    }

    /**
     * The character that a place names.
     *
     * @param place line and column, from 1, as {@code line:column}
     * @return its index, brought into the text
     */
    static int offset(String text, String place) {
        int colon = place.indexOf(':');
        int line = Integer.parseInt(place.substring(0, colon));
        int column = Integer.parseInt(place.substring(colon + 1));
        int from = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                break;
            }
            from = end + 1;
        }
        return Math.clamp((long) from + column - 1, 0, Math.max(0, text.length() - 1));
    }
}
