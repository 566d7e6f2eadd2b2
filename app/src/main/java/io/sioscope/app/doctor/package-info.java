/**
 * The doctor's words, the same in the window and on the command line, and what it is asked to examine. The examining itself is
 * {@link io.sioscope.protocol.client.doctor}'s. Any thread.
 */
@NullMarked
package io.sioscope.app.doctor;

import org.jspecify.annotations.NullMarked;
