package io.sioscope.app.workbench;

/**
 * Something that went wrong, in words for people.
 *
 * @param message one sentence: what happened, and where
 * @param hint one sentence: what to do
 */
public record Explanation(String message, String hint) {}
