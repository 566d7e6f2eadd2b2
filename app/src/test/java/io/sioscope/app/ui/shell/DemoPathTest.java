package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.BroadcastSeen;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.testing.NeedsDisplayText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the demo to the exported file, by the keyboard alone and by the mouse alone (but for what has to be typed). */
@NeedsDisplayText
class DemoPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    @BeforeEach
    void open() {
        window = new ShellHarness(folder, ShellHarness.sized(1440, 900), ThemeChoice.LIGHT);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private HostSession host() {
        return (HostSession) window.workbench.sessions().getFirst();
    }

    private long inLobby() {
        return host().snapshot().sockets().stream().filter(socket -> socket.rooms().contains("lobby")).count();
    }

    private void types(String text) {
        for (char letter : text.toCharArray()) {
            Fx.run(() -> {
                Scene scene = window.stage.getScene();
                EventTarget target = scene.getFocusOwner();
                Event.fireEvent(target, new KeyEvent(
                        KeyEvent.KEY_TYPED, String.valueOf(letter), "", KeyCode.UNDEFINED, false, false, false, false));
            });
        }
        Fx.pulses();
    }

    private void keys(KeyCode... codes) {
        for (KeyCode code : codes) {
            window.key(code, false, false, false);
        }
    }

    private List<BroadcastSeen> notices() {
        return host().broadcastsSince(0).stream().filter(each -> each.event().equals("notice")).toList();
    }

    private void waitsForUs() {
        window.until("a question to us", () -> !window.workbench.ackRequests().isEmpty());
    }

    @Test
    void byTheKeyboardAlone() throws IOException {
        window.key(KeyCode.D, true, true, false);
        window.until("people in the lobby", () -> window.shows("#map-canvas") && inLobby() >= 3);
        window.control(KeyCode.DIGIT3);
        assertThat(window.focused("#map-list")).isTrue();
        window.until("the lobby in the list", () -> listed().stream().anyMatch(each -> each.contains("lobby")));
        for (int i = 0; i < 20 && !picked().contains("lobby"); i++) {
            keys(KeyCode.DOWN);
        }
        keys(KeyCode.SPACE);
        assertThat(window.shell.selection().roomProperty().get()).isEqualTo("lobby");
        window.pictures("demo-keys-1-room");
        window.control(KeyCode.T);
        assertThat(window.focused("#composer-event")).isTrue();
        types("notice");
        window.control(KeyCode.ENTER);
        window.until("the broadcast", () -> notices().size() == 1);
        assertThat(notices().getFirst().rooms()).containsExactly("lobby");
        window.control(KeyCode.DIGIT2);
        window.control(KeyCode.F);
        types("event:notice");
        window.until(
                "a row for each who got it",
                () -> window.rows().size() == notices().getFirst().recipients().size());
        window.pictures("demo-keys-2-who-got-it");
        waitsForUs();
        window.control(KeyCode.DIGIT3);
        keys(KeyCode.ESCAPE);
        assertThat(window.shell.selection().roomProperty().get()).isEmpty();
        window.control(KeyCode.DIGIT2);
        window.control(KeyCode.F);
        types("ack:ours");
        keys(KeyCode.ENTER);
        window.until("the question to us", () -> Fx.call(() -> window.traffic().filterProperty().get()).contains("ack:ours")
                && window.rows().stream().anyMatch(each -> each.name().equals("ask")));
        int waiting = window.workbench.ackRequests().size();
        keys(KeyCode.HOME);
        window.key(KeyCode.A, false, false, false);
        window.until("the composer answers", () -> window.shell.selection().answeringProperty().get() != null);
        types("{}");
        window.pictures("demo-keys-3-answering");
        window.control(KeyCode.ENTER);
        window.until("it is answered", () -> window.shell.selection().answeringProperty().get() == null
                && window.workbench.ackRequests().size() <= waiting);
        export();
    }

    private List<String> listed() {
        return Fx.call(() -> {
            ListView<?> list = window.find("#map-list", ListView.class);
            return list.getItems().stream().map(String::valueOf).toList();
        });
    }

    private String picked() {
        return Fx.call(() -> String.valueOf(window.find("#map-list", ListView.class).getSelectionModel().getSelectedItem()));
    }

    private void export() throws IOException {
        Path file = folder.resolve("demo.jsonl");
        window.files.next = Optional.of(file);
        window.control(KeyCode.S);
        window.until("the file, or what it would give away", () -> window.shows("#transfer"));
        if (window.shows("#transfer-write")) {
            Fx.run(() -> window.find("#transfer-write", Node.class).requestFocus());
            Fx.run(() -> window.find("#transfer-write", javafx.scene.control.Button.class).fire());
        }
        window.until("the file", () -> Files.exists(file) && window.text("#transfer-words").contains("packets written"));
        assertThat(Files.readAllLines(file)).anyMatch(line -> line.contains("\"event\":\"notice\""));
    }

    private void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        Point2D scene = node.localToScene(x, y);
        Point2D screen = node.localToScreen(x, y);
        Event.fireEvent(node, new MouseEvent(
                type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, 1, false, false, false,
                false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true,
                new PickResult(node, scene.getX(), scene.getY())));
    }

    private void click(String selector) {
        Fx.run(() -> {
            Region node = window.find(selector, Region.class);
            click(node, node.getWidth() / 2, node.getHeight() / 2);
        });
        Fx.pulses();
    }

    private void click(Node node, double x, double y) {
        mouse(node, MouseEvent.MOUSE_ENTERED, x, y);
        mouse(node, MouseEvent.MOUSE_PRESSED, x, y);
        mouse(node, MouseEvent.MOUSE_RELEASED, x, y);
        mouse(node, MouseEvent.MOUSE_CLICKED, x, y);
    }

    @Test
    void byTheMouseAlone() throws IOException {
        click("#start-demo");
        window.until("people in the lobby", () -> window.shows("#map-canvas") && inLobby() >= 3);
        window.until("the lobby on the map", () -> Fx.call(() -> window.shell.pages().mapView().placeOf("/chat", "lobby", "")) != null);
        Fx.run(() -> {
            double[] lobby = window.shell.pages().mapView().placeOf("/chat", "lobby", "");
            click(window.find("#map-canvas", Region.class), lobby[0], lobby[1] + lobby[2] - 2);
        });
        Fx.pulses();
        assertThat(window.shell.selection().roomProperty().get()).isEqualTo("lobby");
        click("#map-emit");
        assertThat(window.focused("#composer-event")).isTrue();
        types("notice");
        click("#composer-send");
        window.until("the broadcast", () -> notices().size() == 1);
        window.pictures("demo-mouse-1-sent");
        waitsForUs();
        click("#tab-page");
        window.until("who waits for us", () -> window.shows("#host-waiting .waiting-answer"));
        int waiting = window.workbench.ackRequests().size();
        click("#host-waiting .waiting-answer");
        window.until("the composer answers", () -> window.shell.selection().answeringProperty().get() != null);
        window.pictures("demo-mouse-2-answering");
        click("#composer-answer");
        window.until("it is answered", () -> window.shell.selection().answeringProperty().get() == null
                && window.workbench.ackRequests().size() <= waiting);
        export();
    }
}
