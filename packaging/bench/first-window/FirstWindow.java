import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the program and a bare JavaFX window by turns, on the same runtime and display, and measures the processor time of each
 * process until its window is on the screen. Prints one JSON line. Arguments: rounds, a folder for the program's state, the bare
 * window's command, {@code --}, the program's command. DISPLAY names the display.
 */
public final class FirstWindow {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private FirstWindow() {}

    private record Took(double cpu, double wall) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        Path state = Path.of(arguments[1]);
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        int parting = rest.indexOf("--");
        List<String> bare = rest.subList(0, parting);
        List<String> program = rest.subList(parting + 1, rest.size());
        start(bare, "Bare", state);
        start(program, "Sioscope", state);
        List<Took> bares = new ArrayList<>();
        List<Took> programs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            bares.add(start(bare, "Bare", state));
            programs.add(start(program, "Sioscope", state));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"rounds\":%d,\"bare\":{\"cpu\":%.2f,\"wall\":%.2f},\"sioscope\":{\"cpu\":%.2f,\"wall\":%.2f},\"ratio\":{\"cpu\":%.2f,\"wall\":%.2f}}%n",
                rounds,
                cpu(bares),
                wall(bares),
                cpu(programs),
                wall(programs),
                cpu(programs) / cpu(bares),
                wall(programs) / wall(bares));
    }

    /** Medians, in seconds. */
    private static double cpu(List<Took> all) {
        return all.stream().mapToDouble(Took::cpu).sorted().toArray()[all.size() / 2];
    }

    private static double wall(List<Took> all) {
        return all.stream().mapToDouble(Took::wall).sorted().toArray()[all.size() / 2];
    }

    private static Took start(List<String> command, String title, Path state) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SIOSCOPE_STATE", state.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            while (!windows().contains('"' + title + '"')) {
                if (System.nanoTime() - begun > PATIENCE.toNanos() || !process.isAlive()) {
                    throw new IllegalStateException("no window of " + command);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            double wall = (System.nanoTime() - begun) / 1e9;
            return new Took(process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3, wall);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String windows() throws IOException {
        Process list = new ProcessBuilder("xwininfo", "-root", "-tree").redirectErrorStream(true).start();
        return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
