package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.ui.composer.ArgumentKind;
import io.sioscope.app.ui.composer.ArgumentRow;
import io.sioscope.app.ui.composer.Audience;
import io.sioscope.app.ui.composer.ComposerViewModel;
import io.sioscope.app.ui.composer.TargetChoice;
import io.sioscope.app.ui.composer.TargetKind;
import io.sioscope.app.ui.inspector.Comparison;
import io.sioscope.app.ui.inspector.Inspected;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.traffic.TrafficRow;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Direction;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javafx.scene.control.TabPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends again, edits, copies, compares and looks at images, with npm's socket.io at the other end. */
@NeedsNode
@NeedsDisplayText
class InspectAndSendTest {

    @TempDir
    Path folder;

    private final List<Peer> peers = new ArrayList<>();
    private ShellHarness window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        peers.forEach(Peer::close);
    }

    private Peer peer(String script, Map<String, ?> config) {
        Peer peer = Peer.start(script, config);
        peers.add(peer);
        return peer;
    }

    private ComposerViewModel composer() {
        return window.shell.pages().composer();
    }

    private Peer client(int width, int height) {
        Peer server = peer("server.cjs", Map.of("namespaces", List.of("/", "/chat")));
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
        window.run(CommandId.CONNECT);
        window.type("#url", "http://127.0.0.1:" + server.port());
        window.press("#connect");
        window.until("the composer", () -> window.shows("#composer-send") && window.rows().size() >= 2);
        server.await("connection");
        return server;
    }

    private void write(String event, boolean ack, String... arguments) {
        Fx.run(() -> {
            composer().eventProperty().set(event);
            composer().ackProperty().set(ack);
            for (int i = 0; i < arguments.length; i++) {
                if (composer().arguments().size() <= i) {
                    composer().addArgument();
                }
                composer().arguments().get(i).textProperty().set(arguments[i]);
            }
        });
        Fx.pulses();
    }

    private JsonNode await(Peer peer, String event) {
        return peer.await("the event " + event, line ->
                line.path("type").asText().equals("event") && line.path("event").asText().equals(event));
    }

    private Inspected pick(String name, Direction direction) {
        window.until("the row of " + name, () -> window.rows().stream().anyMatch(row -> is(row, name, direction)));
        Fx.run(() -> {
            List<TrafficRow> rows = window.rows();
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (is(rows.get(i), name, direction)) {
                    window.traffic().select(i);
                    return;
                }
            }
        });
        window.until("the inspector", () -> shown() != null && shown().row().event().equals(name) && shown().row().direction() == direction);
        return shown();
    }

    private static boolean is(TrafficRow row, String name, Direction direction) {
        return row.name().equals(name) && row.direction() == direction;
    }

    private Inspected shown() {
        return Fx.call(() -> window.shell.pages().inspector().shownProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"1100,700", "1600,990"})
    void anEventIsSentAgainAndChanged(int width, int height) {
        Peer server = client(width, height);
        write("save", true, "\"lobby\"", "{\"text\":\"Is the demo build up?\",\"mentions\":[\"jo\"],\"stars\":1.50,\"at\":1795429865121}");
        window.control(KeyCode.ENTER);
        JsonNode first = await(server, "save");
        window.until("acknowledged", () -> window.text("#composer-report").startsWith("acknowledged in"));
        pick("save", Direction.TO_SERVER);
        assertThat(window.shows("#inspector-again")).isTrue();
        window.pictures("inspect-1-wire-" + width);

        window.control(KeyCode.R);
        JsonNode second = await(server, "save");
        assertThat(second.path("args")).isEqualTo(first.path("args"));
        assertThat(second.path("ack").asBoolean()).isTrue();

        window.key(KeyCode.E, true, true, false);
        window.until("the event in the composer", () -> composer().arguments().size() == 2);
        assertThat(window.focused("#composer")).isTrue();
        assertThat(Fx.call(() -> composer().eventProperty().get())).isEqualTo("save");
        assertThat(Fx.call(() -> composer().arguments().get(1).textProperty().get())).contains("\"stars\":1.50");
        assertThat(Fx.call(() -> composer().ackProperty().get())).isTrue();
        write("save", true, "\"lobby\"", "{\"text\":\"on it, two minutes\",\"mentions\":[\"jo\",\"mia\"],\"stars\":1.50}");
        window.control(KeyCode.ENTER);
        assertThat(await(server, "save").path("args").path(1).path("text").asText()).isEqualTo("on it, two minutes");
        window.until("three of them", () -> window.rows().stream().filter(row -> is(row, "save", Direction.TO_SERVER)).count() == 3);
        pick("save", Direction.TO_SERVER);
        window.control(KeyCode.D);
        window.until("the comparison", () -> comparison() instanceof Comparison.Compared);
        Comparison.Compared compared = (Comparison.Compared) comparison();
        assertThat(compared.difference().lines())
                .extracting(line -> (line.gone() ? "-" : "+") + line.path())
                .containsExactly("-[1].text", "+[1].text", "+[1].mentions[1]", "-[1].at");
        window.pictures("inspect-2-diff-" + width);
    }

    private Comparison comparison() {
        return Fx.call(() -> window.shell.pages().inspector().comparisonProperty().get());
    }

    @Test
    void whatAClientGotIsEditedButNotSentAgain() {
        Peer server = client(1100, 700);
        server.command(Map.of("do", "emit", "namespace", "/", "event", "news", "args", List.of("</script>", Map.of("n", 1))));
        pick("news", Direction.TO_CLIENT);
        assertThat(window.shows("#inspector-again")).isFalse();
        assertThat(window.shows("#inspector-edit")).isTrue();
        window.run(CommandId.SEND_AGAIN);
        copy("JAVASCRIPT", "The event as JavaScript");
        assertThat(clip()).isEqualTo("""
                socket.on("news", (value1, value2) => {
                  // value1 = "\\u003c/script>"
                  // value2 = {"n": 1}
                });""");
        window.run(CommandId.EDIT_AND_SEND);
        window.control(KeyCode.ENTER);
        assertThat(await(server, "news").path("args").path(0).asText()).isEqualTo("</script>");
    }

    private void copy(String ignored, String item) {
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        window.key(KeyCode.C, true, true, false);
        Fx.run(() -> window.find("#copy", javafx.scene.control.MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window.until("the clipboard", () -> !clip().isEmpty());
        Fx.closePopups();
    }

    private static String clip() {
        return Fx.call(() -> {
            String text = Clipboard.getSystemClipboard().getString();
            return text == null ? "" : text;
        });
    }

    @Test
    void anEventIsCopiedAsJavaScript() {
        Peer server = client(1100, 700);
        write("save", true, "\"lobby\"", "{\"n\":1}");
        window.control(KeyCode.ENTER);
        await(server, "save");
        window.until("acknowledged", () -> window.text("#composer-report").startsWith("acknowledged in"));
        pick("save", Direction.TO_SERVER);
        copy("JAVASCRIPT", "The event as JavaScript");
        assertThat(clip()).startsWith("socket.emit(\"save\", \"lobby\", {\"n\": 1}, (");
        copy("LINE", "The packet as a line of a JSON Lines capture");
        assertThat(clip()).startsWith("{\"n\":").contains("\"event\":\"save\"");
        copy("JSON", "The arguments as JSON, in lines");
        assertThat(clip()).isEqualTo("[\n  \"lobby\",\n  {\n    \"n\": 1\n  }\n]");
    }

    @ParameterizedTest
    @CsvSource({"1100,700", "1600,990"})
    void anImageThatAPeerSentIsShown(int width, int height) throws IOException {
        Peer server = client(width, height);
        byte[] png = png(320, 120);
        server.command(Map.of(
                "do", "emit", "namespace", "/", "event", "chat:upload",
                "args", List.of("avatar.png", Map.of("$binary", Base64.getEncoder().encodeToString(png)))));
        Inspected got = pick("chat:upload", Direction.TO_CLIENT);
        assertThat(got.packet().entry().body().attachments()).hasSize(1);
        Fx.run(() -> window.find("#tabs", TabPane.class).getSelectionModel().select(1));
        window.until("the image", () -> Fx.call(() -> window.stage.getScene().getRoot().lookup(".binary-image") != null));
        ImageView view = Fx.call(() -> (ImageView) window.stage.getScene().getRoot().lookup(".binary-image").lookup(".image-view"));
        assertThat(Fx.call(() -> view.getImage().getWidth())).isEqualTo(320);
        window.pictures("inspect-3-image-" + width);

        window.run(CommandId.EDIT_AND_SEND);
        window.until("the image in the composer", () -> composer().arguments().size() == 2);
        assertThat(Fx.call(() -> composer().arguments().get(1).kindProperty().get())).isEqualTo(ArgumentKind.BASE64);
        window.control(KeyCode.ENTER);
        await(server, "chat:upload");
        Inspected sent = pick("chat:upload", Direction.TO_SERVER);
        assertThat(sent.packet().entry().body().attachments()).isEqualTo(got.packet().entry().body().attachments());
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 8; i++) {
            graphics.setColor(new Color(20 + i * 25, 90, 200 - i * 20));
            graphics.fillOval(i * width / 8, i * 6, width / 6, height / 2);
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"1100,700", "1600,990"})
    void aHostReachesRoomsWithoutSomebodyAndOneSocketByItsName(int width, int height) {
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        window.press("#host-start");
        window.until("it listens", () -> window.text("#host-address").startsWith("http://"));
        String url = window.text("#host-address");
        List<Peer> clients = new ArrayList<>();
        for (String name : List.of("mia", "jo", "sam")) {
            clients.add(peer("client.cjs", Map.of(
                    "url", url, "namespaces", List.of("/chat"), "options", Map.of("auth", Map.of("name", name)))));
        }
        clients.forEach(client -> client.await("connect"));
        HostSession host = (HostSession) window.workbench.session("h1").orElseThrow();
        window.until("three sockets", () -> host.snapshot().sockets().size() == 3);
        host.snapshot().sockets().forEach(socket -> host.join("/chat", socket.id(), "lobby"));
        window.until("the room", () -> host.snapshot().sockets().stream().allMatch(socket -> socket.rooms().contains("lobby")));
        String mia = idOf(host, "mia");
        window.run(CommandId.TRAFFIC);
        Audience audience = composer().audience();
        window.until("the targets", () -> Fx.call(() -> window.text("#composer-send").equals("Emit to 3")));
        assertThat(Fx.call(() -> audience.targets("").choices())).extracting(TargetChoice::words).anyMatch(words -> words.startsWith("mia  "));
        Fx.run(() -> {
            audience.targetProperty().set(choice(audience.targets("lobby").choices(), TargetKind.ROOM));
            audience.exceptProperty().set(choice(audience.exceptions("mia").choices(), TargetKind.SOCKET));
        });
        write("chat:message", false, "{\n  \"from\": \"server\",\n  \"text\": \"two minutes\",\n  \"mentions\": [\"jo\" \"sam\"]\n}");
        ArgumentRow row = Fx.call(() -> composer().arguments().getFirst());
        assertThat(Fx.call(() -> row.problemAtProperty().get())).isPositive();
        assertThat(window.text("#composer-send")).isEqualTo("Emit to 2");
        window.pictures("compose-all-but-error-" + width);
        write("chat:message", false, "{\"text\": \"two minutes\"}");
        window.control(KeyCode.ENTER);
        await(clients.get(1), "chat:message");
        await(clients.get(2), "chat:message");

        Fx.run(() -> window.shell.pages().composer().audience().targetProperty().set(audience.targets("mia").choices().getFirst()));
        assertThat(window.text("#composer-send")).isEqualTo("Emit to 1");
        write("only:you", false, "1");
        window.control(KeyCode.ENTER);
        await(clients.getFirst(), "only:you");
        assertThat(clients.getFirst().untaken()).noneMatch(line -> line.path("event").asText().equals("chat:message"));

        pick("only:you", Direction.TO_CLIENT);
        window.control(KeyCode.R);
        await(clients.getFirst(), "only:you");
        clients.getFirst().close();
        window.until("mia left", () -> host.snapshot().sockets().size() == 2);
        window.until("gone", () -> window.text("#composer-send").equals("Emit to 0"));
        assertThat(Fx.call(() -> audience.targetProperty().get())).extracting(TargetChoice::id).isEqualTo(mia);
        window.until("nobody to send it to again", () -> !window.shows("#inspector-again"));
        write("only:you", false, "1");
        window.control(KeyCode.ENTER);
        window.until("the refusal", () -> window.text("#composer-report").equals("That socket is gone."));
    }

    private static TargetChoice choice(List<TargetChoice> choices, TargetKind kind) {
        return choices.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static String idOf(HostSession host, String name) {
        return host.snapshot().sockets().stream()
                .filter(socket -> socket.handshake().auth().contains(name))
                .map(SocketSnapshot::id)
                .findFirst()
                .orElseThrow();
    }
}
