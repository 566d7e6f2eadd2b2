/**
 * The fixed searches and the saved filters at the side of the window, each with how much it finds. Thread: the JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.questions;

import org.jspecify.annotations.NullMarked;
