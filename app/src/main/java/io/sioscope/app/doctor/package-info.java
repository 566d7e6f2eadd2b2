/**
 * The doctor's words, the same in the window and on the command line. The examining itself is
 * {@link io.sioscope.protocol.client.doctor}'s. Any thread.
 */
@NullMarked
package io.sioscope.app.doctor;

import org.jspecify.annotations.NullMarked;
