package io.sioscope.protocol.session;

/** The timers of an {@link EngineServerSession}. Starting one that runs starts it anew. */
public enum ServerTimer {
    /** In version 4, from the open packet or a pong to the next ping. */
    PING_INTERVAL,
    /** To a pong at the latest; in version 3, from the open packet or a client's ping to the next one at the latest. */
    PING_TIMEOUT,
    /** From a probing WebSocket's coming to its {@code 5} at the latest. */
    UPGRADE_TIMEOUT,
    /** Until a waiting poll is released for an upgrade; again and again. */
    UPGRADE_CHECK,
    /** How long a close waits for a poll that would carry it. */
    CLOSE_TIMEOUT
}
