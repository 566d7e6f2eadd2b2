package io.sioscope.app.ui.composer;

/**
 * Somebody to leave out.
 *
 * @param name a room's name or a socket's id; empty for nobody
 * @param words how the list names it
 */
public record ExceptChoice(String name, String words) {}
