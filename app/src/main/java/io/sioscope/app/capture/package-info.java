/**
 * What is captured: the hub that takes events from every source, the journal that keeps them, acknowledgement pairing, the
 * filter language, and statistics. Sinks and readers may be used on any thread; the journal has one writer, the capture thread.
 */
@NullMarked
package io.sioscope.app.capture;

import org.jspecify.annotations.NullMarked;
