package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.SocketTraffic;

/**
 * What passes to and from a socket in a second.
 *
 * @param toServer events that it sends
 * @param bytesToServer the size of all its packets
 * @param toClient events that are sent to it
 * @param bytesToClient the size of all packets to it
 */
record SocketRate(long toServer, long bytesToServer, long toClient, long bytesToClient) {
    static final SocketRate NONE = new SocketRate(0, 0, 0, 0);
    private static final double NANOS = 1e9;

    /**
     * The rate between two looks.
     *
     * @param nanos the time between them, above zero
     */
    static SocketRate between(SocketTraffic before, SocketTraffic now, long nanos) {
        double seconds = nanos / NANOS;
        return new SocketRate(
                Math.round((now.eventsToServer() - before.eventsToServer()) / seconds),
                Math.round((now.bytesToServer() - before.bytesToServer()) / seconds),
                Math.round((now.eventsToClient() - before.eventsToClient()) / seconds),
                Math.round((now.bytesToClient() - before.bytesToClient()) / seconds));
    }
}
