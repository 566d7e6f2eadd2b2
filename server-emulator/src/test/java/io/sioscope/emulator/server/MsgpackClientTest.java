package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MessagePack parser against npm socket.io-client with socket.io-msgpack-parser. */
@NeedsNode
@NoLeaks
class MsgpackClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void speaksMsgpackWithTheReferenceClient(String transports) throws Exception {
        BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
        List<String> captured = new CopyOnWriteArrayList<>();
        try (SioServer server = SioServer.builder()
                        .parser(PacketParser.MSGPACK)
                        .capture(event -> {
                            if (event instanceof CaptureEvent.Packet packet) {
                                captured.add(packet.where().direction() + " " + packet.raw().utf8());
                            }
                            return CaptureSink.Pressure.LOW;
                        })
                        .setup(io -> io.of("/").onConnection(socket -> {
                            socket.onAny((name, args, ack) ->
                                    ack.ifPresentOrElse(reply -> reply.send(args), () -> socket.emit(name, args)));
                            sockets.add(socket);
                        }))
                        .listen();
                Peer peer = Peer.start("client.cjs", Map.of(
                        "parser", "msgpack",
                        "url", server.url().toString(),
                        "namespaces", List.of("/", "/nowhere"),
                        "options", Map.of("transports", transports.split(","))))) {
            ServerSocket socket = sockets.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(socket).isNotNull();
            assertThat(peer.await("connect").path("socket").asText()).isEqualTo(socket.id());
            assertThat(peer.await("connect-error").path("message").asText()).isEqualTo("Invalid namespace");
            String sent = "[1,-300,1.5,\"zwölf 😀\",null,{\"deep\":[true,{\"$binary\":\"AQL/\"}]}]";
            peer.command(Map.of("do", "emit", "event", "echo", "args", tree(sent)));
            assertThat(peer.await("event").path("args").toString()).isEqualTo(sent);
            peer.command(Map.of("do", "emit", "event", "ask", "args", tree("[{\"$binary\":\"\"},70000]"), "ack", true, "id", "a"));
            assertThat(peer.await("ack").path("args").toString()).isEqualTo("[{\"$binary\":\"\"},70000]");
            Arguments told = socket.emitWithAck(PATIENCE, "what", 5, Bytes.wrap(new byte[] {3, 4})).join();
            assertThat(told.value(0).intValue()).isEqualTo(5);
            assertThat(told.attachments()).containsExactly(Bytes.wrap(new byte[] {3, 4}));
            server.of("/").emit("all", 1);
            assertThat(peer.await("all", line -> line.path("event").asText().equals("all")).path("args").toString())
                    .isEqualTo("[1]");
            assertThat(captured).contains("TO_SERVER 44/nowhere,{\"message\":\"Invalid namespace\"}".replace("SERVER", "CLIENT"));
            assertThat(captured).anyMatch(line -> line.startsWith("TO_SERVER 451-[\"echo\",1,-300,1.5"));
        }
    }

    private static JsonNode tree(String json) throws com.fasterxml.jackson.core.JsonProcessingException {
        return new com.fasterxml.jackson.databind.json.JsonMapper().readTree(json);
    }
}
