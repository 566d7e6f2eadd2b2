package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.LayoutAudit;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workspace.Saved;
import io.sioscope.app.workspace.WorkspaceStore;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of npm's socket.io asks for acknowledgements, and the Connect page's rules give them. */
@NeedsNode
@NeedsDisplayText
class AnswersPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    private static JsonNode asked(Peer server) {
        server.command(Map.of("do", "emit", "event", "confirm", "ack", true));
        return server.await("answer").path("args");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aRuleAnswersAndCanBeChangedWhileConnected(String language) {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700, language), ThemeChoice.LIGHT);
        try (Peer server = Peer.start("server.cjs", Map.of())) {
            window.control(KeyCode.N);
            window.type("#url", "http://127.0.0.1:" + server.port());
            window.type(".answer-event", "confirm");
            window.type(".answer-answer", "[true, {\"by\": \"rule\"}");
            assertThat(window.shows(".answer-problem")).isTrue();
            window.pictures("answers-1-wrong-" + language);
            window.type(".answer-answer", "[true, {\"by\": \"rule\"}]");
            assertThat(window.shows(".answer-problem")).isFalse();
            window.press("#connect");
            window.until("traffic", () -> window.shows("#composer-send"));
            assertThat(asked(server).toString()).isEqualTo("[true,{\"by\":\"rule\"}]");
            assertThat(window.workbench.ackRequests()).isEmpty();
            window.control(KeyCode.DIGIT1);
            window.type(".answer-answer", "[2]");
            window.type(".answer-delay", "50");
            window.pictures("answers-2-connected-" + language);
            assertThat(asked(server).toString()).isEqualTo("[2]");
        } finally {
            window.close();
        }
    }

    private Bounds bounds(String selector) {
        Node node = window.find(selector, Node.class);
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void anAnswerByHandBecomesASavedRuleWithOneClick(String language) {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700, language), ThemeChoice.LIGHT);
        try (Peer server = Peer.start("server.cjs", Map.of())) {
            window.control(KeyCode.N);
            window.type("#url", "http://127.0.0.1:" + server.port());
            window.press("#connect-save");
            window.type("#connect-save-name", "shop");
            window.press("#connect-save-do");
            window.press("#connect");
            window.until("traffic", () -> window.shows("#composer-send"));
            server.command(Map.of("do", "emit", "event", "confirm", "ack", true));
            window.until("it waits", () -> window.rows().stream().anyMatch(row -> row.name().equals("confirm")));
            Fx.run(() -> window.traffic().select(
                    (int) window.rows().stream().takeWhile(row -> !row.name().equals("confirm")).count()));
            window.run(CommandId.ANSWER);
            assertThat(window.shows("#composer-always")).isFalse();
            Fx.run(() -> window.shell.pages().composer().arguments().getFirst().textProperty().set("{\"ok\": true}"));
            window.press("#composer-answer");
            assertThat(server.await("answer").path("args").toString()).isEqualTo("[{\"ok\":true}]");
            window.until("the offer", () -> window.shows("#composer-always"));
            assertThat(LayoutAudit.of(window.stage.getScene()).problems()).isEmpty();
            assertThat(Fx.call(() -> bounds(".message").getMaxY()))
                    .as("what was said before covers nothing of the composer")
                    .isLessThanOrEqualTo(Fx.call(() -> bounds("#composer").getMinY()));
            window.pictures("answers-3-offered-" + language);
            window.press("#composer-always");
            assertThat(window.shows("#composer-always")).isFalse();
            window.pictures("answers-4-kept-" + language);
            assertThat(asked(server).toString()).isEqualTo("[{\"ok\":true}]");
            assertThat(window.workbench.ackRequests()).isEmpty();
            window.until("it is written", () -> new WorkspaceStore(folder).load().workspace().saved().stream()
                    .anyMatch(saved -> saved instanceof Saved.Connection connection
                            && connection.spec().habits().answers().toString().contains("confirm")));
            window.control(KeyCode.DIGIT1);
            assertThat(Fx.call(() -> window.find(".answer-event", TextField.class).getText())).isEqualTo("confirm");
        } finally {
            window.close();
        }
    }
}
