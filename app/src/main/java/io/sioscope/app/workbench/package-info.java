/**
 * What the window and the command line both drive: the open sessions, what is asked of them, and the words for what went
 * wrong. No JavaFX. Every public method may be called on any thread unless it says otherwise.
 */
@NullMarked
package io.sioscope.app.workbench;

import org.jspecify.annotations.NullMarked;
