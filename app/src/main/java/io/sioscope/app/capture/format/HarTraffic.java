package io.sioscope.app.capture.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.DetailsJson;
import io.sioscope.app.capture.Entries;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.engineio.Handshake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the entries of a HAR carried, and to which connection it belongs. Belongs to one thread. */
final class HarTraffic {
    private final Path file;
    private final String fileName;
    private final Notes notes;
    private final HarSpool spool;
    private final Set<HarItem.Link> opened = new HashSet<>();
    private long entries;
    private long lastTime;

    HarTraffic(Path file, String fileName, HarSpool spool, Notes notes) {
        this.file = file;
        this.fileName = fileName;
        this.spool = spool;
        this.notes = notes;
    }

    /**
     * Takes an entry.
     *
     * @param entry the entry without its messages
     * @param messages its messages, which are in the spool already; they are forgotten where they are not Socket.IO's
     */
    void add(JsonNode entry, @Nullable HarMessages messages) throws IOException, FormatException {
        entries++;
        int before = messages == null ? spool.size() : messages.first();
        if (!take(entry, messages)) {
            spool.forget(before);
        }
        if (spool.isFull()) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.TOO_LARGE, file));
        }
    }

    private boolean take(JsonNode entry, @Nullable HarMessages messages) throws IOException {
        JsonNode url = entry.path("request").path("url");
        if (!url.isTextual()) {
            notes.add(FormatNote.Kind.BROKEN_ENTRIES, 1);
            return false;
        }
        HarUrl address = HarUrl.of(url.textValue());
        boolean polling = address.transport().equals("polling");
        if (address.engine().isEmpty() || messages == null && !polling) {
            notes.add(FormatNote.Kind.OTHER_ENTRIES, 1);
            return false;
        }
        if (address.engine().equals("3")) {
            notes.add(FormatNote.Kind.OLDER_ENGINE, 1);
            return false;
        }
        if (messages == null) {
            polling(entry, address);
        } else {
            socket(entry, address, messages);
        }
        return true;
    }

    private HarItem.Link link(JsonNode entry, HarUrl address, String sidInside) {
        String session = entry.path("_session").asText(fileName);
        String known = sidInside.isEmpty() ? address.sid() : sidInside;
        String link = known.isEmpty() ? "entry-" + entries : known;
        return new HarItem.Link(session, entry.path("_link").asText(link));
    }

    /** A microsecond before the first that is known to have passed. */
    private void opened(HarItem.Link link, HarUrl address, long time, Transport transport) {
        if (opened.add(link)) {
            Where where = new Where(link.link(), Direction.TO_SERVER, transport, Math.max(0, time - 1_000));
            CaptureEvent event = new CaptureEvent.Link(where, new CaptureEvent.LinkChange.Opened(address.url(), 4));
            spool.add(Entries.of(link.session(), event));
        }
    }

    private long started(JsonNode entry) {
        OptionalLong time = Times.ofIso(entry.path("startedDateTime").asText(""));
        lastTime = time.orElse(lastTime);
        return lastTime;
    }

    private void socket(JsonNode entry, HarUrl address, HarMessages messages) {
        long started = started(entry);
        notes.add(FormatNote.Kind.BROKEN_MESSAGES, messages.broken());
        HarItem.Link link = link(entry, address, messages.sid());
        spool.setLink(messages.first(), link);
        boolean empty = messages.earliest() == Long.MAX_VALUE;
        long opened = started == 0 && !empty ? messages.earliest() : Math.min(started, messages.earliest());
        opened(link, address, opened, Transport.WEBSOCKET);
    }

    /** The sid in an open packet, or nothing. */
    static String sid(Bytes packet) {
        return !packet.isEmpty()
                        && packet.at(0) == '0'
                        && Handshake.decode(packet) instanceof Handshake.Decoding.Read read
                ? read.handshake().sid()
                : "";
    }

    private void polling(JsonNode entry, HarUrl address) throws IOException {
        long started = started(entry);
        double lasted = entry.path("time").asDouble(0);
        long ended = started + (lasted > 0 && lasted < 1e10 ? (long) (lasted * 1e6) : 0);
        boolean up = entry.path("request").path("method").asText("").equalsIgnoreCase("POST");
        @Nullable Bytes body =
                up ? body(entry.path("request").path("postData")) : body(entry.path("response").path("content"));
        int status = entry.path("response").path("status").asInt(0);
        boolean carries = up || status == 200;
        List<EnginePacket> packets =
                carries && body != null && !body.isEmpty() ? EngineV4Codec.decodePayload(body) : List.of();
        if (carries && packets.isEmpty() && isPoll(entry)) {
            notes.add(FormatNote.Kind.MISSING_BODIES, 1);
        }
        String sid = packets.isEmpty() || up ? "" : sid(packets.getFirst().raw());
        HarItem.Link link = link(entry, address, sid);
        opened(link, address, started, Transport.POLLING);
        int from = spool.size();
        JsonNode times = entry.path("_timesUs");
        for (int i = 0; i < packets.size(); i++) {
            OptionalLong exact = times.size() == packets.size() && times.get(i).canConvertToLong()
                    ? Times.ofMicros(times.get(i).longValue())
                    : OptionalLong.empty();
            EnginePacket packet = packets.get(i);
            spool.add(
                    exact.orElse(up ? started : ended),
                    up ? Direction.TO_SERVER : Direction.TO_CLIENT,
                    Transport.POLLING,
                    packet instanceof EnginePacket.BinaryMessage,
                    packet.raw());
        }
        spool.setLink(from, link);
        if (!entry.path("_madeUp").asBoolean(false)) {
            exchange(entry, address, link, started, ended, body == null ? 0 : body.length());
        }
    }

    /** Whether a request is one that carries packets; a preflight carries none. */
    private static boolean isPoll(JsonNode entry) {
        String method = entry.path("request").path("method").asText("");
        boolean get = method.equalsIgnoreCase("GET");
        long size = entry.path("response").path("content").path("size").asLong(0);
        return method.equalsIgnoreCase("POST") || get && size > 0;
    }

    private static @Nullable Bytes body(JsonNode in) {
        if (!in.path("text").isTextual()) {
            return null;
        }
        String text = in.path("text").textValue();
        return in.path("encoding").asText("").equalsIgnoreCase("base64") ? HarMessages.base64(text) : Bytes.utf8(text);
    }

    private void exchange(JsonNode entry, HarUrl address, HarItem.Link link, long started, long ended, int bytes) {
        String method = entry.path("request").path("method").asText("GET");
        boolean up = method.equalsIgnoreCase("POST");
        CaptureEvent.Http event = new CaptureEvent.Http(
                new Where(link.link(), Direction.TO_CLIENT, Transport.POLLING, ended),
                method,
                address.target(),
                address.url(),
                entry.path("response").path("status").asInt(0),
                DetailsJson.readHeaders(entry.path("request").path("headers")),
                DetailsJson.readHeaders(entry.path("response").path("headers")),
                size(entry.path("request").path("bodySize"), up ? bytes : 0),
                size(entry.path("response").path("bodySize"), up ? 0 : bytes),
                started);
        spool.add(Entries.of(link.session(), event));
    }

    private static long size(JsonNode told, long otherwise) {
        long size = told.asLong(-1);
        return size >= 0 ? size : otherwise;
    }
}
