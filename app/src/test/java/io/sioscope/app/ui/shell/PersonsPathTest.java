package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.ui.composer.ArgumentKind;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.traffic.RowAck;
import io.sioscope.app.ui.traffic.TrafficRow;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does with the window and a server of npm's socket.io, from connecting to the reopened file. */
@NeedsNode
@NeedsDisplayText
class PersonsPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;
    private Peer server;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void open(int width, int height) {
        server = Peer.start(
                "server.cjs",
                Map.of("namespaces", List.of("/", "/chat", "/admin"), "tokens", Map.of("/admin", "secret")));
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
    }

    private void connect(String... namespaces) {
        window.control(KeyCode.N);
        assertThat(window.shows("#url")).isTrue();
        assertThat(window.focused("#url")).isTrue();
        window.type("#url", "http://127.0.0.1:" + server.port());
        for (String namespace : namespaces) {
            window.type("#new-namespace", namespace);
            window.press("#add-namespace");
        }
    }

    private Optional<TrafficRow> row(String name) {
        return window.rows().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private void select(TrafficRow row) {
        Fx.run(() -> window.traffic().select(window.rows().indexOf(row)));
        Fx.pulses();
    }

    private void argument(int index, String text) {
        Fx.run(() -> window.shell.pages().composer().arguments().get(index).textProperty().set(text));
        Fx.pulses();
    }

    @ParameterizedTest
    @CsvSource({"1100,700", "1440,900"})
    void fromConnectingToTheReopenedFile(int width, int height) throws IOException {
        open(width, height);
        connect("/", "/chat");
        window.pictures("path-1-connect-" + width);
        window.press("#connect");
        window.until("rows", () -> window.shows("#composer-send") && window.rows().size() >= 4);
        assertThat(window.text("#session-state")).startsWith("connected over");
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        sendWithAck(width);
        filterAndInspect(width);
        answer(width);
        List<String> seen = packets();
        Path har = export("capture.har", width);
        Path lines = export("capture.jsonl", 0);
        reopen(har, seen, width);
        reopen(lines, seen, 0);
        assertThat(window.text("#loss")).isEqualTo("nothing lost");
    }

    private void sendWithAck(int width) {
        window.control(KeyCode.T);
        assertThat(window.focused("#composer-event")).isTrue();
        window.type("#composer-event", "save");
        Fx.run(() -> window.shell.pages().composer().ackProperty().set(true));
        argument(0, "{\"title\": \"notes\", \"stars\": 5");
        assertThat(window.shell.pages().composer().arguments().getFirst().problemProperty().get()).isNotEmpty();
        argument(0, "{\"title\": \"notes\", \"stars\": 5}");
        assertThat(window.shell.pages().composer().arguments().getFirst().problemProperty().get()).isEmpty();
        Fx.run(() -> {
            window.shell.pages().composer().addArgument();
            window.shell.pages().composer().arguments().get(1).kindProperty().set(ArgumentKind.HEX);
        });
        argument(1, "89 50 4e 47");
        window.control(KeyCode.ENTER);
        window.until("the acknowledgement", () -> window.text("#composer-report").startsWith("acknowledged in"));
        window.until("the paired row", () -> row("save").filter(each -> each.ack() instanceof RowAck.Came).isPresent());
        JsonNode event = server.await("an event", line -> line.path("event").asText().equals("save"));
        assertThat(event.path("ack").asBoolean()).isTrue();
        window.pictures("path-2-acknowledged-" + width);
    }

    private void filterAndInspect(int width) {
        window.control(KeyCode.F);
        int all = window.rows().size();
        Fx.run(() -> window.traffic().filterProperty().set("event:save"));
        window.until("fewer rows", () -> window.rows().size() == 2 && all > 2);
        select(row("save").orElseThrow());
        window.until("the inspector", () -> window.shell.pages().inspector().shownProperty().get() != null);
        window.pictures("path-3-inspected-" + width);
        Fx.run(() -> window.traffic().filterProperty().set(""));
        window.until("all rows", () -> window.rows().size() >= all);
    }

    private void answer(int width) {
        server.command(Map.of("do", "emit", "namespace", "/chat", "event", "confirm", "args", List.of("order 8812"), "ack", true));
        window.until("the question", () -> row("confirm")
                .filter(each -> each.ack() instanceof RowAck.Awaited awaited && awaited.ours())
                .isPresent());
        select(row("confirm").orElseThrow());
        window.run(CommandId.ANSWER);
        assertThat(window.text("#composer-answering")).contains("confirm").contains("/chat");
        argument(0, "{\"ok\": true}");
        window.pictures("path-4-answering-" + width);
        window.press("#composer-answer");
        JsonNode answer = server.await("answer");
        assertThat(answer.path("args").toString()).isEqualTo("[{\"ok\":true}]");
        window.until("the given answer", () -> row("confirm").filter(each -> each.ack() instanceof RowAck.Came).isPresent());
        window.pictures("path-5-answered-" + width);
    }

    private List<String> packets() {
        return window.rows().stream()
                .filter(each -> each.direction() != null && !each.namespace().isEmpty())
                .map(each -> each.direction() + " " + each.namespace() + " " + each.name() + " " + each.ackId() + " " + each.preview())
                .toList();
    }

    private Path export(String name, int width) throws IOException {
        Path file = folder.resolve(name);
        window.files.next = Optional.of(file);
        window.control(KeyCode.S);
        window.until("the export", () -> window.shows("#transfer") && window.text("#transfer-words").contains("packets written"));
        if (width > 0) {
            window.pictures("path-6-exported-" + width);
        }
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    private void reopen(Path file, List<String> seen, int width) {
        window.files.next = Optional.of(file);
        int before = window.workbench.sessions().size();
        window.control(KeyCode.O);
        window.until("the reopened file", () -> window.workbench.sessions().size() > before
                && window.workbench.sessions().getLast().id().equals(Fx.call(window.shell::selected))
                && packets().size() >= seen.size());
        assertThat(packets()).isEqualTo(seen);
        if (width > 0) {
            window.pictures("path-7-reopened-" + width);
        }
        Fx.run(() -> window.shell.select("c1"));
        Fx.pulses();
    }

    @Test
    void aRefusedNamespaceIsShownAtItsChip() {
        open(1100, 700);
        connect("/", "/admin");
        window.press("#connect");
        window.until("the refusal", () -> window.shows("#outcome-head") && window.text("#outcome-head").contains("/admin"));
        assertThat(window.text("#outcome-detail")).contains("\"need\":\"token\"");
        assertThat(window.text("#session-state")).isEqualTo("1 of 2 namespaces refused");
        assertThat(window.text("#connect")).isEqualTo("Disconnect to edit");
        window.pictures("refused-1100");
        window.press("#connect");
        window.until("editing", () -> window.text("#connect").equals("Connect"));
        Fx.run(() -> {
            var auth = window.shell.pages().connection("c1").auth();
            auth.rows().getFirst().nameProperty().set("token");
            auth.rows().getFirst().valueProperty().set("secret");
        });
        window.press("#connect");
        window.until("traffic", () -> window.shows("#composer-send"));
        window.files.next = Optional.of(folder.resolve("secret.jsonl"));
        window.control(KeyCode.S);
        window.until("the question", () -> window.text("#transfer-words").contains("auth"));
        window.pictures("export-asks-1100");
        assertThat(folder.resolve("secret.jsonl")).doesNotExist();
        window.press("#transfer-write");
        window.until("the export", () -> Files.exists(folder.resolve("secret.jsonl")));
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        open(1100, 700);
        connect("/chat");
        window.press("#connect");
        window.until("traffic", () -> window.shows("#composer-send"));
        server.close();
        window.until("the loss", () -> window.text("#session-state").startsWith("connection lost"));
        window.control(KeyCode.DIGIT1);
        assertThat(window.text("#connect")).isEqualTo("Cancel");
        window.pictures("lost-1100");
        window.press("#connect");
        window.until("editing", () -> window.text("#connect").equals("Connect"));
    }
}
