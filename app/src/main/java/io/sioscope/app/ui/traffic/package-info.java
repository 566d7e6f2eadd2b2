/**
 * The Traffic table: every packet of a session as it passes, filtered, followed, paused. Thread: the JavaFX thread; matching
 * runs elsewhere, in the capture.
 */
@NullMarked
package io.sioscope.app.ui.traffic;

import org.jspecify.annotations.NullMarked;
