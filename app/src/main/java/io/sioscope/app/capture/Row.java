package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.SocketPacket;

/**
 * What a table shows of one captured thing without reading its body. Immutable.
 *
 * @param n the number in the capture, from 1
 * @param timeNanos nanoseconds since 1970-01-01T00:00Z
 * @param layer what the row is about
 * @param kind the kind within the layer: {@code event}, {@code ack}, {@code ping}, {@code opened}, an HTTP method in small
 *     letters, a fault's code with hyphens…
 * @param direction which way it went; without meaning for {@link Layer#LINK} and {@link Layer#GAP}
 * @param transport what carried it; without meaning for {@link Layer#GAP}
 * @param session the name of the source
 * @param link the Engine.IO connection within its session
 * @param namespace empty where the layer has none
 * @param socket the Socket.IO id, or empty
 * @param event the event's name, or empty; cut at {@link Entry#MAX_TEXT} characters
 * @param ackId the acknowledgement id, or {@link SocketPacket#NO_ACK}
 * @param size bytes of the packet and its attachments, at most {@link Integer#MAX_VALUE}; for a gap what was left out
 * @param binary whether the packet or an attachment is binary
 * @param bodyOmitted whether the body had to be left out; {@code size} is the true one all the same
 * @param ackState what is known of its acknowledgement
 * @param pairs the number of the other half, or 0
 * @param latencyNanos the time between request and acknowledgement, on both halves; -1 where it is not known
 */
public record Row(
        long n,
        long timeNanos,
        Layer layer,
        String kind,
        Direction direction,
        Transport transport,
        String session,
        String link,
        String namespace,
        String socket,
        String event,
        long ackId,
        int size,
        boolean binary,
        boolean bodyOmitted,
        AckState ackState,
        long pairs,
        long latencyNanos) {}
