package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Where the last bodies lie in the file, so that the deliveries of a broadcast, which share one object, refer to one copy.
 * Keeps no body alive. Belongs to one thread.
 */
final class RecentBodies {
    private static final int KEPT = 32;

    /** A smaller body takes hardly more room than the reference to it. */
    private static final int WORTHWHILE = 32;

    private record Recent(WeakReference<Bytes> raw, List<WeakReference<Bytes>> attachments, long at) {
        boolean holds(Body body) {
            if (!raw.refersTo(body.raw()) || attachments.size() != body.attachments().size()) {
                return false;
            }
            for (int i = 0; i < attachments.size(); i++) {
                if (!attachments.get(i).refersTo(body.attachments().get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final ArrayDeque<Recent> recent = new ArrayDeque<>(KEPT);

    /** The place of the record with the same body, or 0. */
    long find(Body body) {
        if (body.raw().length() < WORTHWHILE) {
            return 0;
        }
        for (Recent each : recent) {
            if (each.holds(body)) {
                return each.at();
            }
        }
        return 0;
    }

    /** Remembers a body that was written to the record at this place. */
    void add(Body body, long at) {
        if (body.raw().length() < WORTHWHILE) {
            return;
        }
        if (recent.size() == KEPT) {
            recent.removeLast();
        }
        List<WeakReference<Bytes>> attachments =
                body.attachments().stream().map(WeakReference<Bytes>::new).toList();
        recent.addFirst(new Recent(new WeakReference<>(body.raw()), attachments, at));
    }
}
