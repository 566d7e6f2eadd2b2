package io.sioscope.app.ui.composer;

/**
 * What became of the last thing sent, in words.
 *
 * @param kind decides icon and colour
 * @param words one line
 */
public record Report(Kind kind, String words) {

    /** Nothing was sent yet. */
    public static final Report NONE = new Report(Kind.NONE, "");

    /** How it is meant. */
    public enum Kind {
        /** Nothing to say. */
        NONE,
        /** Handed to the connection. */
        SENT,
        /** An acknowledgement is waited for. */
        WAITING,
        /** Acknowledged. */
        ACKNOWLEDGED,
        /** No acknowledgement came. */
        UNANSWERED,
        /** It could not be sent. */
        REFUSED
    }
}
