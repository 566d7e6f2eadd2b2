package io.sioscope.app.capture.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, none longer than a limit. Belongs to one thread. */
final class LineReader {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;
    private long read;
    private boolean ended;
    private boolean tooLong;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, or null at the end of the file or where a line is too long. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        ended = false;
        while (true) {
            if (at == end && !fill()) {
                return line.size() == 0 ? null : line.toByteArray();
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, at - from);
            if (line.size() > limit) {
                tooLong = true;
                return null;
            }
            if (at < end) {
                at++;
                ended = true;
                return line.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        read += end;
        return end > 0;
    }

    /** Whether the last line ended as a line does, and not with the file. */
    boolean wasWhole() {
        return ended;
    }

    /** Whether a line was longer than the limit. */
    boolean wasTooLong() {
        return tooLong;
    }

    /** Bytes that were read. */
    long read() {
        return read;
    }
}
