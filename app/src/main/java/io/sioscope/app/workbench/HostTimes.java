package io.sioscope.app.workbench;

import java.time.Duration;

/**
 * How long a host waits, each above zero.
 *
 * @param pingInterval the pause between heartbeats
 * @param pingTimeout how long the answer to a heartbeat may take
 * @param upgradeTimeout how long a move to another transport may take
 * @param connectTimeout how long a connection may stay without a namespace
 * @param headersTimeout how long the head of a request may take
 */
public record HostTimes(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        Duration connectTimeout,
        Duration headersTimeout) {
    /** The reference's defaults. */
    public static final HostTimes USUAL = new HostTimes(
            Duration.ofSeconds(25),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(45),
            Duration.ofSeconds(60));
}
