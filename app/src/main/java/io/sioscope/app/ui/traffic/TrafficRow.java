package io.sioscope.app.ui.traffic;

import io.sioscope.protocol.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One row, ready to be shown; made when it comes into sight.
 *
 * @param number of the packet in the capture, from 1
 * @param timeNanos since 1970-01-01T00:00Z
 * @param deltaNanos since the row above
 * @param direction null where nothing travelled
 * @param who sent it, in a few letters; empty for the server, which has a word in the window
 * @param namespace empty where it concerns the whole connection
 * @param type what it is
 * @param name the event's name, or the kind of a packet that is none
 * @param preview the arguments as text, as much as a column may hold
 * @param size bytes with attachments
 * @param ack its acknowledgement
 * @param session the session's id
 * @param socket the Socket.IO id; empty where unknown
 * @param ackId the id that an answer carries, or −1
 */
public record TrafficRow(
        long number,
        long timeNanos,
        long deltaNanos,
        @Nullable Direction direction,
        String who,
        String namespace,
        RowType type,
        String name,
        String preview,
        long size,
        RowAck ack,
        String session,
        String socket,
        long ackId) {}
