package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalCursor;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes HAR 1.2: for each connection its polling requests as ordinary entries, and one entry whose
 * {@code _webSocketMessages} are those that Chrome writes. What HAR has no field for begins with an underscore:
 * {@code _session} and {@code _link}, {@code _timesUs} of a body's packets, {@code _madeUp} for an exchange that the capture
 * did not see. An instance writes one file.
 */
final class HarWriter {
    private static final int STEP = 1_024;

    private final Journal journal;
    private final JournalCursor cursor;
    private final Working working;
    private final Notes notes = new Notes();
    private final Map<List<String>, HarLink> links = new LinkedHashMap<>();
    private long rows;
    private long done;

    private HarWriter(Journal journal, Working working) {
        this.journal = journal;
        this.cursor = new JournalCursor(journal);
        this.working = working;
    }

    static FormatReport write(Journal journal, LongPredicate include, Path file, Working working)
            throws IOException, FormatException {
        HarWriter writer = new HarWriter(journal, working);
        writer.sort(include);
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator out = CompactJson.MAPPER.createGenerator(text)) {
            writer.writeLog(out);
        }
        return writer.notes.report(writer.rows);
    }

    private void sort(LongPredicate include) throws FormatException {
        long length = journal.length();
        for (long n = 1; n <= length; n++) {
            if (include.test(n)) {
                sort(journal.row(n));
            }
            step(n, length * 2);
        }
        links.values().forEach(this::assignPolled);
    }

    private void step(long at, long total) throws FormatException {
        if (at % STEP == 0) {
            working.at(at, total);
        }
    }

    private void sort(Row row) {
        if (row.layer() == Layer.GAP) {
            notes.add(FormatNote.Kind.ROWS_WITHOUT_PLACE, 1);
            return;
        }
        HarLink link = links.computeIfAbsent(
                List.of(row.session(), row.link()), key -> new HarLink(row.session(), row.link()));
        switch (row.layer()) {
            case SOCKETIO, ENGINEIO, FAULT -> {
                if (row.bodyOmitted()) {
                    notes.add(FormatNote.Kind.BODIES_LEFT_OUT, 1);
                } else if (row.transport() == Transport.WEBSOCKET) {
                    link.messages.add(row.n());
                } else {
                    link.polled.add(row.n());
                }
            }
            case HTTP -> {
                if (journal.details(row.n()) instanceof io.sioscope.app.capture.Details.Http http) {
                    link.learn(http);
                    link.exchanges.add(new HarExchange(row.timeNanos(), http));
                    rows++;
                }
            }
            case LINK -> {
                link.learn(journal.details(row.n()));
                notes.add(FormatNote.Kind.ROWS_WITHOUT_PLACE, 1);
            }
            case GAP -> throw new IllegalStateException("gaps were counted before");
        }
    }

    /** Puts each polled packet into the nearest exchange of those whose end is about its time. */
    private void assignPolled(HarLink link) {
        link.exchanges.sort(Comparator.comparingLong(exchange -> exchange.untilNanos));
        List<HarExchange> real = List.copyOf(link.exchanges);
        @Nullable HarExchange last = null;
        for (long n : link.polled) {
            Direction direction = journal.direction(n);
            long time = journal.timeNanos(n);
            HarExchange carrier = nearest(real, direction, time);
            if (carrier == null && last != null && last.goesOn(direction, time)) {
                carrier = last;
            }
            if (carrier == null) {
                carrier = HarExchange.madeUp(direction, time, link.url("http", "polling"));
                link.exchanges.add(carrier);
            }
            carrier.rows.add(n);
            last = carrier;
        }
        link.exchanges.sort(Comparator.comparingLong(exchange -> exchange.fromNanos));
    }

    private static @Nullable HarExchange nearest(List<HarExchange> real, Direction direction, long time) {
        int low = 0;
        int high = real.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (real.get(middle).untilNanos < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        @Nullable HarExchange best = null;
        for (int i = Math.max(0, low - 4); i < Math.min(real.size(), low + 5); i++) {
            HarExchange each = real.get(i);
            if (each.mayCarry(direction, time) && (best == null || each.distance(time) < best.distance(time))) {
                best = each;
            }
        }
        return best;
    }

    private void writeLog(JsonGenerator out) throws IOException, FormatException {
        out.writeStartObject();
        out.writeObjectFieldStart("log");
        out.writeStringField("version", "1.2");
        out.writeObjectFieldStart("creator");
        out.writeStringField("name", "Sioscope");
        out.writeStringField("version", "0.1");
        out.writeEndObject();
        out.writeArrayFieldStart("entries");
        done = journal.length();
        for (HarLink link : links.values()) {
            for (HarExchange exchange : link.exchanges) {
                polling(link, exchange, out);
            }
            if (!link.messages.isEmpty()) {
                socket(link, out);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private Entry next(long n) throws IOException, FormatException {
        rows++;
        done++;
        step(done, journal.length() * 2);
        return cursor.read(n).entry();
    }

    private void polling(HarLink link, HarExchange exchange, JsonGenerator out) throws IOException, FormatException {
        HarPayload payload = new HarPayload();
        for (long n : exchange.rows) {
            payload.add(next(n));
        }
        HarEntryWriter entry = new HarEntryWriter(out);
        entry.polling(link, exchange, payload);
    }

    private void socket(HarLink link, JsonGenerator out) throws IOException, FormatException {
        long from = journal.timeNanos(link.messages.getFirst());
        long until = journal.timeNanos(link.messages.getLast());
        HarEntryWriter entry = new HarEntryWriter(out);
        entry.startSocket(link, from, until);
        for (long n : link.messages) {
            Entry message = next(n);
            entry.message(message.direction(), message.timeNanos(), message.body().raw(), message.body().binary());
            for (Bytes attachment : message.body().attachments()) {
                entry.message(message.direction(), message.timeNanos(), attachment, true);
            }
        }
        entry.endSocket();
    }
}
