package io.sioscope.app.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.emulator.server.HandshakeData;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NeedsPython;
import io.sioscope.testing.Peer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections as code: what is written runs, and brings to the server what the connection says. */
class SnippetsTest {
    @TempDir
    Path folder;

    private static ConnectSpec full(String origin) {
        return ConnectSpec.to(origin + "/chat?in=url")
                .withAuth("{\"token\":\"it's \\\"me\\\"\",\"list\":[1,true,null]}")
                .withQuery(Map.of("room", "a b&c"))
                .withHeaders(List.of(new Header("X-One", "1 $HOME `x`")))
                .withPath("/live")
                .withTransports(List.of(Transport.WEBSOCKET));
    }

    private void assertRuns(Language language, List<String> command, String fileName) throws Exception {
        BlockingQueue<HandshakeData> came = new LinkedBlockingQueue<>();
        try (SioServer server = SioServer.builder()
                .path("/live")
                .setup(io -> io.of("/chat").onConnection(socket -> came.add(socket.handshake())))
                .listen()) {
            Path file = Files.writeString(folder.resolve(fileName), Snippets.of(full(server.url().toString()), language));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "out"))
                    .start();
            try {
                HandshakeData handshake = came.poll(30, TimeUnit.SECONDS);
                assertThat(handshake).as(() -> said(folder.resolve("out"))).isNotNull();
                assertThat(handshake.auth()).hasToString("{\"token\":\"it's \\\"me\\\"\",\"list\":[1,true,null]}");
                assertThat(handshake.query()).containsEntry("room", "a b&c").containsEntry("in", "url");
                assertThat(handshake.headers()).containsEntry("x-one", "1 $HOME `x`");
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException gone) {
            return gone.toString();
        }
    }

    @Test
    @NeedsNode
    void javaScriptRuns() throws Exception {
        Files.createSymbolicLink(folder.resolve("node_modules"), Peer.packages());
        assertRuns(Language.JAVASCRIPT, List.of("node", "--input-type=module", "-"), "snippet.mjs");
    }

    @Test
    @NeedsPython
    void pythonRuns() throws Exception {
        assertRuns(Language.PYTHON, List.of("/usr/bin/python3", "-"), "snippet.py");
    }

    @Test
    void theOfficialJavaClientIsSetUp() {
        assertThat(Snippets.of(full("http://localhost:3000"), Language.JAVA)).isEqualTo("""
                // io.socket:socket.io-client:2.1.2
                IO.Options options = new IO.Options();
                options.path = "/live/";
                options.query = "in=url&room=a%20b%26c";
                options.auth = Map.ofEntries(Map.entry("token", "it's \\"me\\""), Map.entry("list", "[1,true,null]"));
                options.extraHeaders = Map.ofEntries(Map.entry("X-One", List.of("1 $HOME `x`")));
                options.transports = new String[] {"websocket"};

                Socket socket = IO.socket(URI.create("http://localhost:3000/chat"), options);
                socket.on(Socket.EVENT_CONNECT, args -> System.out.println("connected " + socket.id()));
                socket.connect();
                """);
    }

    @Test
    void aCommandIsReadBackByItsShell() {
        String command = Snippets.of(full("http://localhost:3000"), Language.COMMAND);
        assertThat(ShellWords.split(command)).containsExactly(
                "sioscope", "connect", "http://localhost:3000/chat?in=url", "--auth",
                "{\"token\":\"it's \\\"me\\\"\",\"list\":[1,true,null]}", "--header", "X-One: 1 $HOME `x`", "--query", "room=a b&c",
                "--path", "/live", "--transport", "websocket", "--reconnect");
    }

    @Test
    void javaScriptIsReadBack() {
        ConnectSpec spec = full("http://localhost:3000").withReconnection(ConnectSpec.to("").reconnection().withDelayMs(7).withAttempts(3));
        Reading back = Imports.read(Snippets.of(spec, Language.JAVASCRIPT)).orElseThrow();
        assertThat(back.leftOut()).isEmpty();
        assertThat(back.spec().auth()).isEqualTo(spec.auth());
        assertThat(back.spec().effectiveQuery()).isEqualTo(spec.effectiveQuery());
        assertThat(back.spec().headers()).isEqualTo(spec.headers());
        assertThat(back.spec().effectiveNamespaces()).isEqualTo(spec.effectiveNamespaces());
        assertThat(back.spec().path()).isEqualTo(spec.path());
        assertThat(back.spec().transports()).isEqualTo(spec.transports());
        assertThat(back.spec().reconnection()).isEqualTo(spec.reconnection());
    }

    @Test
    void whatIsAsByDefaultIsNotWritten() {
        assertThat(Snippets.of(ConnectSpec.to("localhost:3000"), Language.JAVASCRIPT)).contains("io(\"http://localhost:3000\")");
        assertThat(Snippets.of(ConnectSpec.to("localhost:3000").withAuth("{\"t\":\"{{token}}\"}"), Language.PYTHON))
                .contains("auth={\"t\": \"{{token}}\"}");
        assertThat(Snippets.of(ConnectSpec.to("localhost:3000").withNamespaces(List.of("/a", "b")), Language.JAVASCRIPT))
                .contains("const a = io(\"http://localhost:3000/a\");")
                .contains("const b = io(\"http://localhost:3000/b\");");
    }
}
