package io.sioscope.protocol.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/**
 * Where and when something was seen.
 *
 * @param link the Engine.IO connection, unique within its source; the engine's sid once it is known
 * @param direction which way it went
 * @param transport what carried it
 * @param timeNanos nanoseconds since 1970-01-01T00:00Z, from a clock that never goes back while the program runs
 */
public record Where(String link, Direction direction, Transport transport, long timeNanos) {}
