package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding commands, sessions and rooms by a few letters. */
class PaletteTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    @AfterEach
    void close() {
        window.close();
    }

    private void open(int width, int height) {
        window = new ShellHarness(folder, ShellHarness.sized(width, height), ThemeChoice.LIGHT);
    }

    private void find(String letters) {
        window.control(KeyCode.K);
        assertThat(window.focused("#palette-query")).isTrue();
        window.type("#palette-query", letters);
    }

    private void enter() {
        window.key(KeyCode.ENTER, false, false, false);
    }

    @Test
    void aFewLettersGoToThePageOfANewHost() {
        open(1100, 700);
        find("host a");
        window.pictures("palette-1100");
        enter();
        assertThat(window.shows("#host-port")).isTrue();
        assertThat(window.shows("#palette")).isFalse();
    }

    @Test
    void escapeGoesBackToWhereTheFocusWas() {
        open(1100, 700);
        window.run(CommandId.HOST);
        Fx.run(() -> window.find("#host-port", javafx.scene.control.TextField.class).requestFocus());
        find("nothing at all");
        window.pictures("palette-nothing-1100");
        enter();
        assertThat(window.shows("#palette")).isTrue();
        window.key(KeyCode.ESCAPE, false, false, false);
        assertThat(window.shows("#palette")).isFalse();
        assertThat(window.focused("#host-port")).isTrue();
    }

    @Test
    void aRoomOfTheShownHostIsFoundAndAddressed() {
        open(1600, 998);
        window.run(CommandId.DEMO);
        window.until("rooms", () -> window.workbench.snapshots().stream()
                .flatMap(session -> session.sockets().stream())
                .anyMatch(socket -> socket.rooms().contains("lobby")));
        Fx.run(window.shell::refresh);
        find("lobby");
        assertThat(Fx.call(() -> window.find("#palette-list", ListView.class).getItems()).size()).isPositive();
        window.pictures("palette-room-1600");
        enter();
        assertThat(window.focused("#composer-event")).isTrue();
    }
}
