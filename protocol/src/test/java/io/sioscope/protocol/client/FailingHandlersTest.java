package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers that throw, as those of somebody's test do where an assertion fails. */
@NeedsNode
class FailingHandlersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<String> failed = new LinkedBlockingQueue<>();

    private final ClientListener listener = new ClientListener() {
        @Override
        public void handlerFailed(Throwable error) {
            failed.add(String.valueOf(error.getMessage()));
        }
    };

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aFailedAssertionIsToldAndLeavesTheConnectionAndTheOthersAlone(Transport transport) throws Exception {
        Record record = new Record();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Peer server = Peer.start("server.cjs", Map.of());
                SioClient client = SioClient.builder(URI.create(server.ready().path("url").asText()))
                        .reconnection(Reconnection.OFF)
                        .transports(transport)
                        .listener(listener)
                        .build()) {
            ClientSocket socket = client.socket("/");
            socket.onAny((event, arguments, ack) -> {
                throw new IllegalStateException("any");
            });
            socket.on("hi", (arguments, ack) -> {
                throw new AssertionError("named");
            });
            socket.on("hi", (arguments, ack) -> heard.add(arguments.value(0).asText()));
            socket.listen(new SocketListener() {
                @Override
                public void connected(String id) {
                    throw new AssertionError("connected");
                }
            });
            socket.listen(record.socket());
            socket.connect();
            for (int round = 0; round < 2; round++) {
                Arguments answer = socket.emitWithAck(PATIENCE, "hi", "there").join();
                assertThat(answer.value(0).asText()).isEqualTo("there");
                assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("there");
            }
            socket.emit("hi", Arguments.of("again"), answer -> {
                throw new AssertionError("acknowledged");
            });
            assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("again");
            for (String expected : List.of("connected", "any", "named", "any", "named", "acknowledged", "any", "named")) {
                assertThat(failed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(expected);
            }
            assertThat(record.count("disconnected")).isZero();
        }
    }
}
