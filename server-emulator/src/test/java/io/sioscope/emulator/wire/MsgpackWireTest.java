package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.testing.NoLeaks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The MessagePack parser byte by byte: one binary message a packet, the packets of Engine.IO as they always are. */
@NoLeaks
class MsgpackWireTest {
    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .parser(PacketParser.MSGPACK)
                .setup(io -> io.onConnection(socket -> socket.on("e", (args, ack) -> socket.emit("e", args))))
                .listen());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static void send(Wire.Frames frames, String packet) {
        frames.sendBinary(packet.chars().toArray());
    }

    private static String hex(String latin) {
        return "binary " + java.util.HexFormat.of().formatHex(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void joinsAndEchoesWithTheSendersQuirks() throws Exception {
        Wire.Frames frames = wire.socket();
        assertThat(frames.next()).startsWith("0{");
        send(frames, "\u0083\u00a4type\u0000\u00a4data\u00d4\u0000\u0000\u00a3nsp\u00a1/");
        assertThat(frames.next()).startsWith(hex("\u0083\u00a4type\u0000\u00a4data\u0081\u00a3sid\u00b4")).endsWith(hex("\u00a3nsp\u00a1/").substring(7));
        send(frames, "\u0083\u00a3nsp\u00a1/\u00a4data\u0092\u00a1e\u00c4\u0002\u0001\u0002\u00a4type\u0002");
        assertThat(frames.next()).isEqualTo(hex("\u0083\u00a4type\u0002\u00a4data\u0092\u00a1e\u00c4\u0002\u0001\u0002\u00a3nsp\u00a1/"));
    }

    @Test
    void aTextMessageEndsTheConnection() throws Exception {
        Wire.Frames frames = wire.socket();
        frames.next();
        assertThat(frames.send("40").next()).isEqualTo("close 1005");
    }

    @Test
    void typesOfAttachmentsDoNotExist() throws Exception {
        Wire.Frames frames = wire.socket();
        frames.next();
        send(frames, "\u0083\u00a4type\u0005\u00a4data\u0091\u00a1e\u00a3nsp\u00a1/");
        assertThat(frames.next()).isEqualTo("close 1005");
    }
}
