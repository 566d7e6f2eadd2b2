package io.sioscope.protocol.net;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server.
 *
 * @param proxy between client and server, or null
 * @param family of the address that is connected to, the proxy's where there is one
 * @param localAddress the address that connections come from, or null for the system's choice
 */
public record ClientRoad(@Nullable ClientProxy proxy, AddressFamily family, @Nullable InetAddress localAddress) {
    /** Straight, by whatever address. */
    public static final ClientRoad DIRECT = new ClientRoad(null, AddressFamily.ANY, null);

    /** The same through a proxy. */
    public ClientRoad through(@Nullable ClientProxy other) {
        return new ClientRoad(other, family, localAddress);
    }

    /** The same with addresses of another family. */
    public ClientRoad by(AddressFamily other) {
        return new ClientRoad(proxy, other, localAddress);
    }

    /** The same from another address. */
    public ClientRoad from(InetAddress other) {
        return new ClientRoad(proxy, family, other);
    }
}
