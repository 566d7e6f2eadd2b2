/**
 * The command palette: every command, session and place of the window, found by a few letters.
 *
 * <p>JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.palette;

import org.jspecify.annotations.NullMarked;
