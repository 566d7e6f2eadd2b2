package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.connect.DoctorRow;
import io.sioscope.app.ui.connect.DoctorViewModel;
import io.sioscope.app.ui.connect.TransportChoice;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.LayoutAudit;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.protocol.client.doctor.Layer;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person does whose connection fails: asks why, reads, mends, and connects. */
@NeedsNode
@NeedsDisplayText
class DoctorPathTest {

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

    private void open(int width, int height, String language, Map<String, ?> config) {
        server = Peer.start("failing.cjs", config);
        window = new ShellHarness(folder, ShellHarness.sized(width, height, language), ThemeChoice.LIGHT);
        window.control(KeyCode.N);
        window.type("#url", "http://127.0.0.1:" + server.port());
    }

    private DoctorViewModel doctor() {
        return window.shell.pages().connection("c1").doctor();
    }

    private void until(DoctorViewModel.Phase phase) {
        window.until("the doctor: " + phase, () -> Fx.call(() -> doctor().phaseProperty().get() == phase));
    }

    private DoctorRow row(Layer layer) {
        return Fx.call(() -> doctor().rows().get(layer.ordinal()));
    }

    private void fits() {
        assertThat(LayoutAudit.of(window.stage.getScene()).problems()).isEmpty();
    }

    private boolean guilty(String selector) {
        return Fx.call(() -> window.find(selector, Node.class).getStyleClass().contains("guilty"));
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en,Why?", "1440,900,fr,Pourquoi\u00a0?"})
    void aWrongPathIsFoundAndMended(int width, int height, String language, String why) {
        open(width, height, language, Map.of("page", true));
        window.type("#path", "/realtime");
        window.press("#connect");
        window.until("the failure", () -> window.shows("#outcome-why") && window.text("#connect").matches("Connect|Se connecter"));
        assertThat(window.text("#outcome-why")).isEqualTo(why);
        window.pictures("doctor-1-why-" + language);
        window.press("#outcome-why");
        assertThat(window.shows("#doctor")).isTrue();
        assertThat(window.shows("#outcome-why")).as("one card says it all").isFalse();
        until(DoctorViewModel.Phase.WRONG);
        assertThat(window.text("#doctor-verdict")).contains("/realtime/").contains("/socket.io/");
        assertThat(Fx.call(() -> window.find("#doctor-layers", ListView.class).getSelectionModel().getSelectedIndex()))
                .isEqualTo(Layer.PATH.ordinal());
        assertThat(row(Layer.HEARTBEAT).mark()).isEqualTo(DoctorRow.Mark.UNREACHED);
        assertThat(guilty("#path")).as("marked where it was typed").isTrue();
        assertThat(guilty("#url")).isFalse();
        fits();
        window.pictures("doctor-2-path-" + language);
        assertThat(window.text("#doctor-remedy")).contains("/socket.io/");
        window.type("#path", "/elsewhere");
        assertThat(guilty("#path")).as("no longer what was examined").isFalse();
        window.press("#doctor-remedy");
        window.until("traffic", () -> window.shows("#composer-send"));
    }

    @Test
    void aRefusalIsExaminedWhileTheConnectionStays() {
        open(1100, 700, "en", Map.of("middleware", "refuse"));
        window.press("#connect");
        window.until("the refusal", () -> window.shows("#outcome-why"));
        window.run(CommandId.DOCTOR);
        window.until("the refusal's layer", () -> row(Layer.MIDDLEWARE).mark() == DoctorRow.Mark.BAD);
        assertThat(window.text("#doctor-why")).isEqualTo("/ was refused: \"token expired\" {\"code\":\"E_EXP\"}");
        until(DoctorViewModel.Phase.WRONG);
        assertThat(window.text("#doctor-works")).startsWith("What does work: Name, Port, HTTP, Path, Engine.IO, Transport");
        fits();
        window.pictures("doctor-3-refused-en");
        window.press("#doctor-copy");
        String report = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(report)
                .startsWith("http://127.0.0.1:" + server.port() + "\nMiddleware: / was refused")
                .contains("\n✓ Transport: Polling and WebSocket both work.")
                .contains("\n  < CONNECT_ERROR / token expired")
                .contains("\n– Heartbeat: not reached");
        window.press("#doctor-close");
        assertThat(window.shows("#doctor")).isFalse();
        assertThat(window.shows("#outcome-head")).isTrue();
    }

    @Test
    void layersFillOneByOneAndTheExaminationCanBeStopped() {
        open(1440, 900, "en", Map.of());
        window.press("#connect");
        window.until("traffic", () -> window.shows("#composer-send"));
        window.key(KeyCode.F9, false, false, false);
        window.run(CommandId.DOCTOR);
        window.until("the heartbeat's turn", () -> row(Layer.HEARTBEAT).mark() == DoctorRow.Mark.RUNNING);
        assertThat(row(Layer.PARSER).mark()).isEqualTo(DoctorRow.Mark.GOOD);
        assertThat(window.text("#doctor-again")).isEqualTo("Cancel");
        fits();
        window.pictures("doctor-4-running-en");
        window.press("#doctor-again");
        assertThat(window.text("#doctor-verdict")).isEqualTo("The examination was stopped.");
        assertThat(window.text("#doctor-again")).isEqualTo("Check again");
        assertThat(row(Layer.HEARTBEAT).mark()).isEqualTo(DoctorRow.Mark.WAITING);
    }

    @Test
    void aProxyWithoutWebSocketIsGoneRound() {
        open(1100, 700, "fr", Map.of("front", "no-websocket", "options", Map.of("pingInterval", 200, "pingTimeout", 1_000)));
        Fx.run(() -> window.shell.pages().newConnection().transportsProperty().set(TransportChoice.WEBSOCKET));
        window.press("#connect");
        window.until("the failure", () -> window.shows("#outcome-why"));
        window.press("#outcome-why");
        until(DoctorViewModel.Phase.WRONG);
        assertThat(row(Layer.TRANSPORT).words()).contains("403").contains("Tollgate");
        fits();
        window.pictures("doctor-5-websocket-fr");
        assertThat(window.text("#doctor-remedy")).isEqualTo("Utiliser le polling seul");
        window.press("#doctor-remedy");
        window.until("traffic", () -> window.shows("#composer-send"));
    }

    @Test
    void anotherLanguageSaysTheSame() {
        open(1100, 700, "en", Map.of("plain", true));
        window.press("#connect");
        window.until("the failure", () -> window.shows("#outcome-why"));
        window.press("#outcome-why");
        until(DoctorViewModel.Phase.WRONG);
        List<DoctorRow.Mark> marks = Fx.call(() -> doctor().rows().stream().map(DoctorRow::mark).toList());
        window.run(CommandId.LANGUAGE);
        window.until("French", () -> window.text("#doctor-verdict").startsWith("Chemin\u00a0:"));
        assertThat(Fx.call(() -> doctor().rows().stream().map(DoctorRow::mark).toList())).isEqualTo(marks);
        fits();
    }
}
