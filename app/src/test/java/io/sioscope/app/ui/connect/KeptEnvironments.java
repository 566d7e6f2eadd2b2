package io.sioscope.app.ui.connect;

import io.sioscope.app.workspace.Environments;
import java.util.ArrayList;
import java.util.List;

/** Environments that are kept in memory. */
final class KeptEnvironments implements EnvironmentKeeper {

    final List<Runnable> undos = new ArrayList<>();
    private Environments now = Environments.NONE;

    @Override
    public Environments environments() {
        return now;
    }

    @Override
    public void keep(Environments changed) {
        now = changed;
    }

    @Override
    public void deleted(String name, Runnable undo) {
        undos.add(undo);
    }
}
