package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Row;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the inspector gets a packet from. */
public interface PacketSource {

    /**
     * What is known of a packet without its bytes. Quick; any thread.
     *
     * @param number in the capture, from 1
     * @return null where there is no such packet
     */
    @Nullable Row row(long number);

    /**
     * A packet with its bytes. Reads from disk; called on workers.
     *
     * @param number in the capture, from 1
     * @return the entry
     * @throws IOException where it cannot be read
     */
    Entry entry(long number) throws IOException;

    /**
     * The capture's clock.
     *
     * @return nanoseconds since 1970-01-01T00:00Z
     */
    long nowNanos();
}
