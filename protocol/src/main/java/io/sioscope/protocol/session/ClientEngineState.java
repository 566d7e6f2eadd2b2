package io.sioscope.protocol.session;

/** Where a {@link ClientEngine} stands. It never goes back. */
enum ClientEngineState {
    IDLE,
    OPENING,
    OPEN,
    /** What was sent before still leaves. */
    CLOSING,
    CLOSED;

    boolean isUp() {
        return this == OPEN || this == CLOSING;
    }
}
