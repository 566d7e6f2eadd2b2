package io.sioscope.app.cli;

/**
 * Colours of a terminal. The same meanings as in the window; each also has a sign or a word.
 *
 * @param colours whether there are any
 */
record Style(boolean colours) {
    private static final String RESET = "\u001b[0m";

    /** Towards the server. */
    String toServer(String text) {
        return wrap("\u001b[34m", text);
    }

    /** Towards a client. */
    String toClient(String text) {
        return wrap("\u001b[35m", text);
    }

    /** An acknowledgement. */
    String ack(String text) {
        return wrap("\u001b[32m", text);
    }

    /** A fault or a gap. */
    String fault(String text) {
        return wrap("\u001b[31m", text);
    }

    /** Of less weight. */
    String faint(String text) {
        return wrap("\u001b[2m", text);
    }

    /** Of more weight. */
    String strong(String text) {
        return wrap("\u001b[1m", text);
    }

    private String wrap(String code, String text) {
        return colours ? code + text + RESET : text;
    }
}
