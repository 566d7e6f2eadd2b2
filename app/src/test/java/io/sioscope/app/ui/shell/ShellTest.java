package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workspace.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    private ShellHarness open(int width, int height) {
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
        return window;
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void theStartPageFitsTheLeastWindow() {
        open(1100, 700);
        assertThat(window.shows("#start-demo")).isTrue();
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        assertThat(Fx.call(() -> window.find("#start-url", javafx.scene.Node.class).isFocused())).isTrue();
        window.pictures("start-1100");
    }

    @Test
    void theStartPageAtFullSize() {
        open(1440, 900);
        window.pictures("start-1440");
        window.run(CommandId.SHORTCUTS);
        assertThat(window.shows("#shortcuts")).isTrue();
        window.pictures("shortcuts-1440");
    }

    @Test
    void aRefusedConnectionIsExplainedOnThePage() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        open(1100, 700);
        window.run(CommandId.CONNECT);
        window.pictures("connect-1100");
        window.type("#url", "http://127.0.0.1:" + port);
        window.press("#connect");
        window.until("the failure", () -> window.text("#outcome-head").contains("Nobody listens"));
        assertThat(window.text("#outcome-hint")).contains("Start the server");
        window.pictures("connect-failed-1100");
    }

    @Test
    void aHostAndAClient() {
        open(1440, 900);
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        window.pictures("host-new-1440");
        window.press("#host-start");
        window.until("it listens", () -> window.text("#host-address").startsWith("http://"));
        String url = window.text("#host-address");
        window.run(CommandId.CONNECT);
        window.type("#url", url);
        window.type("#new-namespace", "/chat");
        window.press("#add-namespace");
        window.pictures("connect-1440");
        window.press("#connect");
        window.until("traffic", () -> window.shows("#composer-send"));
        window.type("#composer-event", "hello");
        window.pictures("traffic-1440");
        Fx.run(() -> window.shell.select("h1"));
        Fx.pulses();
        window.run(CommandId.PAGE);
        window.until("two sockets", () -> window.workbench.snapshots().getFirst().sockets().size() == 1);
        window.pictures("host-1440");
    }

    @Test
    void french() {
        window = new ShellHarness(folder, Settings.DEFAULTS.withWindow(1100, 700, false).withLanguage("fr"), ThemeChoice.LIGHT);
        window.pictures("start-fr-1100");
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.run(CommandId.CONNECT);
        window.pictures("connect-fr-1100");
        window.run(CommandId.LANGUAGE);
        assertThat(window.text("#connect")).isEqualTo("Connect");
    }
}
