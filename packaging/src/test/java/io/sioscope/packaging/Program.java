package io.sioscope.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The built launcher as a process: started in a clean environment, listened to, interrupted, and ended with the test. */
final class Program implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final Thread outReader;
    private final Thread errReader;

    private Program(Process process) {
        this.process = process;
        this.outReader = reader(process.getInputStream(), out);
        this.errReader = reader(process.getErrorStream(), err);
    }

    /** The distribution that this build has made. */
    static Path home() {
        return Sources.root().resolve("packaging/target/sioscope");
    }

    static Path launcher() {
        return home().resolve("bin").resolve("sioscope");
    }

    /**
     * Starts the launcher. No Java is on its path and no display is named; state goes below {@code state}.
     *
     * @param state a folder of the test's own
     * @param environment more of the environment, over what is said above
     * @param arguments the command line
     */
    static Program start(Path state, Map<String, String> environment, String... arguments) throws IOException {
        return start(launcher(), state, environment, arguments);
    }

    static Program start(Path launcher, Path state, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // A build in the background ignores Ctrl+C, and so would every child of it.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(state.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("LC_") || name.contains("JAVA") || name.endsWith("DISPLAY"));
        variables.put("PATH", pathWithoutJava().toString());
        variables.put("LANG", "C.UTF-8");
        variables.put("HOME", state.toString());
        variables.put("XDG_STATE_HOME", state.resolve("state").toString());
        variables.put("XDG_CONFIG_HOME", state.resolve("config").toString());
        variables.put("XDG_CACHE_HOME", state.resolve("cache").toString());
        variables.putAll(environment);
        return new Program(builder.start());
    }

    /** The few programs that a launcher may use, and no other: above all no Java. */
    private static synchronized Path pathWithoutJava() throws IOException {
        Path folder = Files.createDirectories(Sources.root().resolve("packaging/target/path-without-java"));
        for (String name : List.of("env", "sh", "dirname", "readlink", "uname")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path program = Path.of(place, name);
                Path link = folder.resolve(name);
                if (Files.exists(program) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, program);
                }
            }
        }
        return folder;
    }

    /** Waits for a line of standard output that is JSON and matches. */
    JsonNode await(String what, Predicate<JsonNode> match) {
        return await(what, () -> {
            for (String line : out()) {
                JsonNode node = json(line);
                if (match.test(node)) {
                    return node;
                }
            }
            return null;
        });
    }

    /** Waits for a JSON line of a type. */
    JsonNode await(String type) {
        return await("a line of type " + type, node -> type.equals(node.path("type").asText()));
    }

    /** Waits for a line that contains something, on either stream. */
    void awaitText(String text) {
        await("the words " + text, () -> everything().contains(text) ? text : null);
    }

    private <T> T await(String what, Supplier<@Nullable T> supplier) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> supplier.get() != null || !(process.isAlive() || outReader.isAlive()));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("no " + what + " within " + PATIENCE + ":\n" + everything(), late);
        }
        T found = supplier.get();
        if (found == null) {
            throw new AssertionError("ended with " + process.exitValue() + " without " + what + ":\n" + everything());
        }
        return found;
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("standard output holds a line that is not JSON: " + line, e);
        }
    }

    /** Presses Ctrl+C. */
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).inheritIO().start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new AssertionError("kill -INT failed");
        }
    }

    /** Waits for the end and answers the exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end within " + PATIENCE + ":\n" + everything());
        }
        outReader.join(PATIENCE.toMillis());
        errReader.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    List<String> err() {
        synchronized (err) {
            return List.copyOf(err);
        }
    }

    String everything() {
        return String.join("\n", out()) + "\n--- standard error:\n" + String.join("\n", err());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread reader(InputStream stream, List<String> into) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (into) {
                        into.add(line);
                    }
                }
            } catch (IOException closed) {
                synchronized (into) {
                    into.add("(" + closed.getMessage() + ")");
                }
            }
        });
    }
}
