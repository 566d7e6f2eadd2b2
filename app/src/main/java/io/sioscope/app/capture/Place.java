package io.sioscope.app.capture;

/**
 * Where packets pass: a socket of a namespace on a connection of a session.
 *
 * @param session the name of the source
 * @param link the Engine.IO connection within it
 * @param namespace empty for what lies below Socket.IO
 * @param socket the Socket.IO id, or empty
 */
public record Place(String session, String link, String namespace, String socket) {
    static Place of(Entry entry) {
        return new Place(entry.session(), entry.link(), entry.namespace(), entry.socket());
    }
}
