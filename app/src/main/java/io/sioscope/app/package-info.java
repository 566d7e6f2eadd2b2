/**
 * Entry point of the program: command line or window.
 *
 * <p>The main thread.
 */
@NullMarked
package io.sioscope.app;

import org.jspecify.annotations.NullMarked;
