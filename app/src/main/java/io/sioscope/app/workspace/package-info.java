/**
 * What the program remembers between two runs: settings, the window's layout, recent and saved things in one versioned file,
 * and secrets in a file of their own. Immutable values; files are read and written on the calling thread, which is a worker's.
 */
@NullMarked
package io.sioscope.app.workspace;

import org.jspecify.annotations.NullMarked;
