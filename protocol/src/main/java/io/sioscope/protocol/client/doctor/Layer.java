package io.sioscope.protocol.client.doctor;

import java.util.Locale;

/** What a connection is made of, in the order in which it is examined. */
public enum Layer {
    /** The host's name and its addresses of both families. */
    NAME,
    /** Whether anybody listens. */
    PORT,
    /** The proxy that the connection goes through, if there is one. */
    PROXY,
    /** Encryption: the handshake, the certificate's chain, its dates and its name. */
    TLS,
    /** Whether HTTP is answered. */
    HTTP,
    /** Whether Engine.IO lives at the path. */
    PATH,
    /** The revision of Engine.IO. */
    ENGINE,
    /** Long polling over several requests, and WebSocket. */
    TRANSPORT,
    /** What a page of a given origin may read. */
    CORS,
    /** Whether the namespaces exist. */
    NAMESPACE,
    /** Whether the namespaces' middleware lets in. */
    MIDDLEWARE,
    /** JSON or MessagePack. */
    PARSER,
    /** Whether the connection stays over some heartbeats. */
    HEARTBEAT;

    /** The name in machine-readable output; never translated. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
