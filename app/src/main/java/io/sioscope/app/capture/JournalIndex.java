package io.sioscope.app.capture;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a journal keeps in memory: columns, names, acknowledgement pairs. One thread adds and publishes; any thread reads
 * rows up to {@link #length()}. Rows that came earlier change only when they are published.
 */
final class JournalIndex {
    final Names names;
    final Columns columns = new Columns();
    private final Pairing pairing;
    private final LongList changed = new LongList();
    private long added;
    private volatile long length;
    private volatile long changes;
    private volatile int secrets;

    JournalIndex(int places, int events, int openAcks) {
        names = new Names(places, events);
        pairing = new Pairing(openAcks);
    }

    /** Adds a row; nobody sees it before {@link #publish}. The entry's bytes need not be there. */
    Numbered add(Entry entry, RecordCodec.Ids ids, long recordAt) {
        long n = ++added;
        columns.set(n, entry, ids, recordAt);
        Pairing.Found found = pairing.next(n, entry);
        if (found.pairs() > 0) {
            columns.pairs.set(n - 1, (int) found.pairs());
        }
        if (found.first()) {
            changed.add(found.pairs());
            changed.add(n);
        }
        for (long never : found.never()) {
            changed.add(never);
            changed.add(Columns.NEVER);
        }
        for (Secret secret : Secret.in(entry)) {
            addSecret(secret);
        }
        return new Numbered(n, entry, found.pairs(), found.latencyNanos());
    }

    private void addSecret(Secret secret) {
        int bit = 1 << secret.ordinal();
        int present = secrets;
        if ((present & bit) == 0) {
            secrets = present | bit;
        }
    }

    /** Shows all rows that were added. */
    void publish() {
        boolean earlier = false;
        for (int i = 0; i < changed.size(); i += 2) {
            long n = changed.get(i);
            columns.pairs.set(n - 1, (int) changed.get(i + 1));
            earlier |= n <= length;
        }
        changed.clear();
        length = added;
        if (earlier) {
            long next = changes + 1;
            changes = next;
        }
    }

    /** Takes back the rows that were not published. */
    int discard() {
        int discarded = (int) (added - length);
        changed.clear();
        added = length;
        return discarded;
    }

    long length() {
        return length;
    }

    long changes() {
        return changes;
    }

    Set<Secret> secrets() {
        int present = secrets;
        EnumSet<Secret> found = EnumSet.noneOf(Secret.class);
        for (Secret secret : Secret.values()) {
            if ((present & 1 << secret.ordinal()) != 0) {
                found.add(secret);
            }
        }
        return found;
    }
}
