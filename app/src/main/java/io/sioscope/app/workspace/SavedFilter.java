package io.sioscope.app.workspace;

/**
 * A filter of the traffic that a person gave a name.
 *
 * @param name the name
 * @param text in the filter's language
 */
public record SavedFilter(String name, String text) {}
