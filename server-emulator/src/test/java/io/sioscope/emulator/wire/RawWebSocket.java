package io.sioscope.emulator.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose frames are made by hand, for what no library would send. */
final class RawWebSocket implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int COMPRESSED_TEXT = 0xc1;

    /** A frame as it came. */
    record Frame(int head, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return payload.length < 2 ? -1 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final String answer;

    private RawWebSocket(Socket socket, String answer) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.answer = answer;
    }

    /** Opens one with a session of its own; {@code headers} end in line ends. */
    static RawWebSocket open(Wire wire, String headers) throws IOException {
        Socket socket = wire.connect();
        socket.getOutputStream()
                .write(("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new RawWebSocket(socket, Wire.answer(socket));
    }

    /** The answer to the handshake. */
    String answer() {
        return answer;
    }

    /** Sends a frame, masked with zeros. */
    void send(int head, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    void send(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    Frame next() throws IOException {
        int head = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(head, in.readNBytes(Math.toIntExact(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
