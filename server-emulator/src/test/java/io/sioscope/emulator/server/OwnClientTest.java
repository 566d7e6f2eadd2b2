package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.testing.NoLeaks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client against our server, in both generations and with both parsers. */
@NoLeaks
class OwnClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "V3, JSON, polling, false",
        "V3, JSON, polling, true",
        "V3, JSON, websocket, false",
        "V3, JSON, websocket, true",
        "V3, JSON, polling+websocket, false",
        "V3, MSGPACK, polling+websocket, false",
        "V4, JSON, polling, true",
        "V4, MSGPACK, websocket, false",
        "V4, MSGPACK, polling+websocket, false",
        "DETECT, JSON, polling+websocket, false",
        "DETECT, JSON, websocket, false"
    })
    void speaksBothWays(EngineChoice engine, PacketParser parser, String transports, boolean base64) throws Exception {
        BlockingQueue<ServerSocket> sockets = new LinkedBlockingQueue<>();
        Transport[] way = Stream.of(transports.split("\\+"))
                .map(name -> Transport.of(name).orElseThrow())
                .toArray(Transport[]::new);
        try (SioServer server = SioServer.builder()
                        .allowEio3(true)
                        .parser(parser)
                        .setup(io -> io.of("/chat").onConnection(socket -> {
                            socket.onAny((name, args, ack) ->
                                    ack.ifPresentOrElse(reply -> reply.send(args), () -> socket.emit(name, args)));
                            sockets.add(socket);
                        }))
                        .listen();
                SioClient client = SioClient.builder(server.url().toString())
                        .engine(engine)
                        .parser(parser)
                        .transports(way)
                        .forceBase64(base64)
                        .build()) {
            ClientSocket chat = client.socket("/chat", Map.of("token", "abc"));
            chat.on("what", (arguments, ack) -> ack.orElseThrow().send("that", new byte[] {9}));
            chat.connect();
            Arguments answer = chat.emitWithAck(PATIENCE, "echo", "é🙂", new byte[] {1, 2}, 3).join();
            assertThat(answer.value(0).textValue()).isEqualTo("é🙂");
            assertThat(answer.attachments()).containsExactly(Bytes.wrap(new byte[] {1, 2}));
            ServerSocket socket = sockets.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(socket).isNotNull();
            assertThat(chat.id()).contains(socket.id());
            Arguments told = socket.emitWithAck(PATIENCE, "what").join();
            assertThat(told.attachments()).containsExactly(Bytes.wrap(new byte[] {9}));
        }
    }
}
