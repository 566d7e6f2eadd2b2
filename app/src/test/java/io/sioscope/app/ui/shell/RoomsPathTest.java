package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ClientSession;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client asks for rooms: of a server of npm's socket.io, and of a host in the same window. */
@NeedsDisplayText
class RoomsPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    @AfterEach
    void close() {
        window.close();
    }

    private void connect(int port) {
        window.control(KeyCode.N);
        window.type("#url", "http://127.0.0.1:" + port);
        window.press("#connect");
        window.until("traffic", () -> window.shows("#composer-send"));
    }

    @NeedsNode
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theApplicationsOwnEventAsksForARoom(String language) {
        window = new ShellHarness(folder, ShellHarness.sized(980, 900, language), ThemeChoice.LIGHT);
        try (Peer server = Peer.start("server.cjs", Map.of())) {
            connect(server.port());
            window.type("#composer-event", "join");
            Fx.run(() -> window.shell.pages().composer().arguments().getFirst().textProperty().set("\"early\""));
            window.press("#composer-send");
            server.await("an event", line -> line.path("event").asText().equals("join"));
            window.run(CommandId.JOIN_ROOM);
            assertThat(window.focused("#rooms-join-event")).isTrue();
            window.until("what was seen is offered", () -> window.shows(".rooms-take"));
            window.pictures("rooms-1-offered-" + language);
            Fx.run(() -> window.find(".rooms-take", Button.class).fire());
            Fx.pulses();
            window.until("what was asked", () -> window.text("#rooms-asked").contains("early"));
            window.run(CommandId.JOIN_ROOM);
            assertThat(window.focused("#rooms-room")).isTrue();
            window.type("#rooms-room", "lobby");
            window.press("#rooms-join");
            server.await("the question", line -> line.path("args").toString().equals("[\"lobby\"]"));
            server.command(Map.of("do", "rooms"));
            assertThat(server.await("rooms").path("rooms").has("lobby")).isTrue();
            window.until("it is said", () -> window.text("#rooms-asked").contains("lobby"));
            assertThat(window.text("#rooms-known")).as("another's server tells nothing").doesNotContain("lobby");
            window.type("#rooms-leave-event", "leave");
            window.type("#rooms-room", "early");
            window.press("#rooms-leave");
            window.until("it is given up", () -> !window.text("#rooms-asked").contains("early"));
            window.pictures("rooms-2-asked-" + language);
        }
    }

    @Test
    void whatAHostInTheSameWindowDidStandsApartFromWhatWasAsked() throws Exception {
        window = new ShellHarness(folder, ShellHarness.sized(980, 900), ThemeChoice.LIGHT);
        HostSession host = window.workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        connect(host.address().port());
        ClientSession client = (ClientSession) window.workbench.sessions().getLast();
        window.run(CommandId.JOIN_ROOM);
        window.type("#rooms-join-event", "join:room");
        window.type("#rooms-room", "lobby");
        window.press("#rooms-join");
        window.until("it was asked", () -> window.text("#rooms-asked").contains("lobby in /"));
        assertThat(window.text("#rooms-known")).isEqualTo("The server has it in no room.");
        host.join("/", client.sid("/").orElseThrow(), "news");
        window.until("what the server did", () -> window.text("#rooms-known").contains("news in /"));
        assertThat(window.text("#rooms-asked")).doesNotContain("news");
        window.pictures("rooms-3-hosted");
    }
}
