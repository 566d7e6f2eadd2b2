package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.LayoutAudit;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.testing.NeedsDisplayText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, light and dark, in both languages, at the least size and a large one: nothing cut, nothing over another. */
@NeedsDisplayText
class ScreensTest {

    private static final long YESTERDAY = 1_795_000_000_000L;

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private ShellHarness window;
    private String suffix;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void screen(String name) {
        for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
            window.theme(choice);
            Scene scene = window.stage.getScene();
            String full = name + "-" + suffix + "-" + choice.name().toLowerCase(Locale.ROOT);
            Screenshots.save(scene, "screen-" + full);
            LayoutAudit.of(scene).problems().forEach(problem -> problems.add(full + ": " + problem));
            assertThat(Fx.call(() -> scene.getRoot().minWidth(-1))).isLessThanOrEqualTo(Fx.call(scene::getWidth));
        }
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1600,998,en", "1100,700,fr", "1600,998,fr"})
    void everyScreen(int width, int height, String language) {
        suffix = width + "-" + language;
        Workspace workspace = ShellHarness.sized(width, height, language)
                .withRecent(new Recent(Recent.Kind.FILE, "/captures/checkout-bug.siocap", YESTERDAY))
                .withRecent(new Recent(Recent.Kind.CONNECT, "http://localhost:3000", YESTERDAY));
        window = new ShellHarness(folder, workspace, ThemeChoice.LIGHT);
        screen("welcome");
        window.run(CommandId.SHORTCUTS);
        screen("keys");
        window.run(CommandId.SHORTCUTS);
        window.run(CommandId.PALETTE);
        screen("palette");
        window.run(CommandId.PALETTE);
        window.run(CommandId.SETTINGS);
        screen("settings");
        window.run(CommandId.CONNECT);
        screen("connect");
        window.run(CommandId.HOST);
        screen("host-new");
        demo();
        assertThat(problems).isEmpty();
    }

    private void demo() {
        window.run(CommandId.DEMO);
        window.until("talk", () -> window.rows().size() > 30);
        window.run(CommandId.TRAFFIC);
        Fx.run(() -> window.traffic().select(20));
        window.until("the packet", () -> window.shell.pages().inspector().shownProperty().get() != null);
        window.run(CommandId.PAUSE);
        screen("traffic");
        Fx.run(() -> {
            window.shell.selection().pickRoom("/chat", "lobby");
            window.shell.pages().composer().eventProperty().set("notice");
            window.shell.pages().composer().arguments().getFirst().textProperty().set("{\n  \"text\": \"Back in two minutes\",\n  \"level\": info\n}");
            window.shell.pages().composer().addArgument();
        });
        screen("composer");
        Fx.run(() -> window.shell.pages().composer().arguments().getFirst().textProperty().set(""));
        window.run(CommandId.MAP);
        screen("map");
        window.run(CommandId.PAGE);
        screen("host");
        Fx.run(() -> {
            var socket = window.workbench.snapshots().getFirst().sockets().getFirst();
            window.shell.selection().pickSocket(socket.namespace(), socket.id());
            window.find("#host-gone", javafx.scene.control.TextField.class).setText("soon");
        });
        screen("host-socket");
        Fx.run(() -> window.find("#host-gone", javafx.scene.control.TextField.class).setText("20 s"));
        window.run(CommandId.TRAFFIC);
        Fx.run(() -> window.shell.selection().pickNobody());
        for (int i = 0; i < 3; i++) {
            window.run(CommandId.TEXT_BIGGER);
        }
        Screenshots.save(window.stage.getScene(), "screen-large-" + suffix);
        window.run(CommandId.TEXT_NORMAL);
    }
}
