/**
 * A Socket.IO server for Java, and what makes it a mock.
 *
 * <p>Any thread.
 */
@NullMarked
package io.sioscope.emulator;

import org.jspecify.annotations.NullMarked;
