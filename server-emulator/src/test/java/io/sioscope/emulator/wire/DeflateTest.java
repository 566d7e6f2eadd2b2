package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.PerMessageDeflate;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compression of WebSocket messages (RFC 7692): what is agreed, what is compressed, what is refused. */
@NoLeaks
class DeflateTest {
    private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
    private static final String LONG = "long ".repeat(400);

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private SioServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        server = SioServer.builder()
                .maxHttpBufferSize(100_000)
                .perMessageDeflate(PerMessageDeflate.DEFAULT)
                .setup(io -> io.of("/").onConnection(socket -> {
                    socket.on("echo", (args, ack) -> socket.emit("echo", args));
                    socket.on("plain", (args, ack) -> socket.compress(false).emit("plain", args));
                    socket.onDisconnect(reason -> ends.add(reason.text()));
                }))
                .listen();
        wire = new Wire(server);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private RawWebSocket joined(String headers) throws Exception {
        RawWebSocket socket = RawWebSocket.open(wire, headers);
        assertThat(socket.next().text()).startsWith("0{");
        socket.send("40");
        assertThat(socket.next().text()).startsWith("40{");
        return socket;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(6, true);
        byte[] out = new byte[data.length + 100];
        deflater.setInput(data);
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        deflater.end();
        // Without the four bytes of an empty block, which both sides know of.
        return Arrays.copyOf(out, length - 4);
    }

    private static String inflated(byte[] data) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        byte[] whole = Arrays.copyOf(data, data.length + 4);
        whole[whole.length - 2] = (byte) 0xff;
        whole[whole.length - 1] = (byte) 0xff;
        inflater.setInput(whole);
        byte[] out = new byte[200_000];
        int length = inflater.inflate(out);
        inflater.end();
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    @Test
    void compressesLongMessagesAndNoOthers() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            assertThat(socket.answer()).containsIgnoringCase("sec-websocket-extensions: permessage-deflate");
            socket.send("42[\"echo\",\"short\"]");
            RawWebSocket.Frame shortOne = socket.next();
            assertThat(shortOne.head()).isEqualTo(RawWebSocket.TEXT);
            assertThat(shortOne.text()).isEqualTo("42[\"echo\",\"short\"]");
            socket.send("42[\"echo\",\"" + LONG + "\"]");
            RawWebSocket.Frame longOne = socket.next();
            assertThat(longOne.head()).isEqualTo(RawWebSocket.COMPRESSED_TEXT);
            assertThat(longOne.payload()).hasSizeLessThan(200);
            assertThat(inflated(longOne.payload())).isEqualTo("42[\"echo\",\"" + LONG + "\"]");
        }
    }

    @Test
    void anEventMayAskNotToBeCompressed() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            socket.send("42[\"plain\",\"" + LONG + "\"]");
            RawWebSocket.Frame frame = socket.next();
            assertThat(frame.head()).isEqualTo(RawWebSocket.TEXT);
            assertThat(frame.text()).isEqualTo("42[\"plain\",\"" + LONG + "\"]");
        }
    }

    @Test
    void readsCompressedMessages() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            socket.send(
                    RawWebSocket.COMPRESSED_TEXT, deflated("42[\"plain\",\"é\"]".getBytes(StandardCharsets.UTF_8)));
            assertThat(socket.next().text()).isEqualTo("42[\"plain\",\"é\"]");
        }
    }

    @Test
    void withoutAnOfferNothingIsCompressedAndCompressedFramesAreRefused() throws Exception {
        try (RawWebSocket socket = joined("")) {
            assertThat(socket.answer()).doesNotContainIgnoringCase("extensions");
            socket.send("42[\"echo\",\"" + LONG + "\"]");
            assertThat(socket.next().head()).isEqualTo(RawWebSocket.TEXT);
            socket.send(RawWebSocket.COMPRESSED_TEXT, deflated("42[\"echo\"]".getBytes(StandardCharsets.UTF_8)));
            assertThat(socket.next().closeCode()).isEqualTo(1002);
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("transport error");
        }
    }

    @Test
    void otherReservedBitsAreRefused() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            socket.send(0xa1, "42[\"echo\"]".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.next().closeCode()).isEqualTo(1002);
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("transport error");
        }
    }

    @Test
    void aMessageThatUnpacksToTooMuchIsGivenUp() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            byte[] bomb = deflated(new byte[40_000_000]);
            assertThat(bomb).hasSizeLessThan(60_000);
            socket.send(RawWebSocket.COMPRESSED_TEXT, bomb);
            assertThat(socket.next().closeCode()).isEqualTo(1009);
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("transport error");
        }
        try (RawWebSocket other = joined(OFFER)) {
            other.send("42[\"plain\",1]");
            assertThat(other.next().text()).isEqualTo("42[\"plain\",1]");
        }
    }

    @Test
    void whatIsNotDeflatedDataEndsTheConnection() throws Exception {
        try (RawWebSocket socket = joined(OFFER)) {
            socket.send(RawWebSocket.COMPRESSED_TEXT, HexFormat.of().parseHex("ffffffffffff"));
            assertThat(socket.next().closeCode()).isEqualTo(1007);
            assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("transport error");
        }
    }

    @Test
    void offersThatCannotBeMetAreDeclined() throws Exception {
        try (RawWebSocket socket =
                joined("Sec-WebSocket-Extensions: x-unknown; a=1, permessage-deflate; server_max_window_bits=10\r\n")) {
            assertThat(socket.answer()).doesNotContainIgnoringCase("extensions");
        }
        try (RawWebSocket socket = joined("Sec-WebSocket-Extensions: x-unknown\r\n" + OFFER)) {
            assertThat(socket.answer()).containsIgnoringCase("sec-websocket-extensions: permessage-deflate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ";;", "permessage-deflate;", "permessage-deflate; nonsense", "x, permessage-deflate; nonsense=1",
        "permessage-deflate; client_max_window_bits=7", "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; server_max_window_bits", "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; client_max_window_bits; client_max_window_bits", "permessage deflate"
    })
    void brokenOffersAreRefused(String offers) throws Exception {
        try (RawWebSocket socket = RawWebSocket.open(wire, "Sec-WebSocket-Extensions: " + offers + "\r\n")) {
            assertThat(socket.answer())
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("\r\n\r\nInvalid or unacceptable Sec-WebSocket-Extensions header");
        }
    }

    @Test
    @NeedsNode
    void nodeCompressesAndUnpacks() throws Exception {
        try (Peer peer = Peer.start("client.cjs", Map.of(
                "url", server.url().toString(), "options", Map.of("transports", List.of("websocket"))))) {
            peer.await("connect");
            for (int i = 0; i < 3; i++) {
                peer.command(Map.of("do", "emit", "event", "echo", "args", List.of(i + LONG)));
                assertThat(peer.await("event").path("args").path(0).asText()).isEqualTo(i + LONG);
            }
        }
    }
}
