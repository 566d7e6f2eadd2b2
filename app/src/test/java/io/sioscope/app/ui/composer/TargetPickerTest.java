package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetPickerTest {

    private final Selection selection = new Selection();
    private final TargetPicker picker = new TargetPicker(selection, new Texts(ComposerViewModel.class, Locale.ENGLISH));

    private static SessionSnapshot host(SocketSnapshot... more) {
        List<SocketSnapshot> sockets = new ArrayList<>(List.of(
                socket("/", "a", "lobby"),
                socket("/", "b", "lobby", "dev"),
                socket("/", "c"),
                socket("/chat", "d", "lobby")));
        sockets.addAll(List.of(more));
        return new SessionSnapshot(
                "h1",
                SessionSnapshot.Kind.HOST,
                "http://localhost",
                new SessionState.Listening("http://localhost", 1, "/socket.io"),
                Optional.empty(),
                List.of(
                        new NamespaceSnapshot("/", new NamespaceState.Served(3)),
                        new NamespaceSnapshot("/chat", new NamespaceState.Served(1))),
                sockets);
    }

    private static SocketSnapshot socket(String namespace, String id, String... rooms) {
        return new SocketSnapshot(namespace, id, List.of(rooms), Transport.WEBSOCKET, "127.0.0.1");
    }

    private void leaveOut(String name) {
        picker.exceptProperty().set(picker.exceptions().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aRoomPickedElsewhereBecomesTheTargetWithItsNamespace() {
        picker.show(host());
        selection.pickRoom("/chat", "lobby");
        assertThat(picker.namespaceProperty().get()).isEqualTo("/chat");
        assertThat(picker.targetProperty().get().target()).isEqualTo(new Target.Room("lobby"));
        assertThat(picker.reachProperty().get()).isEqualTo(1);
        selection.pickSocket("/", "b");
        assertThat(picker.namespaceProperty().get()).isEqualTo("/");
        assertThat(picker.targetProperty().get().target()).isEqualTo(new Target.Socket("b"));
    }

    @Test
    void itSaysHowManyItReachesAndWhoIsLeftOutCountsNot() {
        picker.show(host());
        assertThat(picker.reachProperty().get()).isEqualTo(3);
        leaveOut("dev");
        assertThat(picker.reachProperty().get()).isEqualTo(2);
        assertThat(picker.left()).containsExactly("dev");
        leaveOut("c");
        assertThat(picker.reachProperty().get()).isEqualTo(2);
        picker.show(host(socket("/", "e", "dev")));
        assertThat(picker.reachProperty().get()).isEqualTo(3);
        assertThat(picker.left()).containsExactly("c");
        selection.pickSocket("/", "a");
        assertThat(picker.exceptions()).isEmpty();
        assertThat(picker.left()).isEmpty();
        assertThat(picker.reachProperty().get()).isEqualTo(1);
    }

    @Test
    void aPersonMayStillChooseAnotherTarget() {
        picker.show(host());
        selection.pickRoom("/", "lobby");
        picker.targetProperty().set(picker.targets().getFirst());
        picker.show(host(socket("/", "e", "lobby")));
        assertThat(picker.targetProperty().get().target()).isEqualTo(new Target.All());
        assertThat(picker.reachProperty().get()).isEqualTo(4);
    }
}
