package io.sioscope.app.ui.composer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent before, the newest last; a bounded list to walk back and forth in. */
final class History {

    private static final int MOST = 100;

    private final List<Sent> sent = new ArrayList<>();
    private int at;

    /** Something that was sent. */
    record Sent(String event, boolean ack, String ackTime, List<ArgumentRow.Saved> arguments) {
        Sent {
            arguments = List.copyOf(arguments);
        }
    }

    void add(Sent newest) {
        sent.remove(newest);
        sent.add(newest);
        if (sent.size() > MOST) {
            sent.removeFirst();
        }
        at = sent.size();
    }

    /** One step back in time; empty at the oldest. */
    Optional<Sent> back() {
        if (at == 0) {
            return Optional.empty();
        }
        at--;
        return Optional.of(sent.get(at));
    }

    /** One step towards now; empty after the newest. */
    Optional<Sent> forward() {
        if (at >= sent.size() - 1) {
            at = sent.size();
            return Optional.empty();
        }
        at++;
        return Optional.of(sent.get(at));
    }

    List<Sent> newestFirst() {
        return sent.reversed().stream().toList();
    }
}
