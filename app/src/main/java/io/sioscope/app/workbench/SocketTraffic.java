package io.sioscope.app.workbench;

/**
 * What passed to and from one socket of a host since it connected.
 *
 * @param eventsToServer events that it sent
 * @param bytesToServer the size of all its packets with their attachments
 * @param eventsToClient events that were sent to it
 * @param bytesToClient the size of all packets to it
 */
public record SocketTraffic(long eventsToServer, long bytesToServer, long eventsToClient, long bytesToClient) {
    /** Nothing yet. */
    public static final SocketTraffic NONE = new SocketTraffic(0, 0, 0, 0);
}
