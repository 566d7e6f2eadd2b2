package io.sioscope.app.capture;

/**
 * Why a filter's text is not understood.
 *
 * @param problem what is wrong
 * @param from where, in characters
 * @param to where it ends, exclusive
 * @param text what stands there
 */
public record FilterError(Problem problem, int from, int to, String text) {
    /** What can be wrong with a filter. The words for people stand beside the view that shows them. */
    public enum Problem {
        /** The word before the colon is no field; in quotes it would be text. */
        UNKNOWN_FIELD,
        /** Nothing follows the colon or the minus. */
        NO_VALUE,
        /** A quote that does not end. */
        OPEN_QUOTE,
        /** A direction other than in, out, to-server, to-client. */
        UNKNOWN_DIRECTION,
        /** A value that the field does not take. */
        UNKNOWN_VALUE
    }
}
