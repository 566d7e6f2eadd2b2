package io.sioscope.app.ui.composer;

import io.sioscope.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent before, the newest last; a bounded list to walk back and forth in. */
final class History {

    private static final int MOST = 100;
    /** How many characters and bytes all of it may hold; the oldest goes first. */
    private static final long LARGEST = 50_000_000;

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
        while (sent.size() > MOST || sent.size() > 1 && size() > LARGEST) {
            sent.removeFirst();
        }
        at = sent.size();
    }

    private long size() {
        long size = 0;
        for (Sent each : sent) {
            for (ArgumentRow.Saved argument : each.arguments()) {
                size += argument.text().length();
                size += argument.attachments().stream().mapToLong(Bytes::length).sum();
            }
        }
        return size;
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
