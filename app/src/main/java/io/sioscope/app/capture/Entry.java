package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/**
 * One captured thing with all that is kept of it, before it has a number. Immutable.
 *
 * @param timeNanos nanoseconds since 1970-01-01T00:00Z
 * @param session the name of the source
 * @param link the Engine.IO connection within its session
 * @param direction which way it went
 * @param transport what carried it
 * @param layer what it is about
 * @param kind the kind within the layer, see {@link Row#kind()}
 * @param namespace empty where the layer has none
 * @param socket the Socket.IO id, or empty
 * @param event the event's name, or empty
 * @param ackId the acknowledgement id, or -1
 * @param size the true size in bytes, also where the body was left out
 * @param binary whether the packet or an attachment is binary
 * @param body the bytes
 * @param details what else there is to tell
 */
public record Entry(
        long timeNanos,
        String session,
        String link,
        Direction direction,
        Transport transport,
        Layer layer,
        String kind,
        String namespace,
        String socket,
        String event,
        long ackId,
        long size,
        boolean binary,
        Body body,
        Details details) {
    /** The longest name that a row keeps, in characters; the packet's bytes keep all of it. */
    public static final int MAX_TEXT = 4_096;

    /** Cuts names that are too long. */
    public Entry {
        session = cut(session);
        link = cut(link);
        kind = cut(kind);
        namespace = cut(namespace);
        socket = cut(socket);
        event = cut(event);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    /** The same without its bytes. */
    public Entry withoutBody() {
        return new Entry(
                timeNanos,
                session,
                link,
                direction,
                transport,
                layer,
                kind,
                namespace,
                socket,
                event,
                ackId,
                size,
                binary,
                Body.OMITTED,
                details);
    }

    /** The same under another session's name. */
    public Entry inSession(String name) {
        return new Entry(
                timeNanos,
                name,
                link,
                direction,
                transport,
                layer,
                kind,
                namespace,
                socket,
                event,
                ackId,
                size,
                binary,
                body,
                details);
    }

    /** The same on another connection. */
    public Entry onLink(String name) {
        return new Entry(
                timeNanos,
                session,
                name,
                direction,
                transport,
                layer,
                kind,
                namespace,
                socket,
                event,
                ackId,
                size,
                binary,
                body,
                details);
    }

    /** Whether an acknowledgement is asked for. */
    public boolean asksForAck() {
        return layer == Layer.SOCKETIO && ackId >= 0 && kind.equals("event");
    }

    /** Whether it is an acknowledgement. */
    public boolean isAck() {
        return layer == Layer.SOCKETIO && ackId >= 0 && kind.equals("ack");
    }
}
