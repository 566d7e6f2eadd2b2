package io.sioscope.emulator.http;

import io.sioscope.protocol.EngineVersion;

/** What a request asks for, or why it is refused. */
sealed interface EngineRoute {
    /** Nobody serves this path. */
    record NotFound() implements EngineRoute {}

    /** A page of another origin asks what it may do. */
    record Preflight(Cors cors) implements EngineRoute {}

    /** Refused with a code. */
    record Refused(EngineError error) implements EngineRoute {}

    /** A method that a session does not know. */
    record WrongMethod() implements EngineRoute {}

    /** A new session, on polling or, if {@code socket}, on WebSocket. */
    record Open(boolean socket, EngineVersion version) implements EngineRoute {}

    /** A poll of a session. */
    record Poll(EngineLink link) implements EngineRoute {}

    /** Packets for a session. */
    record Post(EngineLink link) implements EngineRoute {}

    /** A WebSocket, but the query names a transport that is none. */
    record Unfit(EngineVersion version) implements EngineRoute {}

    /** A WebSocket for a session. */
    record Probe(EngineLink link) implements EngineRoute {}
}
