package io.sioscope.emulator.http;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.util.Date;

/** The present as answers tell it (RFC 9110, section 6.6.1), written anew once a second. Any thread. */
final class HttpDate {
    private static final long SECOND_MS = 1_000;

    private static volatile HttpDate newest = new HttpDate(0);

    private final long second;
    private final AsciiString text;

    private HttpDate(long second) {
        this.second = second;
        this.text = AsciiString.of(DateFormatter.format(new Date(second * SECOND_MS)));
    }

    /** The value of a {@code Date} header. */
    static AsciiString now() {
        long second = System.currentTimeMillis() / SECOND_MS;
        HttpDate known = newest;
        if (known.second != second) {
            known = new HttpDate(second);
            newest = known;
        }
        return known.text;
    }
}
