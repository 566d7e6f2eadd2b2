/**
 * The command line: {@code host}, {@code connect}, {@code show}, {@code convert}, over the same workbench as the window. The
 * only place that writes to standard output. Commands run on the main thread.
 */
@NullMarked
package io.sioscope.app.cli;

import org.jspecify.annotations.NullMarked;
