/**
 * What every screen of the window is built from: theme, fonts, texts, icons, small controls, and the only way onto the
 * JavaFX thread. Thread: the JavaFX thread, except where a member says otherwise.
 */
@NullMarked
package io.sioscope.app.ui.kit;

import org.jspecify.annotations.NullMarked;
