package io.sioscope.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A process that a test started, mostly Node: it says JSON lines, obeys JSON lines, and ends with the test.
 *
 * <p>Any thread. Every wait is bounded; a wait that ends in vain throws an {@link AssertionError} that shows all that the
 * peer printed. Tests that use it carry {@link NeedsNode}.
 */
public final class Peer implements AutoCloseable {

    /** How long a wait lasts at most: generous, for a loaded machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_LINES = 2_000;

    private final String name;
    private final Process process;
    private final Writer commands;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<JsonNode> waiting = new ArrayList<>();
    private final Deque<String> output = new ArrayDeque<>();
    private final JsonNode ready;
    private boolean ended;

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("peer-out").start(() -> read(process.getInputStream(), this::said));
        Thread.ofPlatform().daemon().name("peer-err").start(() -> read(process.getErrorStream(), this::noted));
        try {
            this.ready = await("ready");
        } catch (AssertionError failed) {
            close();
            throw failed;
        }
    }

    /** The folder of the npm packages, for programs of other kinds than peers. Only where {@link NeedsNode} stands. */
    public static Path packages() {
        return NodePackages.folder().resolve("node_modules");
    }

    /**
     * Starts one of the scripts in {@code packaging/peers} and waits until it is ready.
     *
     * @param script its file name, such as {@code server.cjs}
     * @param config anything that Jackson writes as a JSON object; the head of the script says what it understands
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer start(String script, Object config) {
        return start(NodePackages.folder().resolve(script), config);
    }

    /**
     * Starts a script that lies anywhere; it may require the packages of {@code packaging/peers}. It has to print a line
     * {@code {"type":"ready"}}.
     *
     * @param script the file
     * @param config anything that Jackson writes as a JSON object: the script's only argument
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer start(Path script, Object config) {
        Path peers = NodePackages.folder();
        String guard = peers.resolve("lib").resolve("guard.cjs").toString();
        ProcessBuilder builder = new ProcessBuilder("node", "--require", guard, script.toString());
        builder.environment().put("NODE_PATH", peers.resolve("node_modules").toString());
        return start(String.valueOf(script.getFileName()), builder, config);
    }

    /**
     * Starts {@code client.py} and waits until it is ready. Tests that use it carry {@link NeedsPython}.
     *
     * @param config anything that Jackson writes as a JSON object; the head of the script says what it understands
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer startPython(Object config) {
        return startPython("client.py", config);
    }

    /**
     * Starts one of the Python scripts in {@code packaging/peers} and waits until it is ready. Tests that use it carry {@link
     * NeedsPython}.
     *
     * @param script its file name, such as {@code server.py}
     * @param config anything that Jackson writes as a JSON object; the head of the script says what it understands
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer startPython(String script, Object config) {
        String path = NodePackages.folder().resolve(script).toString();
        return start(script, new ProcessBuilder(PythonCondition.program(), path), config);
    }

    /**
     * Starts {@code Client.java} on this JVM's Java and waits until it is ready.
     *
     * @param jars the folder with the client and what it needs
     * @param config anything that Jackson writes as a JSON object; the head of the source says what it understands
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer startJava(Path jars, Object config) {
        return startJava("Client.java", jars, config);
    }

    /**
     * Starts one of the Java sources in {@code packaging/peers} on this JVM's Java and waits until it is ready.
     *
     * @param source its file name, such as {@code Server.java}
     * @param jars the folder with what it needs
     * @param config anything that Jackson writes as a JSON object; the head of the source says what it understands
     * @return the running peer
     * @throws AssertionError where it does not become ready
     */
    public static Peer startJava(String source, Path jars, Object config) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String file = NodePackages.folder().resolve(source).toString();
        // The first compiler alone: a peer lives for seconds, and shares the machine with the test.
        return start(
                source, new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", jars + "/*", file), config);
    }

    private static Peer start(String name, ProcessBuilder builder, Object config) {
        try {
            builder.command().add(JSON.writeValueAsString(config));
            return new Peer(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /**
     * What the peer said first.
     *
     * @return its {@code ready} line
     */
    public JsonNode ready() {
        return ready;
    }

    /**
     * The port that a server listens on.
     *
     * @return 1 to 65535
     * @throws AssertionError where the peer named none
     */
    public int port() {
        int port = ready.path("port").asInt(0);
        if (port <= 0) {
            throw new AssertionError(name + " named no port: " + ready);
        }
        return port;
    }

    /**
     * Waits for a line of a type and takes it: the same line is never answered twice.
     *
     * @param type its {@code type}
     * @return the first one not taken yet
     */
    public JsonNode await(String type) {
        return await("a line of type " + type, line -> type.equals(line.path("type").asText()));
    }

    /**
     * Waits for a line and takes it: the same line is never answered twice; lines that do not match stay for later.
     *
     * @param what names it in a failure
     * @param match says which
     * @return the first one not taken yet
     */
    public JsonNode await(String what, Predicate<JsonNode> match) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                JsonNode found = take(match);
                if (found != null) {
                    return found;
                }
                long left = deadline - System.nanoTime();
                if (ended || left <= 0) {
                    throw new AssertionError(name + (ended ? " ended" : " was waited for " + PATIENCE) + " without " + what
                            + "; it printed:\n" + String.join("\n", output));
                }
                changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was said and not taken yet, for asserting that something was <em>not</em> said.
     *
     * @return a copy
     */
    public List<JsonNode> untaken() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a command.
     *
     * @param command anything that Jackson writes as a JSON object, with {@code do}
     */
    public void command(Object command) {
        try {
            String line = JSON.writeValueAsString(command);
            synchronized (commands) {
                commands.write(line + "\n");
                commands.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " takes no commands any more; it printed:\n" + output(), e);
        }
    }

    /**
     * All that the peer printed, on both streams: the newest {@value #KEPT_LINES} lines.
     *
     * @return the text
     */
    public String output() {
        lock.lock();
        try {
            return String.join("\n", output);
        } finally {
            lock.unlock();
        }
    }

    /** Kills the peer at once, as a power failure would: no closing handshake, no last words. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Ends the peer and waits for that; harmless when it ended already. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable JsonNode take(Predicate<JsonNode> match) {
        for (Iterator<JsonNode> lines = waiting.iterator(); lines.hasNext(); ) {
            JsonNode line = lines.next();
            if (match.test(line)) {
                lines.remove();
                return line;
            }
        }
        return null;
    }

    private void read(InputStream stream, Consumer<@Nullable String> sink) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sink.accept(line);
            }
        } catch (IOException closed) {
            noted("(" + closed.getMessage() + ")");
        } finally {
            sink.accept(null);
        }
    }

    /** A line of standard output, or null at its end. */
    private void said(@Nullable String line) {
        lock.lock();
        try {
            if (line == null) {
                ended = true;
            } else {
                noted(line);
                waiting.add(parse(line));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void noted(@Nullable String line) {
        if (line == null) {
            return;
        }
        lock.lock();
        try {
            output.addLast(line);
            if (output.size() > KEPT_LINES) {
                output.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.textNode(line);
        }
    }
}
