package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.questions.SavedFilter;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The workspace while the window is open. Changes are written on a worker, one after the other. JavaFX thread. */
final class Keeper {

    private final WorkspaceStore store;
    private final FxExecutor fx;
    private final Consumer<String> complain;
    private Workspace workspace;
    private boolean writing;
    private boolean dirty;

    /**
     * Begins with what was loaded.
     *
     * @param complain gets the system's words when a file could not be written
     */
    Keeper(WorkspaceStore store, Workspace workspace, FxExecutor fx, Consumer<String> complain) {
        this.store = store;
        this.workspace = workspace;
        this.fx = fx;
        this.complain = complain;
    }

    Workspace workspace() {
        return workspace;
    }

    /** The filters that a person keeps. */
    List<SavedFilter> savedFilters() {
        return workspace.filters().stream().map(each -> new SavedFilter(each.name(), each.text())).toList();
    }

    /** Keeps these filters from now on. */
    void saveFilters(List<SavedFilter> filters) {
        change(now -> now.withFilters(filters.stream()
                .map(each -> new io.sioscope.app.workspace.SavedFilter(each.name(), each.filter()))
                .toList()));
    }

    void change(UnaryOperator<Workspace> change) {
        Workspace changed = change.apply(workspace);
        if (!changed.equals(workspace)) {
            workspace = changed;
            dirty = true;
            write();
        }
    }

    /** Writes what is not written yet, on the calling thread; for the end of the program. */
    void flush() throws IOException {
        store.save(workspace);
        dirty = false;
    }

    /** Whether every change is written, and nothing is being written any more. */
    boolean isWritten() {
        return !writing && !dirty;
    }

    private void write() {
        if (writing || !dirty) {
            return;
        }
        writing = true;
        dirty = false;
        Workspace wanted = workspace;
        fx.work(
                () -> {
                    store.save(wanted);
                    return wanted;
                },
                saved -> {
                    writing = false;
                    write();
                },
                failed -> {
                    writing = false;
                    complain.accept(String.valueOf(failed.getMessage()));
                });
    }
}
