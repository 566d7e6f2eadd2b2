package io.sioscope.protocol.session;

/** What a client remembers from one engine to the next. One thread. */
final class ClientMemory {
    /** Whether the last session that opened or moved did so over WebSocket. */
    boolean webSocketWorked;
}
