/**
 * The page of a server of ours: where it listens, what it does with events, and who is connected. Thread: the JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.host;

import org.jspecify.annotations.NullMarked;
