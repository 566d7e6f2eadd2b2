package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import java.util.List;

/**
 * One socket that is connected to a host.
 *
 * @param namespace with its leading slash
 * @param id its Socket.IO id
 * @param rooms the rooms that it is in, sorted, its own id left out
 * @param transport what carries its packets now
 * @param eio the revision of Engine.IO that its client speaks: 4, or 3 of the older generation
 * @param address where it came from
 * @param handshake how it came
 */
public record SocketSnapshot(
        String namespace,
        String id,
        List<String> rooms,
        Transport transport,
        int eio,
        String address,
        HandshakeSnapshot handshake) {
    private static final int NEWEST = 4;
    private static final int SHORT = 6;

    /** Keeps a copy of the list. */
    public SocketSnapshot {
        rooms = List.copyOf(rooms);
    }

    /** The first letters of the id, as people tell sockets apart. */
    public String shortId() {
        return id.length() <= SHORT ? id : id.substring(0, SHORT);
    }

    /** What a person calls it: the name of its handshake, else its short id. */
    public String displayName() {
        return handshake.name().isEmpty() ? shortId() : handshake.name();
    }

    /** One that sent nothing at its handshake. */
    public SocketSnapshot(String namespace, String id, List<String> rooms, Transport transport, String address) {
        this(namespace, id, rooms, transport, address, HandshakeSnapshot.NONE);
    }

    /** One of the newer generation. */
    public SocketSnapshot(
            String namespace,
            String id,
            List<String> rooms,
            Transport transport,
            String address,
            HandshakeSnapshot handshake) {
        this(namespace, id, rooms, transport, NEWEST, address, handshake);
    }

    /** Whether its client is of the older generation, JavaScript 1.x and 2.x. */
    public boolean isOlder() {
        return eio < NEWEST;
    }
}
