package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sioscope.app.workbench.LocalCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** One run of the command line on a thread of its own, its output captured. */
final class CliHarness implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private final AtomicReference<Integer> code = new AtomicReference<>();

    private CliHarness(Locale locale, LocalCertificates certificates, String... args) {
        CliContext context = new CliContext(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                locale,
                Path.of("sioscope.log"),
                certificates,
                stop);
        Thread.ofPlatform().name("cli-test").start(() -> {
            int ended = new Cli(context).run(args);
            code.set(ended);
            stop.finish(ended);
        });
    }

    static CliHarness start(String... args) {
        return new CliHarness(Locale.ENGLISH, LocalCertificates.notKept(), args);
    }

    /** As in the program, with the certificates of hosts in a folder. */
    static CliHarness keeping(Path certificates, String... args) {
        return new CliHarness(
                Locale.ENGLISH, LocalCertificates.in(certificates, InstantSource.system()), args);
    }

    /** Runs to the end. */
    static CliHarness run(String... args) {
        CliHarness harness = start(args);
        harness.exitCode();
        return harness;
    }

    static CliHarness runIn(Locale locale, String... args) {
        CliHarness harness = new CliHarness(locale, LocalCertificates.notKept(), args);
        harness.exitCode();
        return harness;
    }

    int exitCode() {
        OptionalInt ended = stop.awaitFinished(PATIENCE);
        assertThat(ended).as("ended in time; so far: %s %s", out(), err()).isPresent();
        return ended.getAsInt();
    }

    /** Ctrl+C, and the exit code. */
    int stop() {
        stop.request();
        return exitCode();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The whole lines so far, each of them an object with its type first. */
    List<JsonNode> objects() {
        String text = out();
        List<JsonNode> all = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            assertThat(line).startsWith("{\"type\":\"");
            try {
                all.add(JSON.readTree(line));
            } catch (IOException broken) {
                throw new UncheckedIOException(line, broken);
            }
        }
        return all;
    }

    List<JsonNode> objects(String type) {
        return objects().stream()
                .filter(line -> line.path("type").asText().equals(type))
                .toList();
    }

    /** Waits for a line. */
    JsonNode await(String type, Predicate<JsonNode> condition) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        org.awaitility.Awaitility.await(type)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    objects(type).stream().filter(condition).findFirst().ifPresent(found::set);
                    return found.get() != null;
                });
        return found.get();
    }

    JsonNode await(String type) {
        return await(type, line -> true);
    }

    /** Waits for words on standard output. */
    void awaitOut(String words) {
        org.awaitility.Awaitility.await(words).atMost(PATIENCE).until(() -> out().contains(words));
    }

    /** One sentence, what to do, and nothing of our insides. */
    CliHarness failsWith(int exitCode, String... words) {
        assertThat(exitCode()).as(out() + err()).isEqualTo(exitCode);
        assertThat(err()).startsWith("sioscope: ");
        for (String word : words) {
            assertThat(err()).contains(word);
        }
        assertThat(err()).doesNotContain("Exception", "\tat ", "null");
        return this;
    }

    @Override
    public void close() {
        stop.request();
        exitCode();
    }
}
