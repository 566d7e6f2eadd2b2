package io.sioscope.app.ui.connect;

/**
 * What came of the connection, as the page says it.
 *
 * @param kind decides icon and colour
 * @param headline one sentence
 * @param detail what was seen; may be empty
 * @param hint what to try; may be empty
 */
public record Outcome(Kind kind, String headline, String detail, String hint) {

    /** Nothing to say. */
    public static final Outcome NONE = new Outcome(Kind.NONE, "", "", "");

    /** How it is meant. */
    public enum Kind {
        /** Nothing was tried yet. */
        NONE,
        /** Under way. */
        CONNECTING,
        /** It works. */
        CONNECTED,
        /** The connection works, a namespace said no. */
        REFUSED,
        /** It did not come about. */
        FAILED,
        /** It was, and ended. */
        ENDED
    }

    /** Whether a person may wonder why. */
    boolean isTrouble() {
        return switch (kind) {
            case NONE, CONNECTED -> false;
            case CONNECTING -> !detail.isEmpty();
            case REFUSED, FAILED, ENDED -> true;
        };
    }
}
