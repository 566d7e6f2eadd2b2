package io.sioscope.app.workbench;

/**
 * A room that a client asked to be in.
 *
 * @param namespace with its leading slash
 * @param room its name, as it was sent
 */
public record RoomAsk(String namespace, String room) {}
