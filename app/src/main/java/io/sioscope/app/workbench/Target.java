package io.sioscope.app.workbench;

/** Whom an event goes to. */
public sealed interface Target {
    /** A client session's server. */
    record Server() implements Target {}

    /** One socket of a host, by its Socket.IO id. */
    record Socket(String id) implements Target {}

    /** All sockets of a host that are in a room of the namespace. */
    record Room(String name) implements Target {}

    /** All sockets of a host in the namespace. */
    record All() implements Target {}
}
