package io.sioscope.app.ui.questions;

/**
 * A filter that a person keeps.
 *
 * @param name what it is called
 * @param filter its text
 */
public record SavedFilter(String name, String filter) {}
