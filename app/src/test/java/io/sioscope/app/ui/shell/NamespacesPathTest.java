package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.sessions.SessionEntry;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Namespaces of an open connection are added, left, joined again and forgotten in the tree, against npm's socket.io. */
@NeedsNode
@NeedsDisplayText
class NamespacesPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    private List<NamespaceSnapshot> namespaces() {
        return window.workbench.snapshots().getFirst().namespaces();
    }

    private boolean connected(String name) {
        return namespaces().stream()
                .anyMatch(each -> each.name().equals(name) && each.state() instanceof NamespaceState.Connected);
    }

    @SuppressWarnings("unchecked")
    private TreeView<SessionEntry> tree() {
        return window.find("#sessions-tree", TreeView.class);
    }

    private TreeItem<SessionEntry> session() {
        return tree().getRoot().getChildren().getFirst();
    }

    /** Picks a line of the tree and puts the focus there. */
    private void pick(String namespace) {
        Fx.run(() -> {
            TreeView<SessionEntry> tree = tree();
            tree.requestFocus();
            tree.getSelectionModel().clearSelection();
            TreeItem<SessionEntry> session = session();
            TreeItem<SessionEntry> line = namespace.isEmpty()
                    ? session
                    : session.getChildren().stream()
                            .filter(each -> each.getValue().namespace().equals(namespace))
                            .findFirst()
                            .orElseThrow();
            tree.getSelectionModel().select(line);
        });
        Fx.pulses();
    }

    private void press(KeyCode code) {
        window.key(code, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aNamespaceIsAddedLeftJoinedAgainAndForgotten(String language) {
        window = new ShellHarness(folder, ShellHarness.sized(980, 700, language), ThemeChoice.LIGHT);
        try (Peer server = Peer.start("server.cjs", Map.of("namespaces", List.of("/", "/chat")))) {
            window.control(KeyCode.N);
            window.type("#url", "http://127.0.0.1:" + server.port());
            window.press("#connect");
            window.until("traffic", () -> window.shows("#composer-send"));
            pick("");
            press(KeyCode.INSERT);
            assertThat(window.focused("#session-name")).isTrue();
            window.type("#session-name", "/a,b");
            press(KeyCode.ENTER);
            assertThat(window.text("#session-name-problem")).contains("/a,b");
            window.pictures("namespaces-1-wrong-" + language);
            window.type("#session-name", "chat");
            press(KeyCode.ENTER);
            assertThat(window.shows("#session-name")).isFalse();
            window.until("it is joined", () -> connected("/chat"));
            window.until("its line", () -> Fx.call(() -> session().getChildren().size() == 2));
            pick("/chat");
            press(KeyCode.D);
            server.await("the leaving", line -> line.path("type").asText().equals("disconnect")
                    && line.path("namespace").asText().equals("/chat"));
            window.until("it is left", () -> !connected("/chat") && connected("/"));
            pick("/chat");
            press(KeyCode.R);
            window.until("it is joined again", () -> connected("/chat"));
            window.pictures("namespaces-2-joined-" + language);
            pick("/chat");
            press(KeyCode.DELETE);
            window.until("it is forgotten", () -> namespaces().size() == 1 && connected("/"));
            server.await("the second leaving", line -> line.path("type").asText().equals("disconnect")
                    && line.path("namespace").asText().equals("/chat"));
            assertThat(namespaces()).hasSize(1);
            assertThat(window.workbench.snapshots().getFirst().state()).isInstanceOf(SessionState.Connected.class);
            pick("");
            press(KeyCode.R);
            assertThat(connected("/")).as("what is connected stays so").isTrue();
            assertThat(namespaces()).as("what was forgotten stays so").hasSize(1);
            press(KeyCode.D);
            window.until("it is over", () -> !connected("/"));
        } finally {
            window.close();
        }
    }

    /** Opens the menu of the picked line as the right button does, and returns one of its items. */
    private MenuItem menu(String id) {
        Fx.closePopups();
        Fx.run(() -> Event.fireEvent(
                tree(),
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 20, 20, false, new PickResult(tree(), 20, 20))));
        Fx.pulses();
        assertThat(Fx.call(() -> tree().getContextMenu().isShowing())).isTrue();
        return Fx.call(() -> tree().getContextMenu().getItems().stream()
                .filter(item -> item.getId().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private void choose(String id) {
        MenuItem item = menu(id);
        assertThat(item.isDisable()).as("%s: %s", id, item.getText()).isFalse();
        Fx.run(item::fire);
        Fx.closePopups();
    }

    private void cannot(String id, String why) {
        MenuItem item = menu(id);
        assertThat(item.isDisable()).as(id).isTrue();
        assertThat(item.getText()).endsWith(why);
        Fx.closePopups();
    }

    @ParameterizedTest
    @CsvSource({"en,it is connected,it has ended already", "fr,déjà connecté,déjà fini"})
    void theMenuDoesTheSameAndSaysWhyNot(String language, String connected, String ended) {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700, language), ThemeChoice.LIGHT);
        try (Peer server = Peer.start("server.cjs", Map.of("namespaces", List.of("/", "/chat")))) {
            window.control(KeyCode.N);
            window.type("#url", "http://127.0.0.1:" + server.port());
            window.press("#connect");
            window.until("traffic", () -> window.shows("#composer-send"));
            pick("");
            cannot("tree-reconnect", connected);
            press(KeyCode.R);
            assertThat(window.text("#session-name-problem")).as("its key says it too").endsWith(connected);
            window.pictures("namespaces-3-why-" + language);
            choose("tree-namespace");
            assertThat(window.focused("#session-name")).isTrue();
            window.type("#session-name", "chat");
            press(KeyCode.ENTER);
            window.until("it is joined", () -> connected("/chat"));
            window.until("its line", () -> Fx.call(() -> session().getChildren().size() == 2));
            pick("/chat");
            choose("tree-disconnect");
            window.until("it is left", () -> !connected("/chat") && connected("/"));
            window.until("the tree knows", () -> menu("tree-disconnect").getText().endsWith(ended));
            cannot("tree-disconnect", ended);
            choose("tree-reconnect");
            window.until("it is joined again", () -> connected("/chat"));
            choose("tree-close");
            window.until("it is forgotten", () -> namespaces().size() == 1);
            pick("");
            choose("tree-disconnect");
            window.until("it is over", () -> !connected("/"));
            window.until("the tree knows", () -> menu("tree-disconnect").getText().endsWith(ended));
            Fx.closePopups();
            press(KeyCode.D);
            assertThat(window.text("#session-name-problem")).endsWith(ended);
            choose("tree-reconnect");
            window.until("it is back", () -> connected("/"));
            pick("");
            choose("tree-close");
            window.until("it is gone", () -> window.workbench.snapshots().isEmpty());
        } finally {
            window.close();
        }
    }

    @Test
    void aHostIsStoppedAndSaysThatItJoinsNothing() throws Exception {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700), ThemeChoice.LIGHT);
        try {
            window.workbench.host(HostSpec.on(0, new Behaviour.Echo()));
            window.until("its line", () -> Fx.call(() -> !tree().getRoot().getChildren().isEmpty()));
            pick("");
            cannot("tree-namespace", "a host joins none");
            cannot("tree-reconnect", "it listens");
            assertThat(menu("tree-disconnect").getText()).isEqualTo("Stop");
            choose("tree-disconnect");
            window.until("it is stopped", () -> window.workbench.snapshots().isEmpty());
            window.until("the tree knows", () -> menu("tree-reconnect").getText().endsWith("Host page"));
            Fx.closePopups();
        } finally {
            window.close();
        }
    }
}
