/**
 * The page of settings: theme, language, size, motion, and where things are kept. Thread: the JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.settings;

import org.jspecify.annotations.NullMarked;
