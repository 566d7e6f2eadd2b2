package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.http.EngineListener;
import io.sioscope.emulator.http.HandshakeRequest;
import io.sioscope.emulator.http.SessionCookie;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application has its say in on the HTTP side. */
@NoLeaks
class EngineHooksTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String UPGRADE = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .cookie(SessionCookie.named("io"))
                .allowRequest((request, verdict) -> Thread.ofVirtual().start(() -> {
                    String who = request.query().getOrDefault("who", "");
                    switch (who) {
                        case "stranger" -> verdict.refuse();
                        case "known" -> verdict.refuse("not \"you\"");
                        default -> verdict.allow();
                    }
                    verdict.allow();
                }))
                .engineListener(new EngineListener() {
                    @Override
                    public void initialHeaders(Map<String, String> headers, HandshakeRequest request) {
                        headers.put("X-First", request.query().getOrDefault("who", "none"));
                    }

                    @Override
                    public void headers(Map<String, String> headers, HandshakeRequest request) {
                        headers.put("X-Every", "yes");
                    }

                    @Override
                    public void connectionError(String url, int code, String message) {
                        told.add(code + " " + message);
                    }
                })
                .listen());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void theFirstAnswerHasTheCookieAndTheInitialHeaders() {
        HttpResponse<String> first = wire.get(POLLING + "&who=me");
        assertThat(first.statusCode()).isEqualTo(200);
        String sid = first.body().substring(first.body().indexOf("sid\":\"") + 6, first.body().indexOf("\",\"upgrades"));
        assertThat(first.headers().firstValue("Set-Cookie")).hasValue("io=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
        assertThat(first.headers().firstValue("X-First")).hasValue("me");
        assertThat(first.headers().firstValue("X-Every")).hasValue("yes");

        HttpResponse<String> second = wire.post(sid, "40");
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(second.headers().firstValue("X-First")).isEmpty();
        assertThat(second.headers().firstValue("X-Every")).hasValue("yes");
    }

    @Test
    void anUpgradesAnswerHasThemToo() throws Exception {
        try (java.net.Socket socket = wire.connect()) {
            socket.getOutputStream()
                    .write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n" + UPGRADE).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket))
                    .startsWith("HTTP/1.1 101")
                    .doesNotContainIgnoringCase("set-cookie")
                    .containsIgnoringCase("x-first: none")
                    .containsIgnoringCase("x-every: yes");
        }
    }

    @Test
    void aProbesAnswerIsNotTheFirst() throws Exception {
        try (java.net.Socket socket = wire.connect()) {
            socket.getOutputStream()
                    .write(("GET /socket.io/?EIO=4&transport=websocket&sid=" + wire.open() + " HTTP/1.1\r\n" + UPGRADE)
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket))
                    .startsWith("HTTP/1.1 101")
                    .doesNotContainIgnoringCase("set-cookie")
                    .doesNotContainIgnoringCase("x-first")
                    .containsIgnoringCase("x-every: yes");
        }
    }

    @Test
    void whoIsNotAllowedGetsCode4() throws Exception {
        HttpResponse<String> refused = wire.get(POLLING + "&who=stranger");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
        assertThat(wire.get(POLLING + "&who=known").body()).isEqualTo("{\"code\":4,\"message\":\"not \\\"you\\\"\"}");
        assertThat(wire.raw("GET /socket.io/?EIO=4&transport=websocket&who=stranger HTTP/1.1\r\n" + UPGRADE))
                .startsWith("HTTP/1.1 400")
                .endsWith("Forbidden");
        wire.get("/socket.io/?EIO=4&transport=none");

        await().atMost(Wire.PATIENCE)
                .untilAsserted(() -> assertThat(told)
                        .containsExactly("4 Forbidden", "4 not \"you\"", "4 Forbidden", "0 Transport unknown"));
    }

    @Test
    void aPathWithoutItsSlashIsServedOnlyIfAskedFor() throws Exception {
        assertThat(wire.get("/socket.io?EIO=4&transport=polling").statusCode()).isEqualTo(404);
        try (Wire lenient = new Wire(SioServer.builder().addTrailingSlash(false).listen())) {
            assertThat(lenient.get("/socket.io?EIO=4&transport=polling").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCookieCannotBreakItsHeader() {
        assertThatThrownBy(() -> SessionCookie.named("a; b")).isInstanceOf(IllegalArgumentException.class);
    }
}
