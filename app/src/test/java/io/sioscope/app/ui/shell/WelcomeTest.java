package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.connect.ConnectViewModel;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workspace.Preferences;
import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Saved;
import io.sioscope.app.workspace.Workspace;
import io.sioscope.app.workspace.WorkspaceStore;
import io.sioscope.protocol.capture.Header;
import io.sioscope.testing.NeedsDisplayText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NeedsDisplayText
class WelcomeTest {

    private static final ConnectSpec SHOP = ConnectSpec.to("http://localhost:1?v=7")
            .withNamespaces(List.of("/chat"))
            .withAuth("{\"token\":\"s3cret\"}")
            .withQuery(Map.of("room", "blue"))
            .withHeaders(List.of(new Header("Cookie", "sid=1")));

    @TempDir
    Path folder;

    private ShellHarness window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private static Workspace filled(Workspace workspace) {
        long now = System.currentTimeMillis();
        long day = Duration.ofDays(1).toMillis();
        return workspace
                .withRecent(new Recent(Recent.Kind.FILE, "/home/me/captures/login.har", now - 400 * day))
                .withRecent(new Recent(Recent.Kind.CONNECT, "wss://staging.example.test", now - 3 * day))
                .withRecent(new Recent(Recent.Kind.FILE, "/home/me/captures/checkout-bug.siocap", now - day))
                .withRecent(new Recent(Recent.Kind.CONNECT, "http://localhost:3000", now))
                .saveConnection("shop-api", SHOP)
                .keep(new Saved.Host("h", "orders mock", HostSpec.on(0, new Behaviour.Echo()), false));
    }

    private void open(int width, int height, String language) {
        window = new ShellHarness(folder, filled(ShellHarness.sized(width, height, language)), ThemeChoice.LIGHT);
    }

    private List<Node> saved() {
        return Fx.call(() -> List.copyOf(window.find("#start-saved", VBox.class).getChildren()));
    }

    private void pressLine(int index, int button) {
        Fx.run(() -> ((Button) ((SavedLine) saved().get(index)).getChildren().get(button)).fire());
        Fx.pulses();
    }

    private ConnectViewModel form() {
        return Fx.call(() -> window.shell.pages().newConnection());
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1100,700,fr", "1600,990,en", "1600,990,fr"})
    void pictures(int width, int height, String language) {
        open(width, height, language);
        assertThat(window.focused("#start-demo")).isTrue();
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().minWidth(-1))).isLessThanOrEqualTo(1100);
        window.pictures("welcome-" + language + "-" + width);
    }

    @Test
    void whatIsFilledInIsSavedWithItsSecretsApartAndOpensAgain() throws IOException {
        open(1100, 700, "en");
        window.run(CommandId.CONNECT);
        Fx.run(() -> form().fill("", SHOP.withAuth("{\"token\":\"other\"}")));
        Fx.pulses();
        window.press("#connect-save");
        assertThat(window.focused("#connect-save-name")).isTrue();
        assertThat(Fx.call(() -> window.find("#connect-save-name", TextField.class).getText())).isEqualTo("localhost:1");
        window.type("#connect-save-name", " second ");
        window.pictures("connect-save-1100");
        window.key(KeyCode.ENTER, false, false, false);
        assertThat(message()).contains("second");
        window.until("it is written", () -> new WorkspaceStore(folder).load().workspace().saved().size() == 3);
        assertThat(Files.readString(folder.resolve("workspace.json"))).contains("second").doesNotContain("other");
        assertThat(Files.readString(folder.resolve("secrets.json"))).contains("other");
        Fx.run(() -> window.shell.go(new Place.Start()));
        Fx.pulses();
        assertThat(saved()).hasSize(3);
        pressLine(2, 0);
        ConnectSpec opened = Fx.call(() -> ((io.sioscope.app.workbench.ClientSession)
                        window.workbench.sessions().getFirst())
                .spec());
        assertThat(opened).isEqualTo(SHOP.withAuth("{\"token\":\"other\"}"));
    }

    private String message() {
        return Fx.call(() -> ((Toasts) window.stage.getScene().getRoot()).bar().text());
    }

    @Test
    void aSavedThingIsRenamedAndDeletedByKeysAndComesBack() {
        open(1100, 700, "en");
        Fx.run(() -> ((SavedLine) saved().getFirst()).focusFirst());
        window.key(KeyCode.F2, false, false, false);
        window.type("#saved-name", "api");
        window.key(KeyCode.ENTER, false, false, false);
        assertThat(names()).containsExactly("api", "orders mock");
        assertThat(window.focused("#start-saved")).isTrue();
        window.key(KeyCode.F2, false, false, false);
        window.type("#saved-name", "never");
        window.key(KeyCode.ESCAPE, false, false, false);
        assertThat(names()).containsExactly("api", "orders mock");
        window.key(KeyCode.DELETE, false, false, false);
        assertThat(names()).containsExactly("orders mock");
        assertThat(window.focused("#start-saved")).isTrue();
        window.until("its secrets are gone", () -> !secrets().contains("s3cret"));
        window.pictures("welcome-deleted-1100");
        window.press(".message.floating > .in-row");
        assertThat(names()).containsExactly("api", "orders mock");
        window.until("its secrets are back", () -> secrets().contains("s3cret"));
    }

    private String secrets() throws IOException {
        Path file = folder.resolve("secrets.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private List<String> names() {
        return Fx.call(() -> window.shell.shelf().all().stream().map(Saved::name).toList());
    }

    @Test
    void aSavedHostStarts() {
        open(1100, 700, "en");
        pressLine(1, 0);
        window.until("it listens", () -> window.shows("#session-state") && window.text("#session-state").startsWith("listening"));
    }

    @Test
    void aConnectionWithoutItsSecretsIsFilledInAndSaysSo() throws IOException {
        new WorkspaceStore(folder).save(filled(ShellHarness.sized(1100, 700)));
        Files.delete(folder.resolve("secrets.json"));
        window = new ShellHarness(folder, new WorkspaceStore(folder).load().workspace(), ThemeChoice.LIGHT);
        pressLine(0, 0);
        assertThat(message()).contains("shop-api");
        assertThat(form().urlProperty().get()).isEqualTo("http://localhost:1");
        assertThat(window.workbench.sessions()).isEmpty();
    }

    @Test
    void theSmallMapMovesOnlyWhileItIsShownAndMotionIsAllowed() {
        open(1100, 700, "en");
        MiniMap map = window.find("#mini-map", MiniMap.class);
        assertThat(Fx.call(map::isMoving)).isFalse();
        motion(Preferences.Motion.ON);
        assertThat(Fx.call(map::isMoving)).isTrue();
        window.run(CommandId.CONNECT);
        assertThat(Fx.call(map::isMoving)).isFalse();
        Fx.run(() -> window.shell.go(new Place.Start()));
        Fx.pulses();
        assertThat(Fx.call(map::isMoving)).isTrue();
        motion(Preferences.Motion.OFF);
        assertThat(Fx.call(map::isMoving)).isFalse();
    }

    private void motion(Preferences.Motion motion) {
        Fx.run(() -> window.shell.choices().change(chosen -> chosen.withMotion(motion)));
        Fx.pulses();
    }
}
