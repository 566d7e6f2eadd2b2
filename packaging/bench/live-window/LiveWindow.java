import io.sioscope.app.ui.shell.SioscopeApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Window;

/**
 * Opens the program's window, connects it to {@link Flood} as a person would, and measures how long a marker posted to the
 * window's thread every 20 ms waits while the packets are shown. Prints one JSON line. Arguments: events a second, seconds, and
 * the command that starts the flood.
 */
public final class LiveWindow {
    private static final long MARKER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private LiveWindow() {}

    public static void main(String[] arguments) throws Exception {
        int rate = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        List<String> flood = Arrays.asList(arguments).subList(2, arguments.length);
        Thread.ofPlatform().daemon().name("window").start(() -> Application.launch(SioscopeApp.class));
        waitFor("the window", () -> scene() != null);
        Process other = new ProcessBuilder(flood).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = other.inputReader()) {
            connect(field(said.readLine(), "url"));
            waitFor("the traffic", () -> onWindow(() -> scene().lookup("#traffic-rows")) != null);
            report(rate, seconds, measure(seconds), said);
        } finally {
            other.destroy();
        }
        System.exit(0);
    }

    private static void connect(String url) throws Exception {
        onWindow(() -> {
            ((TextField) scene().lookup("#start-url")).setText(url);
            ((Button) scene().lookup("#start-connect")).fire();
            return null;
        });
    }

    /** Waits of the markers in nanoseconds, sorted. */
    private static long[] measure(int seconds) {
        int markers = (int) (TimeUnit.SECONDS.toNanos(seconds) / MARKER_NANOS);
        long[] waits = new long[markers];
        Arrays.fill(waits, Long.MAX_VALUE);
        for (int i = 0; i < markers; i++) {
            int marker = i;
            long posted = System.nanoTime();
            Platform.runLater(() -> waits[marker] = System.nanoTime() - posted);
            LockSupport.parkNanos(MARKER_NANOS - (System.nanoTime() - posted));
        }
        return waits;
    }

    private static void report(int rate, int seconds, long[] waits, BufferedReader said) throws Exception {
        String sent = said.readLine();
        onWindow(() -> null);
        String status = settled();
        Arrays.sort(waits);
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "{\"rate\":%d,\"seconds\":%d,\"markers\":%d,\"waitMs\":{\"p50\":%.1f,\"p99\":%.1f,\"max\":%.1f},"
                        + "\"heapMb\":%d,\"maxHeapMb\":%d,\"sent\":%s,\"status\":\"%s\",\"loss\":\"%s\"}%n",
                rate,
                seconds,
                waits.length,
                waits[waits.length / 2] / 1e6,
                waits[(int) (waits.length * 0.99)] / 1e6,
                waits[waits.length - 1] / 1e6,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                field(sent, "events"),
                status,
                text("#loss"));
    }

    /** The status line once it no longer changes. */
    private static String settled() throws Exception {
        String[] last = {""};
        waitFor("the status to settle", () -> {
            String before = last[0];
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            last[0] = text("#status");
            return last[0].equals(before);
        });
        return last[0];
    }

    private static String text(String id) throws Exception {
        return onWindow(() -> scene().lookup(id) instanceof Labeled label ? label.getText() : "");
    }

    private static Scene scene() {
        return Window.getWindows().isEmpty() ? null : Window.getWindows().getFirst().getScene();
    }

    private static <T> T onWindow(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    }

    private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IOException(what + " did not come");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static String field(String line, String name) {
        String marker = "\"" + name + "\":";
        int from = line.indexOf(marker) + marker.length();
        int to = line.indexOf(',', from) < 0 ? line.indexOf('}', from) : line.indexOf(',', from);
        return line.substring(from, to).replace("\"", "");
    }
}
