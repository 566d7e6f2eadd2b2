package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.Target;

/**
 * Somebody to send to.
 *
 * @param target whom
 * @param words how the list names it
 */
public record TargetChoice(Target target, String words) {}
