/**
 * What features of the window share without knowing each other: what is picked, and what one asks of another. Thread: the
 * JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.port;

import org.jspecify.annotations.NullMarked;
