package io.sioscope.app.capture;

import java.io.IOException;
import java.io.Serial;

/** A record of a native capture does not hold what it should. Ends where the file is opened or a row is read. */
final class MalformedRecordException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedRecordException(String what) {
        super(what);
    }
}
