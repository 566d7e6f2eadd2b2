package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EngineV4Codec;
import java.util.ArrayList;
import java.util.List;

/** The packets of a polling body, in its wire form, and when each was seen. Belongs to one thread. */
final class HarPayload {
    private final List<Bytes> records = new ArrayList<>();
    private final List<Long> timesUs = new ArrayList<>();

    void add(Entry entry) {
        Bytes raw = entry.body().raw();
        record(entry.body().binary() ? EngineV4Codec.encodeBinaryRecord(raw) : raw, entry.timeNanos());
        for (Bytes attachment : entry.body().attachments()) {
            record(EngineV4Codec.encodeBinaryRecord(attachment), entry.timeNanos());
        }
    }

    private void record(Bytes bytes, long timeNanos) {
        records.add(bytes);
        timesUs.add(Math.floorDiv(timeNanos, 1_000L));
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    Bytes body() {
        return records.isEmpty() ? Bytes.EMPTY : EngineV4Codec.joinPayload(records);
    }

    /** Microseconds since 1970, one for each record of the body. */
    List<Long> timesUs() {
        return timesUs;
    }
}
