package io.sioscope.app.ui.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The twin of {@link FxPump} for tests of view models: everything happens at once, on the calling thread. */
public final class DirectExecutor implements FxExecutor {

    @Override
    public void later(Runnable task) {
        task.run();
    }

    @Override
    public <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        T result;
        try {
            result = job.call();
        } catch (Exception e) {
            failed.accept(e);
            return () -> {};
        }
        done.accept(result);
        return () -> {};
    }
}
