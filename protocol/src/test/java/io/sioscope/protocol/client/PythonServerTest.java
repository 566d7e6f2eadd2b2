package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsPython;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client against python-socketio, which serves polling without further packages. */
@NeedsPython
@NoLeaks
class PythonServerTest {
    private static final Duration ACK = Duration.ofSeconds(20);

    private static ClientSocket connect(SioClient client, String namespace, Record record) {
        ClientSocket socket = client.socket(namespace);
        socket.listen(record.socket());
        socket.onAny(record.events());
        return socket.connect();
    }

    @Test
    void speaksBothWaysAndInSeveralNamespaces() {
        Record root = new Record();
        Record chat = new Record();
        Record refused = new Record();
        Record unknown = new Record();
        try (Peer server = Peer.startPython("server.py", Map.of("namespaces", List.of("/", "/chat", "/admin")));
                SioClient client = SioClient.builder("http://127.0.0.1:" + server.port())
                        .engine(EngineChoice.DETECT)
                        .listener(root.client())
                        .build()) {
            ClientSocket socket = connect(client, "/", root);
            client.socket("/chat", Map.of("token", "right"));
            connect(client, "/chat", chat);
            client.socket("/admin", Map.of("token", "wrong"));
            connect(client, "/admin", refused);
            connect(client, "/nowhere", unknown);
            root.await("connected");
            chat.await("connected");
            assertThat(root.lines().getFirst()).isEqualTo("found V4 FRAMING");
            assertThat(client.transport()).contains(Transport.POLLING);
            assertThat(refused.await("connectError")).isEqualTo("connectError not authorized {\"need\":\"token\"}");
            assertThat(unknown.await("connectError")).startsWith("connectError Unable to connect");

            Arguments answer = socket.emitWithAck(ACK, "mixed", "é🙂", new byte[] {1, 2}, 3).join();
            assertThat(answer.attachments()).containsExactly(Bytes.wrap(new byte[] {1, 2}));
            assertThat(answer.value(0).textValue()).isEqualTo("é🙂");
            root.await("event mixed 1 attachments");
            client.socket("/chat").emit("bye");
            chat.await("disconnected io server disconnect");
            assertThat(socket.emitWithAck(ACK, "still here").join().count()).isZero();
        }
    }
}
