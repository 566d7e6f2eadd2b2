package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against netty-socketio 2, which serves Engine.IO 3 and 4. */
@NeedsNode
@NoLeaks
class NettySocketIoServerTest {
    private static final Duration ACK = Duration.ofSeconds(20);
    /** Not 0 at first: the server takes that for the length of a payload. */
    private static final byte[] SENT = {9, 1, 2, (byte) 0xff};
    /** It puts revision 3's type byte before an attachment, whatever the revision; socket.io-client 2.5 and 4.8 hear the same. */
    private static final byte[] HEARD = {4, 9, 1, 2, (byte) 0xff};

    private static Peer server() {
        return Peer.startJava(
                "Server.java", Path.of("target", "peers", "netty-socketio"), Map.of("namespaces", List.of("/chat")));
    }

    private static SioClientBuilder to(Peer server, EngineChoice engine) {
        return SioClient.builder("http://127.0.0.1:" + server.port()).engine(engine);
    }

    private static Transport[] way(String names) {
        return Stream.of(names.split("\\+"))
                .map(name -> Transport.of(name).orElseThrow())
                .toArray(Transport[]::new);
    }

    private static ClientSocket connect(SioClient client, String namespace, Record record) {
        ClientSocket socket = client.socket(namespace);
        socket.listen(record.socket());
        socket.onAny(record.events());
        return socket.connect();
    }

    @ParameterizedTest
    @CsvSource({
        "V4, polling",
        "V4, websocket",
        "V4, polling+websocket",
        "V3, polling",
        "V3, websocket",
        "V3, polling+websocket"
    })
    void speaksBothWays(EngineChoice engine, String transports) {
        Record record = new Record();
        try (Peer server = server();
                SioClient client = to(server, engine)
                        .transports(way(transports))
                        .listener(record.client())
                        .build()) {
            ClientSocket socket = client.socket("/");
            socket.on("question", (arguments, ack) -> ack.orElseThrow().send("yes to " + arguments.value(0).textValue()));
            connect(client, "/", record);
            record.await("connected");
            JsonNode seen = server.await("connection");
            assertThat(seen.path("engine").asText()).isEqualTo(engine == EngineChoice.V3 ? "3" : "4");
            if (transports.contains("+")) {
                record.await("upgraded POLLING WEBSOCKET");
            }

            // When revision 3 polls, the server sends two packets in the framing of revision 4 and reads ASCII only.
            if (engine == EngineChoice.V4 || !transports.equals("polling")) {
                echoes(socket, record);
            }

            socket.emit("ask", "that");
            assertThat(server.await("answer").path("answer").asText()).isEqualTo("yes to that");

            // Over polling the server garbles attachments: 4.8 ends with "parse error" there, 2.5 hears the base64 as bytes.
            if (transports.equals("websocket")) {
                Arguments binary = socket.emitWithAck(ACK, "bin", SENT).join();
                assertThat(binary.attachments()).containsExactly(Bytes.wrap(HEARD));
                record.await("event bin 1 attachments");
            }

            socket.disconnect();
            record.await("disconnected io client disconnect");
            record.await("closed forced close");
            server.await("disconnect");
        }
    }

    private static void echoes(ClientSocket socket, Record record) {
        Arguments answer = socket.emitWithAck(ACK, "mixed", "é🙂", 3, Map.of("deep", List.of(true)))
                .join();
        assertThat(answer.values()).extracting(JsonNode::toString).containsExactly("\"é🙂\"", "3", "{\"deep\":[true]}");
        record.await("event mixed");
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket", "polling+websocket"})
    void aNamespaceIsJoinedBesideTheRootAndLeftByTheServer(String transports) {
        Record root = new Record();
        Record chat = new Record();
        try (Peer server = server();
                SioClient client =
                        to(server, EngineChoice.V4).transports(way(transports)).build()) {
            ClientSocket stays = connect(client, "/", root);
            root.await("connected");
            client.socket("/chat", Map.of("token", "right"));
            ClientSocket leaves = connect(client, "/chat", chat);
            chat.await("connected");
            server.await("the namespace", line -> line.path("namespace").asText().equals("/chat"));
            leaves.emit("mixed", "here", 1, Map.of());
            chat.await("event mixed [\"here\",1,{}]");
            assertThat(root.count("event")).isZero();

            leaves.emit("bye", 1);
            chat.await("disconnected io server disconnect");
            assertThat(leaves.active()).isFalse();
            assertThat(stays.emitWithAck(ACK, "mixed", "still", 2, Map.of()).join().value(0).textValue())
                    .isEqualTo("still");
        }
    }

    @Test
    void aRefusalComesWithItsData() {
        Record refused = new Record();
        try (Peer server = server();
                SioClient client = to(server, EngineChoice.V4).build()) {
            client.socket("/", Map.of("token", "wrong"));
            ClientSocket socket = connect(client, "/", refused);
            assertThat(refused.await("connectError")).isEqualTo("connectError not authorized {\"need\":\"token\"}");
            assertThat(socket.active()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"polling", "websocket"})
    void whatItSpeaksIsDetected(String transports) {
        Record record = new Record();
        try (Peer server = server();
                SioClient client = to(server, EngineChoice.DETECT)
                        .transports(way(transports))
                        .listener(record.client())
                        .build()) {
            connect(client, "/", record);
            record.await("connected");
            assertThat(record.lines().getFirst()).startsWith("found V4");
        }
    }
}
