package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.LayoutAudit;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workspace.Saved;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's way through several hosts and all their options. */
@NeedsDisplayText
class HostsPathTest {

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private ShellHarness window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open(Workspace workspace) {
        window = new ShellHarness(folder, workspace, ThemeChoice.LIGHT);
    }

    private void screen(String name) {
        for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
            window.theme(choice);
            String full = name + "-" + choice.name().toLowerCase(Locale.ROOT);
            Screenshots.save(window.stage.getScene(), "hosts-" + full);
            LayoutAudit.of(window.stage.getScene()).problems().forEach(problem -> problems.add(full + ": " + problem));
        }
    }

    private void unfoldAll() {
        for (String fold : List.of("pages", "tls", "back", "http", "limits")) {
            window.press("#host-fold-" + fold);
        }
    }

    private void scroll(double to) {
        Fx.run(() -> formPane().setVvalue(to));
        Fx.pulses();
    }

    private double formScroll() {
        return Fx.call(() -> formPane().getVvalue());
    }

    private ScrollPane formPane() {
        Node node = window.stage.getScene().getRoot().lookup("#host-port");
        while (!(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        return (ScrollPane) node;
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1100,700,fr", "1500,998,en", "1500,998,fr"})
    void everyOptionStandsWhole(int width, int height, String language) {
        open(ShellHarness.sized(width, height, language));
        window.run(CommandId.HOST);
        String suffix = width + "-" + language;
        unfoldAll();
        scroll(1);
        screen("folds-" + suffix);
        Fx.run(() -> {
            window.find("#host-recover", CheckBox.class).setSelected(true);
            window.find("#host-tls", ComboBox.class).getSelectionModel().select(2);
            window.find("#host-compress", CheckBox.class).setSelected(false);
        });
        window.type("#host-cookie", "io; Somewhere");
        window.type("#host-heads", "soon");
        scroll(0.7);
        screen("wrong-" + suffix);
        scroll(1);
        screen("wrong-end-" + suffix);
        unfoldAll();
        screen("folded-" + suffix);
        assertThat(problems).isEmpty();
    }

    @Test
    void aFoldSaysWhatOfItIsChangedAndOpensWhereSomethingIsWrong() {
        open(ShellHarness.sized(1100, 700));
        window.run(CommandId.HOST);
        assertThat(window.shows("#host-cookie")).isFalse();
        window.type("#host-cookie", "io");
        assertThat(window.text("#host-told-http")).isEqualTo("Cookie");
        assertThat(window.find("#host-fold-http", Button.class).getAccessibleText()).contains("Cookie");
        window.type("#host-cookie", "a b");
        assertThat(window.shows("#host-cookie")).isTrue();
        assertThat(Fx.call(() -> window.find("#host-start", Button.class).isDisabled())).isTrue();
        window.type("#host-cookie", "");
        window.press("#host-fold-http");
        assertThat(window.text("#host-told-http")).isEqualTo("at their defaults");
    }

    private List<SessionSnapshot> running() {
        return window.workbench.snapshots().stream()
                .filter(each -> each.state() instanceof SessionState.Listening)
                .toList();
    }

    private void startOne(String port, String path) {
        window.run(CommandId.HOST);
        window.type("#host-port", port);
        window.type("#host-path", path);
        int before = running().size();
        window.press("#host-start");
        window.until("a host more", () -> running().size() == before + 1);
    }

    private List<Button> kept(String styleClass) {
        return Fx.call(() -> window.find("#host-kept", Node.class).lookupAll("." + styleClass).stream()
                .map(Button.class::cast)
                .toList());
    }

    private void press(Button button) {
        Fx.run(button::fire);
        Fx.pulses();
    }

    @Test
    void severalHostsRunAtOnceAndAreOfferedAgainAtTheNextStart() throws IOException {
        open(ShellHarness.sized(1100, 700));
        startOne("0", "/one");
        startOne("0", "/two");
        window.run(CommandId.HOST);
        assertThat(window.shows("#host-kept")).isTrue();
        assertThat(kept("kept-run")).extracting(Button::getText).containsExactly("Stop", "Stop");
        screen("kept-running");
        press(kept("kept-run").getFirst());
        window.until("one is stopped", () -> running().size() == 1);
        assertThat(kept("kept-run")).extracting(Button::getText).containsExactly("Start", "Stop");
        press(kept("kept-run").getFirst());
        window.until("it runs again", () -> running().size() == 2);
        press(kept("kept-run").getLast());
        window.until("the other is stopped", () -> running().size() == 1);
        press(kept("kept-edit").getFirst());
        window.type("#host-path", "/three");
        window.press("#host-start");
        window.until("the edited one runs", () -> running().size() == 2);
        assertThat(paths()).containsExactly("/one", "/three");
        window.shell.remember(false);
        window.close();

        open(new WorkspaceStore(folder).load().workspace());
        assertThat(running()).isEmpty();
        window.run(CommandId.HOST);
        assertThat(kept("kept-run")).extracting(Button::getText).containsExactly("Start", "Start");
        screen("kept-again");
        press(kept("kept-forget").getFirst());
        assertThat(paths()).containsExactly("/three");
        press(kept("kept-run").getFirst());
        window.until("it runs", () -> running().size() == 1);
        press(kept("kept-show").getFirst());
        assertThat(window.shows("#host-address")).isTrue();
        assertThat(window.find("#host-path", javafx.scene.control.TextField.class).getText()).isEqualTo("/three");
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeptHostThatCameBackOtherwiseIsKnownToRun() throws IOException {
        HostSpec spec = HostSpec.on(0, new Behaviour.Echo());
        open(ShellHarness.sized(1100, 700).keep(new Saved.Host("h", "mock", spec, false)));
        window.run(CommandId.HOST);
        assertThat(kept("kept-run")).extracting(Button::getText).containsExactly("Start");
        String session = window.workbench.host(spec).id();
        window.until("it is known", () -> kept("kept-run").getFirst().getText().equals("Stop"));
        press(kept("kept-run").getFirst());
        window.until("it is stopped", () -> window.workbench.session(session).isEmpty());
    }

    private List<String> paths() {
        return Fx.call(() -> window.shell.shelf().all().stream()
                .map(Saved.Host.class::cast)
                .map(host -> host.spec().http().path())
                .toList());
    }

    @Test
    @NeedsNode
    void theTreeTellsBothGenerationsApartAndTheTableTheRates() {
        open(ShellHarness.sized(1100, 700));
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        Fx.run(() -> window.find("#host-older", CheckBox.class).setSelected(true));
        window.press("#host-start");
        window.until("it listens", () -> running().size() == 1);
        String url = running().getFirst().name();
        try (Peer newer = Peer.start("client.cjs", Map.of("url", url));
                Peer older = Peer.start("client.cjs", Map.of("url", url, "client", "socket.io-client-2.5.0"))) {
            newer.await("connect");
            older.await("connect");
            window.until("both are there", () -> running().getFirst().sockets().size() == 2);
            Fx.run(() -> {
                TreeView<?> tree = window.find("#sessions-tree", TreeView.class);
                tree.getRoot().getChildren().forEach(HostsPathTest::expand);
            });
            window.until("the older one has its mark", () -> Fx.call(() -> window.stage.getScene().getRoot().lookupAll(".badge").stream()
                    .anyMatch(node -> node instanceof Label label && label.getText().equals("v3"))));
            window.until("a rate is shown", () -> {
                older.command(Map.of("do", "emit", "event", "hi", "args", List.of("there")));
                return Fx.call(() -> window.find("#host-sockets", Node.class).lookupAll(".table-cell.to-server").stream()
                        .anyMatch(node -> node instanceof javafx.scene.control.Labeled cell
                                && cell.getText() != null
                                && cell.getText().endsWith("/s")));
            });
            screen("generations");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aCertificateMadeOnTheSpotShowsWhatToTrust() {
        open(ShellHarness.sized(1100, 700));
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        window.press("#host-fold-tls");
        Fx.run(() -> window.find("#host-tls", ComboBox.class).getSelectionModel().select(1));
        assertThat(window.shows("#host-fingerprint")).isFalse();
        scroll(0);
        window.press("#host-start");
        window.until("it listens", () -> running().size() == 1);
        assertThat(formScroll()).as("starting moves nothing under the person's eyes").isZero();
        window.until("the fingerprint", () -> window.shows("#host-fingerprint"));
        assertThat(window.text("#host-fingerprint")).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Path.of(window.text("#host-trust"))).isEqualTo(folder.resolve("certificates").resolve("localhost.pem")).exists();
        assertThat(window.text("#host-address")).startsWith("https://localhost:");
        scroll(1);
        screen("certificate");
        assertThat(problems).isEmpty();
    }

    private static void expand(TreeItem<?> row) {
        row.setExpanded(true);
        row.getChildren().forEach(HostsPathTest::expand);
    }
}
