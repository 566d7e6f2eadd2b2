package io.sioscope.app.ui.traffic;

import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.FaultWords;
import io.sioscope.protocol.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes rows of the table from rows of the journal. A preview never changes, so the last few hundred are kept: rows in sight
 * are shown anew many times a second while acknowledgements come in. JavaFX thread.
 */
final class JournalRows {

    private static final int PREVIEW_CHARS = 400;
    private static final int KEPT = 512;
    private static final int SHORT_ID = 6;

    private final Journal journal;
    private final Texts texts;
    private final FaultWords faults;
    private final AckWatch watch;
    private final ZoneId zone;
    private final Map<Long, String> previews = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };

    JournalRows(Journal journal, Texts texts, AckWatch watch, ZoneId zone) {
        this.journal = journal;
        this.texts = texts.beside(JournalRows.class);
        this.faults = new FaultWords(texts);
        this.watch = watch;
        this.zone = zone;
    }

    /**
     * A row.
     *
     * @param n its number
     * @param above the number of the row above it in the table; 0 for none
     */
    TrafficRow row(long n, long above) {
        Row row = journal.row(n);
        RowType type = typeOf(row);
        return new TrafficRow(
                n,
                row.timeNanos(),
                above > 0 ? row.timeNanos() - journal.timeNanos(above) : 0,
                travels(type) ? row.direction() : null,
                whoOf(row, type),
                row.namespace(),
                type,
                nameOf(row, type),
                previews.computeIfAbsent(n, number -> preview(row)),
                row.size(),
                ackOf(row),
                row.session(),
                row.socket(),
                row.ackId());
    }

    private static boolean travels(RowType type) {
        return type != RowType.LINK && type != RowType.GAP;
    }

    private static RowType typeOf(Row row) {
        return switch (row.layer()) {
            case SOCKETIO -> switch (row.kind()) {
                case "event" -> row.binary() ? RowType.BINARY : RowType.EVENT;
                case "ack" -> RowType.ACK;
                case "connect" -> RowType.CONNECT;
                case "connect_error" -> RowType.REFUSED;
                default -> RowType.DISCONNECT;
            };
            case ENGINEIO -> row.kind().equals("ping") || row.kind().equals("pong") ? RowType.HEARTBEAT : RowType.ENGINE;
            case HTTP -> RowType.HTTP;
            case LINK -> RowType.LINK;
            case FAULT -> RowType.FAULT;
            case GAP -> RowType.GAP;
        };
    }

    private static String whoOf(Row row, RowType type) {
        boolean server = travels(type) && row.direction() == Direction.TO_CLIENT;
        String id = row.socket().isEmpty() ? row.link() : row.socket();
        return server || type == RowType.GAP ? "" : id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private String nameOf(Row row, RowType type) {
        return switch (type) {
            case EVENT, BINARY -> row.event();
            case FAULT -> texts.get("name.fault");
            case GAP -> journal.details(row.n()) instanceof Details.Gap gap
                    ? texts.get("name.gap", gap.events())
                    : texts.get("type.GAP");
            case ACK, CONNECT, DISCONNECT, REFUSED, HEARTBEAT, ENGINE, HTTP, LINK -> row.kind().replace('_', ' ');
        };
    }

    private String preview(Row row) {
        boolean told = row.layer() == Layer.FAULT || row.layer() == Layer.GAP;
        return switch (told ? journal.details(row.n()) : Details.NONE) {
            case Details.Fault fault -> faults.of(fault.code(), fault.offset(), fault.detail());
            case Details.Gap gap -> texts.get(
                    "preview.gap",
                    texts.formats().time(instant(gap.untilNanos()), zone),
                    texts.formats().size(gap.bytes()));
            case Details.Http http -> journal.preview(row.n(), PREVIEW_CHARS);
            case Details.Link link -> journal.preview(row.n(), PREVIEW_CHARS);
            case Details.None none -> row.bodyOmitted()
                    ? texts.get("preview.omitted")
                    : journal.preview(row.n(), PREVIEW_CHARS);
        };
    }

    private RowAck ackOf(Row row) {
        return switch (row.ackState()) {
            case ACKED -> new RowAck.Came(Math.max(0, row.latencyNanos()));
            case AWAITED -> watch.live(row.session())
                    ? new RowAck.Awaited(row.timeNanos(), watch.answerable(row))
                    : new RowAck.Never(0);
            case NEVER -> new RowAck.Never(0);
            case NONE, ANSWER, DUPLICATE, UNASKED -> RowAck.NONE;
        };
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
