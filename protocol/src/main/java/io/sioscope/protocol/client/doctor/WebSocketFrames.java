package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The client's side of WebSocket (RFC 6455) without extensions, bounded. Blocks; one thread. */
final class WebSocketFrames {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int MAX_MESSAGE = 1_000_000;
    private static final int MAX_CONTROL = 125;

    private final Wire wire;
    private final SecureRandom random = new SecureRandom();

    WebSocketFrames(Wire wire) {
        this.wire = wire;
    }

    /** A whole message. */
    record Message(Bytes data, boolean binary) {}

    private record Frame(int opcode, boolean last, byte[] data) {}

    /** A value for {@code Sec-WebSocket-Key}. */
    static String newKey() {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** What a server makes of a key to show that it understood (RFC 6455, 4.2.2). */
    static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }

    /** The next message; pings of the WebSocket are answered on the way. */
    Message next(Deadline deadline) throws WireException {
        wire.until(deadline);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        int kind = 0;
        while (true) {
            Frame frame = frame();
            switch (frame.opcode()) {
                case CLOSE -> throw new WireException(Trouble.CLOSED, closing(frame.data()));
                case PING -> send(PONG, frame.data());
                case PONG -> {}
                default -> {
                    kind = frame.opcode() == 0 ? kind : frame.opcode();
                    if (kind != TEXT && kind != BINARY || parts.size() + frame.data().length > MAX_MESSAGE) {
                        throw new WireException(Trouble.OTHER_PROTOCOL, "frame " + frame.opcode());
                    }
                    parts.writeBytes(frame.data());
                    if (frame.last()) {
                        return new Message(Bytes.wrap(parts.toByteArray()), kind == BINARY);
                    }
                }
            }
        }
    }

    private static String closing(byte[] data) {
        if (data.length < 2) {
            return "WebSocket close";
        }
        int code = (data[0] & 0xff) << 8 | data[1] & 0xff;
        String reason = Bytes.wrap(data).utf8(2, data.length);
        return "WebSocket close " + code + (reason.isBlank() ? "" : ": " + reason);
    }

    private Frame frame() throws WireException {
        int first = byteOrEnd();
        int second = byteOrEnd();
        int opcode = first & 0x0f;
        long length = second & 0x7f;
        if (length == 126) {
            length = ByteBuffer.wrap(wire.read(2)).getShort() & 0xffff;
        } else if (length == 127) {
            length = ByteBuffer.wrap(wire.read(8)).getLong();
        }
        // Extensions were not asked for, and servers do not mask.
        boolean wrong = (first & 0x70) != 0 || (second & MASKED) != 0 || opcode >= CLOSE && length > MAX_CONTROL;
        if (wrong || length < 0 || length > MAX_MESSAGE) {
            throw new WireException(Trouble.OTHER_PROTOCOL, "0x" + Integer.toHexString(first << 8 | second));
        }
        return new Frame(opcode, (first & FIN) != 0, wire.read((int) length));
    }

    private int byteOrEnd() throws WireException {
        int next = wire.read();
        if (next < 0) {
            throw new WireException(Trouble.CLOSED, "");
        }
        return next;
    }

    void send(Message message) throws WireException {
        send(message.binary() ? BINARY : TEXT, message.data().toArray());
    }

    private void send(int opcode, byte[] data) throws WireException {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        ByteBuffer frame = ByteBuffer.allocate(14 + data.length).put((byte) (FIN | opcode));
        if (data.length <= MAX_CONTROL) {
            frame.put((byte) (MASKED | data.length));
        } else if (data.length <= 0xffff) {
            frame.put((byte) (MASKED | 126)).putShort((short) data.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(data.length);
        }
        frame.put(mask);
        for (int i = 0; i < data.length; i++) {
            frame.put((byte) (data[i] ^ mask[i & 3]));
        }
        byte[] whole = new byte[frame.flip().remaining()];
        frame.get(whole);
        wire.write(whole);
    }

    /** Says goodbye and waits until the other side does, or the connection ends. */
    void goodbye(Deadline deadline) {
        try (wire) {
            send(CLOSE, new byte[0]);
            wire.until(deadline);
            int opcode;
            do {
                opcode = frame().opcode();
            } while (opcode != CLOSE && !deadline.isOver());
        } catch (WireException gone) {
            close();
        }
    }

    void close() {
        wire.close();
    }
}
