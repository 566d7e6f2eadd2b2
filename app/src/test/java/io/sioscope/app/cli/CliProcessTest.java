package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sioscope.app.capture.CaptureFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: signals, streams, no display. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
class CliProcessTest {
    private static final long PATIENCE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Process start(String... args) throws IOException {
        return startOn("", args);
    }

    private Process startOn(String display, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "io.sioscope.app.Launcher"));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("SIOSCOPE_STATE", folder.resolve("state").toString());
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        return builder.start();
    }

    private static String end(Process process, BufferedReader out) throws IOException, InterruptedException {
        StringBuilder rest = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            rest.append(line).append('\n');
        }
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return rest.toString();
    }

    /** {@link Process#destroy} would close the streams as well. */
    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    /** What reached standard error. */
    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @Test
    void ctrlCEndsAHostCleanlyWithItsCaptureWhole() throws Exception {
        Path capture = folder.resolve("c.siocap");
        Process host = start("host", "--port", "0", "--demo", "--json", "--capture", capture.toString());
        try (BufferedReader out = host.inputReader(StandardCharsets.UTF_8)) {
            JsonNode first = JSON.readTree(out.readLine());
            assertThat(first.path("type").asText()).isEqualTo("listening");
            String last = out.readLine();
            while (!last.contains("\"message\"")) {
                last = out.readLine();
            }
            signal(host, "-INT");
            String rest = end(host, out);
            assertThat(host.exitValue()).as(err()).isZero();
            assertThat(err()).isEmpty();
            List<String> lines = rest.lines().toList();
            assertThat(lines).allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
            long packets = lines.stream().filter(line -> line.startsWith("{\"type\":\"packet\"")).count();
            try (var opened = CaptureFile.open(capture).journal()) {
                assertThat(opened.length()).isGreaterThanOrEqualTo(packets);
                assertThat(CaptureFile.open(capture).leftOutBytes()).isZero();
            }
        } finally {
            host.destroyForcibly();
        }
    }

    @Test
    void withoutADisplayTheDemoRunsInTheTerminal() throws Exception {
        demoRuns(start(), true);
    }

    @Test
    void withADisplayThatNobodyServesAsWell() throws Exception {
        demoRuns(startOn("nobody.invalid:9"), false);
    }

    private void demoRuns(Process program, boolean quiet) throws Exception {
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("No display here");
            assertThat(out.readLine()).startsWith("Listening on http://localhost:");
            String line = out.readLine();
            while (!line.contains("/chat lobby")) {
                line = out.readLine();
            }
            signal(program, "-TERM");
            end(program, out);
            assertThat(program.exitValue()).as(err()).isZero();
            assertThat(err()).doesNotContain("Exception", "\tat ");
            if (quiet) {
                assertThat(err()).isEmpty();
            }
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void aReaderThatGoesAwayEndsIt() throws Exception {
        Process host = start("host", "--port", "0", "--demo", "--json");
        try {
            try (BufferedReader out = host.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).contains("listening");
            }
            assertThat(host.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(err()).doesNotContain("Exception");
        } finally {
            host.destroyForcibly();
        }
    }
}
