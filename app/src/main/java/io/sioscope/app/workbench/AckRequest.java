package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;

/**
 * An acknowledgement that the other side asked us for and that has not been given.
 *
 * @param key which one
 * @param event the event that asked
 * @param arguments what it carried
 * @param timeNanos when it came, in nanoseconds since 1970-01-01T00:00Z
 */
public record AckRequest(Key key, String event, Arguments arguments, long timeNanos) {
    /**
     * What a captured event that asks for an acknowledgement says about itself, and what names the request.
     *
     * @param session the session's id
     * @param namespace with its leading slash
     * @param socket the Socket.IO id of the client's socket: ours in a client session, the peer's in a host
     * @param ackId the id on the wire, from 0
     */
    public record Key(String session, String namespace, String socket, long ackId) {}
}
