package io.sioscope.protocol.net;

/**
 * Whether a server keeps the connections that it says it keeps: netty-socketio closes each one after its answer, without
 * saying so. Once one was found closed, none is used for a second request. Event loop only.
 */
final class ClientReuse {
    private boolean kept = true;

    /** Whether a connection may carry another request. */
    boolean isKept() {
        return kept;
    }

    /** The server closed a connection that it had promised to keep. */
    void broken() {
        kept = false;
    }
}
