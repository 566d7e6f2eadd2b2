package io.sioscope.emulator.http;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.util.Date;

/** The present as answers tell it (RFC 9110, section 6.6.1), written anew once a second. Any thread. */
final class HttpDate {
    private static final long SECOND_MS = 1_000;

    private volatile Second newest = Second.of(0);

    private record Second(long number, AsciiString text) {
        static Second of(long number) {
            return new Second(number, AsciiString.of(DateFormatter.format(new Date(number * SECOND_MS))));
        }
    }

    /** The value of a {@code Date} header. */
    AsciiString now() {
        long number = System.currentTimeMillis() / SECOND_MS;
        Second second = newest;
        if (second.number != number) {
            second = Second.of(number);
            newest = second;
        }
        return second.text;
    }
}
