package io.sioscope.app.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text that is looked for in bytes and strings, whatever the case. Belongs to one thread. */
final class Needle {
    private static final int CHUNK = 64 * 1024;

    private final String folded;
    private final byte[] bytes;
    private final boolean ascii;

    Needle(String text) {
        folded = text.toLowerCase(Locale.ROOT);
        bytes = folded.getBytes(StandardCharsets.UTF_8);
        ascii = bytes.length == folded.length();
    }

    boolean in(String text) {
        return text.toLowerCase(Locale.ROOT).contains(folded);
    }

    boolean in(byte[] text) {
        return found(ByteBuffer.wrap(text));
    }

    /** Whether a part of the file holds the text; reads it piece by piece, however long it is. */
    boolean in(RecordReader reader, long at, long length) throws IOException {
        long done = 0;
        while (done < length) {
            int part = (int) Math.min(CHUNK + bytes.length, length - done);
            if (found(reader.bytes(at + done, part))) {
                return true;
            }
            done += CHUNK;
        }
        return false;
    }

    private boolean found(ByteBuffer text) {
        if (!ascii) {
            return in(StandardCharsets.UTF_8.decode(text).toString());
        }
        byte[] array = text.array();
        int from = text.arrayOffset() + text.position();
        int last = from + text.remaining() - bytes.length;
        for (int i = from; i <= last; i++) {
            if (lower(array[i]) == bytes[0] && matches(array, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] array, int at) {
        for (int i = 1; i < bytes.length; i++) {
            if (lower(array[at + i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
