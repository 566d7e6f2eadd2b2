package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.testing.NeedsDisplayText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map of the demo: who is where, picked, joined and left. */
@NeedsDisplayText
class MapPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    @AfterEach
    void close() {
        window.close();
    }

    private void demo(int width, int height) {
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
        window.run(CommandId.DEMO);
        window.until("the map", () -> window.shows("#map-canvas") && members("/chat", "lobby").size() >= 3);
    }

    private HostSession host() {
        return (HostSession) window.workbench.sessions().getFirst();
    }

    private List<SocketSnapshot> members(String namespace, String room) {
        return host().snapshot().sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace) && socket.rooms().contains(room))
                .toList();
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
        Fx.run(() -> {
            Region canvas = window.find("#map-canvas", Region.class);
            javafx.geometry.Point2D scene = canvas.localToScene(x, y);
            javafx.geometry.Point2D screen = canvas.localToScreen(x, y);
            Event.fireEvent(canvas, new MouseEvent(
                    type, scene.getX(), scene.getY(), screen.getX(), screen.getY(), MouseButton.PRIMARY, clicks,
                    false, false, false, false, type != MouseEvent.MOUSE_RELEASED, false, false, false, false,
                    type == MouseEvent.MOUSE_CLICKED, new PickResult(canvas, scene.getX(), scene.getY())));
        });
    }

    private double[] roomAt(String namespace, String room) {
        return Fx.call(() -> window.shell.pages().mapView().placeOf(namespace, room, ""));
    }

    private double[] socketAt(String namespace, String socket) {
        return Fx.call(() -> window.shell.pages().mapView().placeOf(namespace, "", socket));
    }

    @ParameterizedTest
    @CsvSource({"1100,700", "1600,998"})
    void theDemoIsSeenAndARoomPicked(int width, int height) {
        demo(width, height);
        window.pictures("map-demo-" + width);
        window.until("a broadcast", () -> Fx.call(() -> window.shell.pages().mapView().isPulsing()));
        window.pictures("map-pulse-" + width);
        double[] lobby = roomAt("/chat", "lobby");
        mouse(MouseEvent.MOUSE_CLICKED, lobby[0], lobby[1] + lobby[2] - 3, 1);
        assertThat(window.shell.selection().roomProperty().get()).isEqualTo("lobby");
        assertThat(window.text("#map-list-title")).contains("lobby");
        window.pictures("map-room-" + width);
    }

    @Test
    void aSocketDraggedOntoARoomJoinsItAndLeavesByItsCard() throws IOException {
        window = new ShellHarness(folder, ShellHarness.sized(1600, 998), ThemeChoice.LIGHT);
        String url = window.workbench.host(HostSpec.on(0, new Behaviour.Silent())).address().url();
        window.workbench.connect(ConnectSpec.to(url));
        window.workbench.connect(ConnectSpec.to(url));
        window.until("two sockets", () -> host().snapshot().sockets().size() == 2);
        String inside = host().snapshot().sockets().getFirst().id();
        String outside = host().snapshot().sockets().getLast().id();
        host().join("/", inside, "quiet corner");
        Fx.run(() -> window.shell.select(host().id()));
        window.run(CommandId.MAP);
        window.until("the room", () -> roomAt("/", "quiet corner") != null);
        double[] from = socketAt("/", outside);
        double[] to = roomAt("/", "quiet corner");
        mouse(MouseEvent.MOUSE_PRESSED, from[0], from[1], 1);
        mouse(MouseEvent.MOUSE_DRAGGED, from[0] + 20, from[1] + 20, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, to[0], to[1], 1);
        window.pictures("map-drag-1600");
        mouse(MouseEvent.MOUSE_RELEASED, to[0], to[1], 1);
        window.until("the join", () -> members("/", "quiet corner").size() == 2);
        assertThat(window.shell.selection().socketProperty().get()).isEqualTo(outside);
        window.until("the card", () -> Fx.call(() -> window.stage.getScene().getRoot().lookup("#map-card .chip-cross") != null));
        window.pictures("map-socket-1600");
        Fx.run(() -> ((Button) window.stage.getScene().getRoot().lookup("#map-card .chip-cross")).fire());
        window.until("the leave", () -> members("/", "quiet corner").size() == 1);
    }

    @Test
    void theKeyboardFindsARoomItsMembersAndTheComposer() {
        demo(1600, 998);
        window.control(KeyCode.DIGIT3);
        assertThat(window.focused("#map-list")).isTrue();
        Fx.run(() -> {
            ListView<?> list = window.find("#map-list", ListView.class);
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("lobby")) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        });
        window.key(KeyCode.SPACE, false, false, false);
        assertThat(window.shell.selection().roomProperty().get()).isEqualTo("lobby");
        window.until("the members", () -> window.text("#map-list-title").contains("lobby"));
        window.key(KeyCode.DOWN, false, false, false);
        window.key(KeyCode.ENTER, false, false, false);
        assertThat(window.focused("#composer-event")).isTrue();
    }
}
