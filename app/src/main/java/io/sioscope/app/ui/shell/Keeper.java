package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.questions.SavedFilter;
import io.sioscope.app.workspace.Kept;
import io.sioscope.app.workspace.Settings;
import io.sioscope.app.workspace.SettingsStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The settings while the window is open. Changes are written on a worker, one after the other. */
final class Keeper {

    private final SettingsStore store;
    private final FxExecutor fx;
    private final Consumer<String> complain;
    private Settings settings;
    private boolean writing;
    private boolean dirty;

    /**
     * Begins with what was loaded.
     *
     * @param complain gets the system's words when the file could not be written
     */
    Keeper(SettingsStore store, Settings settings, FxExecutor fx, Consumer<String> complain) {
        this.store = store;
        this.settings = settings;
        this.fx = fx;
        this.complain = complain;
    }

    Settings settings() {
        return settings;
    }

    /** The filters that a person keeps. */
    List<SavedFilter> savedFilters() {
        return settings.kept().filters().stream().map(each -> new SavedFilter(each.name(), each.filter())).toList();
    }

    /** Keeps these filters from now on. */
    void saveFilters(List<SavedFilter> filters) {
        change(now -> now.withKept(new Kept(
                filters.stream().map(each -> new Kept.KeptFilter(each.name(), each.filter())).toList(),
                now.kept().connections(),
                now.kept().hosts())));
    }

    void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(settings);
        if (!changed.equals(settings)) {
            settings = changed;
            dirty = true;
            write();
        }
    }

    /** Writes what is not written yet, on the calling thread; for the end of the program. */
    void flush() throws IOException {
        store.save(settings);
        dirty = false;
    }

    private void write() {
        if (writing || !dirty) {
            return;
        }
        writing = true;
        dirty = false;
        Settings wanted = settings;
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
