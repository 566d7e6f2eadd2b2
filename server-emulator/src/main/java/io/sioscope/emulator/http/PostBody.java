package io.sioscope.emulator.http;

import io.netty.buffer.ByteBuf;
import io.sioscope.protocol.Bytes;
import java.util.Arrays;

/** Gathers the body of a request up to a limit in bytes; memory grows with what came, not with what was announced. */
final class PostBody {
    private final int limit;
    private final boolean octets;
    private byte[] array = new byte[0];
    private int length;

    PostBody(int limit, boolean octets) {
        this.limit = limit;
        this.octets = octets;
    }

    /** Takes a part; false if the limit is passed. */
    boolean add(ByteBuf part) {
        int more = part.readableBytes();
        if (more > limit - length) {
            return false;
        }
        if (more > array.length - length) {
            long doubled = Math.max(2L * array.length, (long) length + more);
            array = Arrays.copyOf(array, (int) Math.min(limit, doubled));
        }
        part.readBytes(array, length, more);
        length += more;
        return true;
    }

    /** Whether it was sent as {@code application/octet-stream}. */
    boolean octets() {
        return octets;
    }

    int length() {
        return length;
    }

    /**
     * The whole; nothing may be added after. Text is UTF-8 without fault, as in the reference: what a broken byte would end,
     * were it sent on, is somebody else's WebSocket.
     */
    Bytes bytes() {
        Bytes whole = Bytes.wrap(array, 0, length);
        return octets || isAscii() ? whole : Bytes.utf8(whole.utf8());
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (array[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
