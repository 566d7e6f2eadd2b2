package io.sioscope.protocol.session;

/** The timers of an {@link EngineServerSession}. Starting one that runs starts it anew. */
public enum ServerTimer {
    /** From the open packet or a pong to the next ping. */
    PING_INTERVAL,
    /** From a ping to its pong at the latest. */
    PING_TIMEOUT,
    /** From a probing WebSocket's coming to its {@code 5} at the latest. */
    UPGRADE_TIMEOUT,
    /** Until a waiting poll is released for an upgrade; again and again. */
    UPGRADE_CHECK,
    /** How long a close waits for a poll that would carry it. */
    CLOSE_TIMEOUT
}
