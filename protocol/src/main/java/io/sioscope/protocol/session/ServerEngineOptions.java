package io.sioscope.protocol.session;

/**
 * What an {@link EngineServerSession} goes by. Times in nanoseconds, above zero.
 *
 * @param pingInterval from a pong to the next ping; 25 s in the reference
 * @param pingTimeout from a ping to its pong; 20 s in the reference
 * @param upgradeTimeout how long an upgrade may take; 10 s in the reference
 * @param maxBuffered how many bytes may wait for a poll; the reference knows no limit
 */
public record ServerEngineOptions(long pingInterval, long pingTimeout, long upgradeTimeout, long maxBuffered) {
    /** How often a waiting poll is released during an upgrade: every 100 ms, as in the reference. */
    public static final long UPGRADE_CHECK = 100_000_000L;
    /** How long a close waits for a poll: 30 s, as in the reference. */
    public static final long CLOSE_TIMEOUT = 30_000_000_000L;
}
