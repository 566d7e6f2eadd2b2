/**
 * What taps tell of the traffic that they see, and the sink that hears it. Immutable values and an interface that any thread
 * may call.
 */
@NullMarked
package io.sioscope.protocol.capture;

import org.jspecify.annotations.NullMarked;
