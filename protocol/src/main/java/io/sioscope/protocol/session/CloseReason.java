package io.sioscope.protocol.session;

/** Why a socket or its connection ended, with the reference's words. */
public enum CloseReason {
    /** The transport was closed from outside. */
    TRANSPORT_CLOSE("transport close"),
    /** The transport failed. */
    TRANSPORT_ERROR("transport error"),
    /** No heartbeat in time. */
    PING_TIMEOUT("ping timeout"),
    /** The peer's packet could not be read. */
    PARSE_ERROR("parse error"),
    /** This side closed the engine, or a peer's violation made it do so. */
    FORCED_CLOSE("forced close"),
    /** The server ended the session from below while no poll was waiting. */
    FORCED_SERVER_CLOSE("forced server close"),
    /** The server is closing down. */
    SERVER_SHUTTING_DOWN("server shutting down"),
    /** Seen by the server: the client left the namespace. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect"),
    /** Seen by the server: the server disconnected the socket. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect"),
    /** Seen by the client: the client disconnected the socket. */
    IO_CLIENT_DISCONNECT("io client disconnect"),
    /** Seen by the client: the server disconnected the socket. */
    IO_SERVER_DISCONNECT("io server disconnect");

    private final String text;

    CloseReason(String text) {
        this.text = text;
    }

    /** The reason as an application sees it; the same words as the reference implementation. */
    public String text() {
        return text;
    }
}
