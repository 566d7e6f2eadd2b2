package io.sioscope.app.cli;

import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Numbered;
import io.sioscope.protocol.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the acknowledgement id that the wire carried for each emission that asked for one: the ids of a namespace stand on
 * the wire in the order in which the events were emitted. One thread.
 */
final class AskedIds {
    private final Map<String, List<Integer>> sent = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<Integer, Long> ids = new HashMap<>();

    /** An emission that asks for an acknowledgement goes out. */
    void sent(int emission, String namespace) {
        sent.computeIfAbsent(namespace, key -> new ArrayList<>()).add(emission);
    }

    /** Something was captured. */
    void note(Numbered numbered) {
        Entry entry = numbered.entry();
        if (!entry.asksForAck() || entry.direction() != Direction.TO_SERVER) {
            return;
        }
        List<Integer> emissions = sent.getOrDefault(entry.namespace(), List.of());
        int at = seen.merge(entry.namespace(), 1, Integer::sum) - 1;
        if (at < emissions.size()) {
            ids.put(emissions.get(at), entry.ackId());
        }
    }

    /** The id of an emission, or -1 where it was not seen on the wire. */
    long id(int emission) {
        return ids.getOrDefault(emission, -1L);
    }
}
