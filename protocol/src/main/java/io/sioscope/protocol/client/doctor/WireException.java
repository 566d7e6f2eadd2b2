package io.sioscope.protocol.client.doctor;

import java.io.IOException;
import java.io.Serial;

/** Why a probe's connection did not give what was asked of it. */
final class WireException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The ways of it. */
    enum Trouble {
        /** Nothing came in time. */
        SILENT,
        /** The other side ended the connection. */
        CLOSED,
        /** More came than is taken. */
        ENDLESS,
        /** What came is not what was expected; the message is its start. */
        OTHER_PROTOCOL,
        /** What came is a TLS record. */
        TLS_SPOKEN,
        /** TLS failed or was ended with an alert. */
        TLS
    }

    private final Trouble trouble;

    WireException(Trouble trouble, String said) {
        super(said, null);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }

    String said() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
