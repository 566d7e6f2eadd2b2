/**
 * Where a person writes an event, or the answer to an acknowledgement that was asked of us, and sends it. Thread: the JavaFX
 * thread.
 */
@NullMarked
package io.sioscope.app.ui.composer;

import org.jspecify.annotations.NullMarked;
