/**
 * The window: its frame, its commands, and the one place where features are put together. Thread: the JavaFX thread, but for
 * what says otherwise.
 */
@NullMarked
package io.sioscope.app.ui.shell;

import org.jspecify.annotations.NullMarked;
