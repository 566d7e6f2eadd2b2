package io.sioscope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNode
class PeerTest {

    @Test
    void theTwoPeersSpeakWithEachOther() {
        try (Peer server = Peer.start("server.cjs", Map.of("tokens", Map.of("/admin", "x"), "namespaces", List.of("/", "/admin")));
                Peer client = Peer.start(
                        "client.cjs",
                        Map.of("url", "http://127.0.0.1:" + server.port(), "namespaces", List.of("/", "/admin")))) {
            assertThat(client.await("connect").path("namespace").asText()).isEqualTo("/");
            assertThat(client.await("connect-error").path("message").asText()).isEqualTo("not authorized");
            assertThat(client.await("upgrade").path("transport").asText()).isEqualTo("websocket");

            Map<String, Object> binary = Map.of("$binary", "AQID");
            client.command(Map.of("do", "emit", "event", "save", "args", List.of(1, binary), "ack", true, "id", 7));
            JsonNode ack = client.await("ack");
            assertThat(ack.path("args").toString()).isEqualTo("[1,{\"$binary\":\"AQID\"}]");
            assertThat(ack.path("id").asInt()).isEqualTo(7);
            assertThat(server.await("event").path("ack").asBoolean()).isTrue();

            client.command(Map.of("do", "emit", "event", "ask", "args", List.of("question", 42)));
            assertThat(server.await("answer").path("args").toString()).isEqualTo("[42]");

            client.command(Map.of("do", "disconnect"));
            assertThat(server.await("disconnect").path("reason").asText()).isEqualTo("client namespace disconnect");
        }
    }

    @Test
    void aPeerThatNeverGetsReadyIsReportedWithWhatItPrinted(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("broken.cjs");
        Files.writeString(script, "require('socket.io'); console.error('no luck'); process.exit(3);");

        assertThatThrownBy(() -> Peer.start(script, Map.of()).close())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken.cjs ended without a line of type ready");
    }
}
