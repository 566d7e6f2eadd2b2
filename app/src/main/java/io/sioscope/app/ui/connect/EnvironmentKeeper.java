package io.sioscope.app.ui.connect;

import io.sioscope.app.workspace.Environments;

/** Where environments are kept. */
public interface EnvironmentKeeper {

    /** Those of now. */
    Environments environments();

    /**
     * Keeps these from now on.
     *
     * @param changed all of them
     */
    void keep(Environments changed);

    /**
     * An environment was deleted, which can be undone.
     *
     * @param name of the environment
     * @param undo brings it back
     */
    void deleted(String name, Runnable undo);
}
