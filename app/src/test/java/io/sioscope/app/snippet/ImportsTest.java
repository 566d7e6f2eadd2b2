package io.sioscope.app.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands and snippets that become connections. */
class ImportsTest {
    private static Reading read(String text) {
        return Imports.read(text).orElseThrow();
    }

    @Test
    void aRequestCopiedFromABrowserNamesTheApplicationsUrl() {
        Reading reading = read("""
                curl 'https://api.example.com/live/socket.io/?EIO=4&transport=polling&t=P5x&sid=abc&token=a%20b' \\
                  -H 'accept: */*' \\
                  -H 'origin: https://app.example.com' \\
                  -H $'x-note: it\\'s\\u0021' \\
                  -H 'Sec-Fetch-Mode: cors' \\
                  -b 'session=1; theme=dark' --compressed -k""");
        ConnectSpec spec = reading.spec();
        assertThat(spec.url()).isEqualTo("https://api.example.com");
        assertThat(spec.path()).isEqualTo("/live/socket.io");
        assertThat(spec.query()).containsExactly(Map.entry("token", "a b"));
        assertThat(spec.headers()).containsExactly(
                new Header("accept", "*/*"),
                new Header("origin", "https://app.example.com"),
                new Header("x-note", "it's!"),
                new Header("Cookie", "session=1; theme=dark"));
        assertThat(spec.options().insecure()).isTrue();
        assertThat(reading.leftOut()).containsExactly("--header Sec-Fetch-Mode: cors");
        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void aCommandMayBeShort() {
        ConnectSpec spec = read("$ curl -sSLu me:secret -xproxy:8080 \"localhost:3000/chat\"").spec();
        assertThat(spec.url()).isEqualTo("http://localhost:3000/chat");
        assertThat(spec.effectiveNamespaces()).containsExactly("/chat");
        assertThat(spec.headers()).containsExactly(new Header("Authorization", "Basic bWU6c2VjcmV0"));
        assertThat(spec.options().proxy()).isEqualTo("http://proxy:8080");
    }

    @Test
    void theOlderGenerationAndWebSocketAreSeenInTheUrl() {
        ConnectSpec spec = read("curl 'http://a:1/socket.io/?EIO=3&transport=websocket' -X POST -d 'x'").spec();
        assertThat(spec.options().engine()).isEqualTo(EngineChoice.V3);
        assertThat(spec.transports()).containsExactly(Transport.WEBSOCKET);
        assertThat(read("curl 'http://a:1/socket.io/?EIO=3&transport=websocket' -X POST -d 'x'").leftOut())
                .containsExactly("--request POST", "--data x");
    }

    @Test
    void aSnippetsOptionsAreRead() {
        Reading reading = read("""
                import { io } from "socket.io-client";
                const URL = 'https://example.com/chat';
                // io("http://not.this.one")
                const socket = io(URL, {
                  path: '/live/',
                  auth: { token: `Bearer ${process.env.TOKEN}`, user: userId, room: { id: 1_000, tags: ["a", 'b',], }, on: true },
                  query: { "x-client": 7, },   /* what the server logs */
                  extraHeaders: { 'X-One': "1" },
                  transports: ["websocket"],
                  reconnectionAttempts: Infinity, reconnectionDelay: 250,
                  timeout: 5e3,
                  withCredentials: true,
                  rejectUnauthorized: false,
                  parser: msgpackParser,
                  autoConnect: false,
                  onlyBinaryUpgrades: maybe(),
                });
                socket.on("connect", () => {});
                """.replace("// io(\"http://not.this.one\")\n", ""));
        ConnectSpec spec = reading.spec();
        assertThat(spec.url()).isEqualTo("https://example.com/chat");
        assertThat(spec.path()).isEqualTo("/live");
        assertThat(spec.auth()).isEqualTo(
                "{\"token\":\"Bearer {{TOKEN}}\",\"user\":\"{{userId}}\",\"room\":{\"id\":1000,\"tags\":[\"a\",\"b\"]},\"on\":true}");
        assertThat(spec.query()).containsExactly(Map.entry("x-client", "7"));
        assertThat(spec.headers()).containsExactly(new Header("X-One", "1"));
        assertThat(spec.transports()).containsExactly(Transport.WEBSOCKET);
        assertThat(spec.reconnection().delayMs()).isEqualTo(250);
        assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(spec.options().withCredentials()).isTrue();
        assertThat(spec.options().insecure()).isTrue();
        assertThat(spec.options().parser()).isEqualTo(PacketParser.MSGPACK);
        assertThat(reading.leftOut()).containsExactly("onlyBinaryUpgrades: maybe()", "autoConnect: false");
    }

    @Test
    void whatIsComputedIsSaidAndNotGuessed() {
        Reading reading = read("""
                const s = io("http://localhost:3000", { auth: (cb) => cb({ token: "x" }), query: { t: Date.now(), a: 1 }, ...rest,
                  path() { return "/x"; } })""");
        assertThat(reading.spec().auth()).isEmpty();
        assertThat(reading.spec().query()).containsExactly(Map.entry("a", "1"));
        assertThat(reading.leftOut()).hasSize(4).anyMatch(line -> line.startsWith("auth: (cb)"))
                .anyMatch(line -> line.equals("query.t: Date.now()")).anyMatch(line -> line.equals("...rest"));
    }

    @Test
    void aCallWithoutUrlLeavesItEmpty() {
        assertThat(read("const socket = io();").spec().url()).isEmpty();
        assertThat(read("const socket = io({ path: \"/x\" });").spec().path()).isEqualTo("/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://localhost:3000", "audio(\"x\")", "let x = {", "curly 'x'", "radio.io(1)"})
    void whatIsNeitherIsNotRead(String text) {
        assertThat(Imports.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "curl", "curl ", "curl -H", "curl 'http://a", "curl $'\\u12", "curl \"\\", "curl --header= -- -", "io(", "io({", "io({a", "io({a:",
        "io('", "io(`${", "io({a:[[[[", "io({a:1,,,}", "io({...", "io(\"x\", function () { return { } ", "io({a: \"\\u00\"", "io({'a' 'b'})",
        "io({]})", "io(}{)"
    })
    void nothingBrokenDoesHarm(String text) {
        Imports.read(text).ifPresent(reading -> assertThat(reading.spec().problems()).isNotNull());
        assertThat(Imports.read(text + "[".repeat(50_000))).isNotNull();
        assertThat(Imports.read(text + "{a:".repeat(50_000))).isNotNull();
    }
}
