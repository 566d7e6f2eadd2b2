package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.connect.EnvironmentKeeper;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workspace.Environments;
import io.sioscope.app.workspace.Saved;
import java.util.List;
import java.util.function.Consumer;

/** Connections, hosts and environments that a person saved: kept, shown on the start page, opened again. JavaFX thread. */
final class Shelf implements EnvironmentKeeper {

    private final Keeper keeper;
    private final Sayings sayings;
    private final Consumer<Saved> open;
    private final Runnable changed;

    /** What the shelf says to a person, in the language of now. */
    interface Sayings {

        /** Something was saved under this name. */
        void saved(String name);

        /** Something was deleted, which can be undone. */
        void deleted(String name, Runnable undo);
    }

    /**
     * A shelf.
     *
     * @param open opens what was saved
     * @param changed runs after each change
     */
    Shelf(Keeper keeper, Sayings sayings, Consumer<Saved> open, Runnable changed) {
        this.keeper = keeper;
        this.sayings = sayings;
        this.open = open;
        this.changed = changed;
    }

    List<Saved> all() {
        return keeper.workspace().saved();
    }

    /** Saves a connection; one of this name is replaced. */
    void saveConnection(String name, ConnectSpec spec) {
        keeper.change(workspace -> workspace.saveConnection(name, spec));
        sayings.saved(name);
        changed.run();
    }

    /** Saves one more answer with a saved connection; whether there is one of this name. */
    boolean saveAnswer(String connection, AnswerRule rule) {
        boolean there = all().stream()
                .anyMatch(saved -> saved instanceof Saved.Connection && saved.name().equals(connection));
        if (there) {
            keeper.change(workspace -> workspace.saveAnswer(connection, rule));
        }
        return there;
    }

    @Override
    public Environments environments() {
        return keeper.workspace().environments();
    }

    @Override
    public void keep(Environments changed) {
        keeper.change(workspace -> workspace.withEnvironments(changed));
    }

    @Override
    public void deleted(String name, Runnable undo) {
        sayings.deleted(name, undo);
    }

    void rename(Saved saved, String name) {
        if (!name.isBlank()) {
            keeper.change(workspace -> workspace.renameSaved(saved.id(), name.strip()));
        }
        changed.run();
    }

    /** Renames a folder; a blank name takes everything out of it. */
    void renameFolder(String folder, String name) {
        keeper.change(workspace -> workspace.renameFolder(folder, name));
        changed.run();
    }

    /** Deletes it, with its secrets; who undoes that gets both back. */
    void delete(Saved saved) {
        int index = all().indexOf(saved);
        keeper.change(workspace -> workspace.deleteSaved(saved.id()));
        changed.run();
        sayings.deleted(saved.name(), () -> {
            keeper.change(workspace -> workspace.restoreSaved(index, saved));
            changed.run();
        });
    }

    /** Whether all of it stands in its file. */
    boolean isWritten() {
        return keeper.isWritten();
    }

    void open(Saved saved) {
        open.accept(saved);
    }
}
