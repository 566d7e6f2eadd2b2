/**
 * What the program remembers between two runs: settings and recent things, in one small versioned file. Immutable values; files
 * are read and written on the calling thread, which is a worker's.
 */
@NullMarked
package io.sioscope.app.workspace;

import org.jspecify.annotations.NullMarked;
