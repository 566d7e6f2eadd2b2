package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;

/**
 * What {@link EngineChoice#DETECT} found out about a server.
 *
 * @param version the revision that is spoken from here on
 * @param how what told
 */
public record VersionFound(EngineVersion version, How how) {
    /** What told the revision; a request with {@code EIO=4} goes before each of these. */
    public enum How {
        /** The first polling answer is framed as that revision frames it. */
        FRAMING,
        /** The open packet has {@code maxPayload}, which only servers since Socket.IO 4.5 send, and these heed {@code EIO}. */
        MAX_PAYLOAD,
        /** Over WebSocket, the server connected a namespace before it was asked: servers 1.x and 2.x do. */
        SERVER_SPOKE_FIRST,
        /** Over WebSocket, the server sent the first heartbeat: in revision 3 the client does. */
        SERVER_PING,
        /** Over WebSocket, the server waited to be asked for a namespace: servers 3.x and 4.x do. */
        SERVER_WAITED,
        /** The server refused {@code EIO=4} (code 5, "Unsupported protocol version"). */
        REFUSED,
        /** The server granted a namespace without an id, as servers 1.x and 2.x do. */
        GRANT_WITHOUT_ID
    }
}
