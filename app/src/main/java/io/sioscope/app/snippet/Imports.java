package io.sioscope.app.snippet;

import java.util.Optional;

/** Reads connections from texts of which it finds out what they are. Pure. */
public final class Imports {
    /** A longer text is no command and no snippet. */
    private static final int MAX_LENGTH = 200_000;

    private Imports() {}

    /** Reads a curl command or a snippet for socket.io-client in JavaScript; empty if the text is neither. Never throws. */
    public static Optional<Reading> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String stripped = text.strip();
        return CurlCommand.looksLike(stripped) ? CurlCommand.read(stripped) : ClientSnippet.read(stripped);
    }
}
