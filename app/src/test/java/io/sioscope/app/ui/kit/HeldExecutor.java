package io.sioscope.app.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** An executor whose workers wait until a test lets them go: what is done before that is done on the JavaFX thread. */
public final class HeldExecutor implements FxExecutor {

    private final Deque<Runnable> jobs = new ArrayDeque<>();

    /** How many jobs wait. */
    public int waiting() {
        return jobs.size();
    }

    /** Runs those that wait, and what they bring along. */
    public void release() {
        while (!jobs.isEmpty()) {
            jobs.poll().run();
        }
    }

    @Override
    public void later(Runnable task) {
        task.run();
    }

    @Override
    public <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Runnable run = () -> new DirectExecutor().work(job, done, failed);
        jobs.add(run);
        return () -> jobs.remove(run);
    }
}
