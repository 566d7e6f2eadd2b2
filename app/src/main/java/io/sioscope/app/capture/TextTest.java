package io.sioscope.app.capture;

import java.io.IOException;
import java.util.function.LongPredicate;

/** Looks for one word in a row's names and bytes. Belongs to one thread. */
final class TextTest implements LongPredicate {
    private final Journal journal;
    private final Columns columns;
    private final RecordReader reader;
    private final Needle needle;
    private final Verdicts events;
    private final Verdicts places;
    private long lastBodyAt;
    private boolean lastBody;

    TextTest(Journal journal, RecordReader reader, Needle needle) {
        this.journal = journal;
        this.columns = journal.index().columns;
        this.reader = reader;
        this.needle = needle;
        Names names = journal.index().names;
        this.events = new Verdicts(id -> needle.in(names.events.get(id)));
        this.places = new Verdicts(id -> inPlace(names.places.get(id)));
    }

    private boolean inPlace(Place place) {
        return needle.in(place.namespace()) || needle.in(place.socket());
    }

    @Override
    public boolean test(long n) {
        int event = columns.event.get(n - 1);
        int place = columns.place.get(n - 1);
        if (event >= 0 && events.of(event) || place >= 0 && places.of(place)) {
            return true;
        }
        try {
            RecordReader.Found found = reader.head(journal.offset(n));
            boolean named = event == Names.OTHER && needle.in(found.head().event())
                    || place == Names.OTHER && inPlace(found.head().place());
            return named || needle.in(found.head().details()) || inBody(found);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean inBody(RecordReader.Found found) throws IOException {
        RecordHead head = found.head();
        if (head.omitted()) {
            return false;
        }
        RecordReader.Found holder = reader.holder(found);
        if (holder.payloadAt() == lastBodyAt) {
            return lastBody;
        }
        boolean packet = head.layer() == Layer.SOCKETIO;
        long at = holder.payloadAt() + holder.head().bodyAt() + (packet ? head.argumentsFrom() : 0);
        int length = packet
                ? head.argumentsTo() - head.argumentsFrom()
                : holder.head().rawLength();
        lastBody = needle.in(reader, at, length);
        lastBodyAt = holder.payloadAt();
        return lastBody;
    }
}
