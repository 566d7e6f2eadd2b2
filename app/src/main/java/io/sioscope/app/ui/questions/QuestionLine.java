package io.sioscope.app.ui.questions;

/**
 * One line of the side bar.
 *
 * @param filter what it sets
 * @param words what stands on it
 * @param icon its literal
 * @param colour a style class of the icon
 * @param count how much it finds, in words; empty for nothing
 * @param on whether the table is filtered by it now
 * @param saved whether a person keeps it, and may remove it
 */
public record QuestionLine(
        String filter, String words, String icon, String colour, String count, boolean on, boolean saved) {}
