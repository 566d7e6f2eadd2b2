package io.sioscope.app.ui.composer;

/** What somebody to send to, or not to send to, can be. */
public enum TargetKind {
    /** A client's server. */
    SERVER,
    /** All sockets of all namespaces of a host. */
    EVERYWHERE,
    /** All sockets of the namespace. */
    ALL,
    /** The sockets of a room. */
    ROOM,
    /** One socket. */
    SOCKET,
    /** Nobody: nobody is left out. */
    NOBODY
}
