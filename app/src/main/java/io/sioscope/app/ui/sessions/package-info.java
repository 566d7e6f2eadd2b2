/**
 * The tree of sessions at the side of the window: what is open, how it stands, and its namespaces. Thread: the JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.sessions;

import org.jspecify.annotations.NullMarked;
