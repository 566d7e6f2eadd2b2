package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workspace.Preferences;
import io.sioscope.app.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.workspace.WorkspaceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDisplayText
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
        assertThat(Fx.call(() -> window.find("#start-demo", javafx.scene.Node.class).isFocused())).isTrue();
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
    void aWrongPathAndAnUnknownHostAreExplained() {
        open(1100, 700);
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        window.press("#host-start");
        window.until("it listens", () -> window.text("#host-address").startsWith("http://"));
        String url = window.text("#host-address");
        window.run(CommandId.CONNECT);
        window.type("#url", url);
        window.type("#path", "/wrong");
        window.press("#connect");
        window.until("the wrong path", () -> window.text("#outcome-head").contains("/wrong"));
        assertThat(window.text("#connect")).isEqualTo("Connect");
        window.pictures("wrong-path-1100");
        window.type("#path", "/socket.io");
        window.type("#url", "http://no-such-host.invalid:3000");
        window.press("#connect");
        window.until("the unknown host", () -> window.text("#outcome-head").contains("no-such-host.invalid"));
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
    void everyControlHasANameAndTheKeysLeadAround() {
        open(1100, 700);
        List<String> nameless = new ArrayList<>();
        for (CommandId page : new CommandId[] {CommandId.CONNECT, CommandId.HOST}) {
            window.run(page);
            Fx.run(() -> nameless(window.stage.getScene().getRoot(), nameless));
        }
        window.press("#host-start");
        window.until("it listens", () -> window.shows("#composer-send"));
        Fx.run(() -> nameless(window.stage.getScene().getRoot(), nameless));
        assertThat(nameless).isEmpty();
        List<String> walked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            window.key(KeyCode.F6, false, false, false);
            for (String region : List.of("#top-bar", "#sessions", "#tab-bar", "#composer")) {
                if (window.focused(region)) {
                    walked.add(region);
                }
            }
        }
        assertThat(walked).contains("#top-bar", "#sessions", "#tab-bar", "#composer");
    }

    private static void nameless(Node node, List<String> found) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        boolean ours = node instanceof Control && !(node instanceof ScrollPane);
        if (ours && node.isFocusTraversable() && node.isVisible() && !named) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
        }
    }

    @Test
    void everyCommandHasItsWordsAndAKeyOfItsOwn() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Texts texts = new Texts(Shell.class, language);
            for (CommandId id : CommandId.values()) {
                assertThat(texts.get(id.textKey())).isNotBlank();
            }
        }
        assertThat(Arrays.stream(CommandId.values()).map(CommandId::key)).doesNotHaveDuplicates();
    }

    @Test
    void theDemoFillsTheWindow() {
        open(1440, 900);
        window.press("#start-demo");
        window.until("traffic", () -> window.rows().size() > 25);
        window.pictures("demo-1440");
        int rows = window.rows().size();
        window.run(CommandId.LANGUAGE);
        assertThat(window.text("#tab-traffic")).isEqualTo("Trafic");
        assertThat(window.rows().size()).isGreaterThanOrEqualTo(rows);
        window.pictures("demo-fr-1440");
        window.run(CommandId.LANGUAGE);
        window.run(CommandId.PAGE);
        window.pictures("demo-host-1440");
    }

    @Test
    void aBusyPortIsExplainedOnThePage() throws IOException {
        open(1100, 700);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            window.run(CommandId.HOST);
            window.type("#host-port", Integer.toString(taken.getLocalPort()));
            window.press("#host-start");
            window.until("the failure", () -> window.shows("#host-failure"));
            window.pictures("host-busy-1100");
        }
    }

    @Test
    void filesThatCannotBeReadOrWrittenAreSaidInOneSentence() throws IOException {
        open(1100, 700);
        Path broken = Files.writeString(folder.resolve("broken.siocap"), "this is no capture at all, whatever its name");
        for (Path file : List.of(broken, folder.resolve("missing.har"), Files.writeString(folder.resolve("a.txt"), "x"))) {
            window.files.next = Optional.of(file);
            window.run(CommandId.OPEN);
            window.until("why", () -> window.shows("#transfer") && window.text("#transfer-words").contains(file.getFileName().toString()));
            assertThat(window.text("#transfer-words")).doesNotContain("Exception");
        }
        window.pictures("open-failed-1100");
        assertThat(window.workbench.sessions()).isEmpty();
        window.press("#start-demo");
        window.until("traffic", () -> window.rows().size() > 5);
        window.files.next = Optional.of(folder.resolve("no/such/folder/x.jsonl"));
        window.run(CommandId.EXPORT);
        if (window.shows("#transfer-write")) {
            window.press("#transfer-write");
        }
        window.until("why not", () -> window.text("#transfer-words").contains("x.jsonl")
                && !window.text("#transfer-words").contains("Writing"));
        assertThat(window.text("#transfer-words")).doesNotContain("Exception").doesNotContain("packets written");
        window.pictures("export-failed-1100");
    }

    @Test
    void namesAreCompletedWhileOneTypes() {
        open(1100, 700);
        window.press("#start-demo");
        window.until("traffic", () -> window.rows().stream().anyMatch(row -> row.name().equals("message")));
        window.control(KeyCode.T);
        assertThat(window.focused("#composer-event")).isTrue();
        window.type("#composer-event", "messa");
        window.until("an offer", () -> Fx.call(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance)));
        window.key(KeyCode.DOWN, false, false, false);
        window.key(KeyCode.ENTER, false, false, false);
        assertThat(window.shell.pages().composer().eventProperty().get()).isEqualTo("message");
        assertThat(Fx.call(() -> Window.getWindows().stream().noneMatch(PopupWindow.class::isInstance))).isTrue();
    }

    @Test
    void theMenuHoldsEveryCommandAndTheSheetLeavesWithEscape() {
        open(1100, 700);
        window.press("#top-more");
        List<String> shown = Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .map(MenuItem::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList());
        assertThat(shown).hasSize(CommandId.values().length);
        Fx.closePopups();
        window.key(KeyCode.F1, false, false, false);
        assertThat(window.shows("#shortcuts")).isTrue();
        window.pictures("shortcuts-1100");
        window.key(KeyCode.ESCAPE, false, false, false);
        assertThat(window.shows("#shortcuts")).isFalse();
    }

    @Test
    void aStoppedHostKeepsItsPacketsAndItsPage() {
        open(1100, 700);
        window.run(CommandId.HOST);
        window.type("#host-port", "0");
        window.press("#host-start");
        window.until("it listens", () -> window.shows("#host-address") && window.text("#host-address").startsWith("http://"));
        window.press("#host-start");
        window.until("it stopped", () -> window.text("#host-start").equals("Start"));
        assertThat(window.text("#session-state")).isEqualTo("disconnected");
        window.press("#host-start");
        window.until("it listens again", () -> window.text("#host-start").equals("Stop"));
        assertThat(Fx.call(window.shell::selected)).isEqualTo("h2");
        window.run(CommandId.CLOSE);
        window.until("the start page", () -> window.shows("#start-demo"));
        assertThat(window.workbench.sessions()).isEmpty();
    }

    @Test
    void aBugOfOursIsToldWithoutItsStackTrace() {
        open(1100, 700);
        Fx.run(() -> window.shell.internalProblem(new IllegalStateException("secret detail")));
        Fx.pulses();
        assertThat(Fx.call(() -> ((Toasts) window.stage.getScene().getRoot()).bar().text()))
                .startsWith("Internal problem")
                .doesNotContain("secret detail");
    }

    @Test
    void theWindowIsRememberedAsItWasLeft() throws IOException {
        open(1440, 900);
        Fx.run(() -> window.shell.run(CommandId.THEME));
        Fx.call(() -> {
            window.shell.remember(false);
            return true;
        });
        Workspace kept = new WorkspaceStore(folder).load().workspace();
        assertThat(kept.layout().width()).isEqualTo(1440);
        assertThat(kept.preferences().look()).isEqualTo(Preferences.Look.DARK);
        assertThat(kept.layout().dividers()).containsEntry("side", 248).containsKey("inspector");
    }

    @Test
    void french() {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700, "fr"), ThemeChoice.LIGHT);
        window.pictures("start-fr-1100");
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.run(CommandId.CONNECT);
        window.pictures("connect-fr-1100");
        Fx.run(() -> window.shell.run(CommandId.DEMO));
        window.until("traffic", () -> window.rows().size() > 5);
        window.pictures("demo-fr-1100");
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.run(CommandId.PAGE);
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.run(CommandId.CONNECT);
        window.run(CommandId.LANGUAGE);
        assertThat(window.text("#connect")).isEqualTo("Connect");
    }
}
