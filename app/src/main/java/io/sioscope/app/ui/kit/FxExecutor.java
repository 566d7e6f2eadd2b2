package io.sioscope.app.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * How a view model gets work off the JavaFX thread and its result back onto it, without naming either. Tests give it a
 * twin that does everything at once on the calling thread.
 */
public interface FxExecutor {

    /**
     * Runs something on the JavaFX thread, soon, in the order in which it was asked for.
     *
     * @param task short and without waiting; what it throws is logged
     */
    void later(Runnable task);

    /**
     * Runs a pure job on a worker and hands its result over on the JavaFX thread.
     *
     * @param job must change nothing that is shared; is interrupted when cancelled
     * @param done gets the result, unless the work was cancelled
     * @param failed gets what the job threw, unless the work was cancelled
     * @param <T> what the job makes
     * @return to call it off
     */
    <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed);

    /** A job that runs. */
    interface Work {

        /** Calls it off: neither of its consumers runs after this, when called on the JavaFX thread. */
        void cancel();
    }
}
