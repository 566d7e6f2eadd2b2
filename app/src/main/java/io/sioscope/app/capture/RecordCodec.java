package io.sioscope.app.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The payload of a record in the native format. Kinds, places and event names are written out once ({@link #DEFINE}) and
 * referred to by number afterwards; those that nobody keeps in memory are written out each time ({@link #INLINE}). Belongs
 * to one thread, as the {@link Names} that it adds to do.
 */
final class RecordCodec {
    /** The only type of record in this version. */
    static final int ROW = 1;

    /** The most attachments that a record may have. */
    static final int MAX_ATTACHMENTS = 100_000;

    private static final int INLINE = 0;
    private static final int DEFINE = 1;
    private static final int FIRST_ID = 2;

    private static final int LAYER_MASK = 0x07;
    private static final int TO_CLIENT = 0x08;
    private static final int WEBSOCKET = 0x10;
    private static final int RAW_BINARY = 0x20;
    private static final int OMITTED = 0x40;
    private static final int SHARED = 0x80;
    private static final int BINARY = 0x01;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NOTHING = {};

    private final Names names;

    RecordCodec(Names names) {
        this.names = names;
    }

    /** The ids that a record's names got. */
    record Ids(int kind, int place, int event) {}

    /**
     * Writes the head; the body's bytes follow it, unless they are shared or omitted.
     *
     * @param sharedAt where the record that holds the same body starts, or 0
     */
    Ids write(Entry entry, long sharedAt, RecordBuffer out) {
        Body body = entry.body();
        out.putByte(ROW);
        out.putByte(flags(entry, sharedAt));
        out.putByte(entry.binary() ? BINARY : 0);
        out.putLong(entry.timeNanos());
        int kind = writeName(names.kinds, entry.kind(), out);
        int place = writePlace(Place.of(entry), out);
        int event = writeName(names.events, entry.event(), out);
        out.putNumber(entry.ackId() + 1);
        out.putNumber(Math.max(0, entry.size()));
        byte[] details = details(entry.details());
        out.putNumber(details.length);
        out.putBytes(details);
        out.putNumber(body.argumentsFrom());
        out.putNumber(body.argumentsTo());
        if (sharedAt > 0) {
            out.putLong(sharedAt);
        } else if (!body.omitted()) {
            writeLengths(body, out);
        }
        return new Ids(kind, place, event);
    }

    private static int flags(Entry entry, long sharedAt) {
        return entry.layer().ordinal()
                | (entry.direction() == Direction.TO_CLIENT ? TO_CLIENT : 0)
                | (entry.transport() == Transport.WEBSOCKET ? WEBSOCKET : 0)
                | (entry.body().binary() ? RAW_BINARY : 0)
                | (entry.body().omitted() ? OMITTED : 0)
                | (sharedAt > 0 ? SHARED : 0);
    }

    private static byte[] details(Details details) {
        return details instanceof Details.None
                ? NOTHING
                : DetailsJson.write(details).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeLengths(Body body, RecordBuffer out) {
        out.putNumber(body.raw().length());
        out.putNumber(body.attachments().size());
        for (Bytes attachment : body.attachments()) {
            out.putNumber(attachment.length());
        }
    }

    private static int writeName(Dictionary dictionary, String text, RecordBuffer out) {
        int known = dictionary.find(text);
        if (known >= 0) {
            out.putNumber((long) known + FIRST_ID);
            return known;
        }
        int id = text.isEmpty() || !Names.fits(text) ? Names.OTHER : dictionary.add(text);
        out.putNumber(id == Names.OTHER ? INLINE : DEFINE);
        out.putText(text);
        return id;
    }

    private int writePlace(Place place, RecordBuffer out) {
        int known = names.places.find(place);
        if (known >= 0) {
            out.putNumber((long) known + FIRST_ID);
            return known;
        }
        int id = Names.fits(place) ? names.addPlace(place) : Names.OTHER;
        out.putNumber(id == Names.OTHER ? INLINE : DEFINE);
        out.putText(place.session());
        out.putText(place.link());
        out.putText(place.namespace());
        out.putText(place.socket());
        return id;
    }

    /**
     * Reads a head.
     *
     * @param payload the record's payload, or enough of its beginning
     * @param learn whether names that the record defines are added; for records read in order, once each
     * @throws MalformedRecordException if the bytes are not what the format says
     */
    RecordHead read(ByteBuffer payload, boolean learn) throws MalformedRecordException {
        RecordInput in = new RecordInput(payload);
        if (in.readByte() != ROW) {
            throw new MalformedRecordException("a record of an unknown type");
        }
        int flags = in.readByte();
        boolean binary = (in.readByte() & BINARY) != 0;
        if ((flags & LAYER_MASK) >= Layer.values().length) {
            throw new MalformedRecordException("an unknown layer");
        }
        long time = in.readLong();
        Name kind = readName(names.kinds, in, learn);
        PlaceName place = readPlace(in, learn);
        Name event = readName(names.events, in, learn);
        long ackId = in.readNumber() - 1;
        long size = in.readNumber();
        byte[] details = in.readBytes();
        int argumentsFrom = in.readInt(Integer.MAX_VALUE);
        int argumentsTo = in.readInt(Integer.MAX_VALUE);
        boolean omitted = (flags & OMITTED) != 0;
        boolean shared = (flags & SHARED) != 0;
        long sharedAt = shared ? in.readLong() : 0;
        boolean own = !shared && !omitted;
        int rawLength = own ? in.readInt(Integer.MAX_VALUE) : 0;
        int[] attachments = own ? readLengths(in) : RecordHead.noAttachments();
        if (argumentsFrom > argumentsTo || own && argumentsTo > rawLength) {
            throw new MalformedRecordException("arguments outside of the message");
        }
        return new RecordHead(
                Layer.values()[flags & LAYER_MASK],
                (flags & TO_CLIENT) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER,
                (flags & WEBSOCKET) != 0 ? Transport.WEBSOCKET : Transport.POLLING,
                (flags & RAW_BINARY) != 0,
                binary,
                omitted,
                time,
                kind.id(),
                kind.text(),
                place.id(),
                place.place(),
                event.id(),
                event.text(),
                ackId,
                size,
                details,
                argumentsFrom,
                argumentsTo,
                sharedAt,
                in.position(),
                rawLength,
                attachments);
    }

    private static int[] readLengths(RecordInput in) throws MalformedRecordException {
        int count = in.readInt(MAX_ATTACHMENTS);
        int[] lengths = count == 0 ? RecordHead.noAttachments() : new int[count];
        for (int i = 0; i < count; i++) {
            lengths[i] = in.readInt(Integer.MAX_VALUE);
        }
        return lengths;
    }

    private record Name(int id, String text) {}

    private record PlaceName(int id, Place place) {}

    private static Name readName(Dictionary dictionary, RecordInput in, boolean learn)
            throws MalformedRecordException {
        int code = in.readInt(Integer.MAX_VALUE);
        if (code >= FIRST_ID) {
            int id = code - FIRST_ID;
            if (id >= dictionary.size()) {
                throw new MalformedRecordException("a name that was not defined");
            }
            return new Name(id, dictionary.get(id));
        }
        String text = in.readText();
        if (code == INLINE || !learn) {
            return new Name(Names.OTHER, text);
        }
        int before = dictionary.size();
        int id = dictionary.add(text);
        if (id != before) {
            throw new MalformedRecordException("a name defined twice, or one too many");
        }
        return new Name(id, text);
    }

    private PlaceName readPlace(RecordInput in, boolean learn) throws MalformedRecordException {
        int code = in.readInt(Integer.MAX_VALUE);
        if (code >= FIRST_ID) {
            int id = code - FIRST_ID;
            if (id >= names.places.size()) {
                throw new MalformedRecordException("a place that was not defined");
            }
            return new PlaceName(id, names.places.get(id));
        }
        Place place = new Place(in.readText(), in.readText(), in.readText(), in.readText());
        if (code == INLINE || !learn) {
            return new PlaceName(Names.OTHER, place);
        }
        int before = names.places.size();
        int id = names.addPlace(place);
        if (id != before) {
            throw new MalformedRecordException("a place defined twice, or one too many");
        }
        return new PlaceName(id, place);
    }

    /** The details in a head; {@link Details#NONE} where they cannot be read. */
    static Details details(RecordHead head) {
        if (head.details().length == 0) {
            return Details.NONE;
        }
        try {
            JsonNode json = JSON.readTree(head.details());
            return DetailsJson.read(head.layer(), head.kind(), json == null ? MissingNode.getInstance() : json);
        } catch (IOException unreadable) {
            return Details.NONE;
        }
    }
}
