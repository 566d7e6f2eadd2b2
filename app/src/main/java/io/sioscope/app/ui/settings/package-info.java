/** The settings page: colours, language, size of text, motion, recordings, and where files lie. JavaFX thread. */
@NullMarked
package io.sioscope.app.ui.settings;

import org.jspecify.annotations.NullMarked;
