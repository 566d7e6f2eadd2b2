package io.sioscope.app.ui.kit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** The JavaFX thread for tests that need no robot: the toolkit is started once and kept. */
public final class Fx {

    private static final long PATIENCE_SECONDS = 30;

    private Fx() {}

    /** Starts the toolkit unless it runs already. */
    public static void start() {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyRunning) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        await(up);
    }

    /**
     * Runs something on the JavaFX thread and waits for it.
     *
     * @param task what to do
     * @return what it returned
     * @param <T> its type
     */
    public static <T> T call(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on the JavaFX thread", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer", e);
        }
    }

    /**
     * Runs something on the JavaFX thread and waits for it.
     *
     * @param task what to do
     */
    public static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    /** Waits until the pulses after this moment have laid out and styled what was changed before it. */
    public static void pulses() {
        CountDownLatch done = new CountDownLatch(1);
        run(() -> new javafx.animation.AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen == 4) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        await(done);
    }

    /** Hides every popup: one that is open when its stage closes makes the next test fail. */
    public static void closePopups() {
        run(() -> List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the JavaFX toolkit did not answer");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
