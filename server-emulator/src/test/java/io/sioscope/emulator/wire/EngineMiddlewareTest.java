package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.EngineListener;
import io.sioscope.emulator.http.EngineMiddleware;
import io.sioscope.emulator.http.HandshakeRequest;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks at every request before the server does: it may add headers, refuse, and answer itself, now or later. */
@NoLeaks
class EngineMiddlewareTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile boolean later;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .engineMiddleware(this::first)
                .engineMiddleware((request, headers, next) -> {
                    headers.put("X-Second", "yes");
                    next.proceed();
                })
                .engineListener(new EngineListener() {
                    @Override
                    public void connectionError(String url, int code, String message) {
                        refused.add(code + " " + message);
                    }
                })
                .setup(io -> io.onConnection(socket -> socket.onAny((name, args, ack) -> heard.add(name))))
                .listen());
    }

    private void first(HandshakeRequest request, Map<String, String> headers, EngineMiddleware.Next next) {
        if (later) {
            Thread.ofVirtual().start(() -> decide(request, headers, next));
        } else {
            decide(request, headers, next);
        }
    }

    private static void decide(HandshakeRequest request, Map<String, String> headers, EngineMiddleware.Next next) {
        headers.put("X-First", "yes");
        switch (request.query().getOrDefault("do", "")) {
            case "refuse" -> next.refuse();
            case "throw" -> throw new IllegalStateException("meant to fail");
            case "answer" -> next.answer(503, "text/plain", "closed for today");
            default -> next.proceed();
        }
        next.refuse();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRequestPassesWithItsBody(boolean later) throws Exception {
        this.later = later;
        HttpResponse<String> opened = wire.get(POLLING);
        assertThat(opened.headers().firstValue("X-First")).hasValue("yes");
        assertThat(opened.headers().firstValue("X-Second")).hasValue("yes");
        String sid = wire.openJoined();
        HttpResponse<String> posted = wire.post(sid, "42[\"large\",\"" + "x".repeat(200_000) + "\"]");
        assertThat(posted.body()).isEqualTo("ok");
        assertThat(posted.headers().firstValue("X-First")).hasValue("yes");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("large");
        try (RawWebSocket socket = RawWebSocket.open(wire, "")) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 101").containsIgnoringCase("x-first: yes");
            assertThat(socket.next().text()).startsWith("0{");
        }
        Wire.Frames probe = wire.probe(sid);
        probe.send("2probe");
        assertThat(probe.next()).isEqualTo("3probe");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesWithTheReferencesWords(boolean later) throws Exception {
        this.later = later;
        HttpResponse<String> answer = wire.get(POLLING + "&do=refuse");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
        assertThat(refused.poll(20, TimeUnit.SECONDS)).isEqualTo("3 Bad request");
        if (!later) {
            assertThat(wire.get(POLLING + "&do=throw").statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersInTheServersPlace(boolean later) {
        this.later = later;
        HttpResponse<String> answer = wire.get(POLLING + "&do=answer");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("closed for today");
        assertThat(wire.get(POLLING).statusCode()).isEqualTo(200);
    }
}
