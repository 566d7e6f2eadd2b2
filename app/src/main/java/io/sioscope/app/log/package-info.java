/**
 * Where the program logs: the one place that knows the logging framework. Any thread.
 */
@NullMarked
package io.sioscope.app.log;

import org.jspecify.annotations.NullMarked;
