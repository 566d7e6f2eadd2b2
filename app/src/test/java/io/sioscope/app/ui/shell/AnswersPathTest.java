package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.testing.NeedsDisplayText;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.Map;
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

    private static JsonNode asked(Peer server) {
        server.command(Map.of("do", "emit", "event", "confirm", "ack", true));
        return server.await("answer").path("args");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void aRuleAnswersAndCanBeChangedWhileConnected(String language) {
        ShellHarness window = new ShellHarness(folder, ShellHarness.sized(1100, 700, language), ThemeChoice.LIGHT);
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
}
