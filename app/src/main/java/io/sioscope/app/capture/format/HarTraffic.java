package io.sioscope.app.capture.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.DetailsJson;
import io.sioscope.app.capture.Entries;
import io.sioscope.app.capture.Entry;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.engineio.Handshake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the entries of a HAR carried, collected to be put into the order of its times. Belongs to one thread. */
final class HarTraffic {
    /** What one collected thing takes beside its bytes, roughly. */
    private static final int OVERHEAD = 200;

    private final Path file;
    private final String fileName;
    private final Notes notes;
    private final long bound = Runtime.getRuntime().maxMemory() / 3;
    private final List<HarItem> items = new ArrayList<>();
    private final java.util.Set<HarItem.Link> opened = new java.util.HashSet<>();
    private long held;
    private long entries;
    private long lastTime;

    HarTraffic(Path file, String fileName, Notes notes) {
        this.file = file;
        this.fileName = fileName;
        this.notes = notes;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    void add(JsonNode entry) throws FormatException {
        entries++;
        JsonNode url = entry.path("request").path("url");
        if (!url.isTextual()) {
            notes.add(FormatNote.Kind.BROKEN_ENTRIES, 1);
            return;
        }
        HarUrl address = HarUrl.of(url.textValue());
        boolean socket = entry.path("_webSocketMessages").isArray();
        boolean polling = address.transport().equals("polling");
        if (address.engine().isEmpty() || !socket && !polling) {
            notes.add(FormatNote.Kind.OTHER_ENTRIES, 1);
        } else if (address.engine().equals("3")) {
            notes.add(FormatNote.Kind.OLDER_ENGINE, 1);
        } else if (socket) {
            messages(entry, address);
        } else {
            polling(entry, address);
        }
    }

    private void keep(HarItem item, long bytes) throws FormatException {
        held += bytes + OVERHEAD;
        if (held > bound) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.TOO_LARGE, file));
        }
        items.add(item);
    }

    private HarItem.Link link(JsonNode entry, HarUrl address, String sidInside) {
        String session = entry.path("_session").asText(fileName);
        String known = sidInside.isEmpty() ? address.sid() : sidInside;
        String link = known.isEmpty() ? "entry-" + entries : known;
        return new HarItem.Link(session, entry.path("_link").asText(link));
    }

    private void opened(HarItem.Link link, HarUrl address, long time, Transport transport) throws FormatException {
        if (opened.add(link)) {
            Where where = new Where(link.link(), Direction.TO_SERVER, transport, time);
            CaptureEvent event = new CaptureEvent.Link(where, new CaptureEvent.LinkChange.Opened(address.url(), 4));
            keep(new HarItem.Ready(time, Entries.of(link.session(), event)), 0);
        }
    }

    private long started(JsonNode entry) {
        OptionalLong time = Times.ofIso(entry.path("startedDateTime").asText(""));
        lastTime = time.orElse(lastTime);
        return lastTime;
    }

    private void messages(JsonNode entry, HarUrl address) throws FormatException {
        long started = started(entry);
        List<HarItem.Message> found = new ArrayList<>();
        String sid = "";
        HarItem.Link unknown = link(entry, address, "");
        for (JsonNode message : entry.path("_webSocketMessages")) {
            HarItem.@Nullable Message read = message(message, unknown);
            if (read == null) {
                notes.add(FormatNote.Kind.BROKEN_MESSAGES, 1);
            } else {
                found.add(read);
                sid = sid.isEmpty() && !read.binary() ? sid(read.data()) : sid;
            }
        }
        HarItem.Link link = link(entry, address, sid);
        long from = found.isEmpty() ? started : Math.min(started, found.getFirst().timeNanos());
        opened(link, address, from == 0 && !found.isEmpty() ? found.getFirst().timeNanos() : from, Transport.WEBSOCKET);
        for (HarItem.Message message : found) {
            keep(message.in(link), message.data().length());
        }
    }

    private static HarItem.@Nullable Message message(JsonNode in, HarItem.Link link) {
        String type = in.path("type").asText("");
        boolean up = type.equals("send");
        int opcode = in.path("opcode").asInt(-1);
        BigDecimal seconds = in.path("time").isNumber() ? in.path("time").decimalValue() : null;
        OptionalLong time = seconds == null ? OptionalLong.empty() : Times.ofSeconds(seconds);
        boolean readable = (up || type.equals("receive"))
                && (opcode == 1 || opcode == 2)
                && in.path("data").isTextual()
                && time.isPresent();
        if (!readable) {
            return null;
        }
        boolean encoded = opcode == 2 || in.path("_base64").isTextual();
        String text = in.path(opcode == 1 && encoded ? "_base64" : "data").textValue();
        @Nullable Bytes data = encoded ? base64(text) : Bytes.utf8(text);
        return data == null
                ? null
                : new HarItem.Message(
                        time.getAsLong(),
                        link,
                        up ? Direction.TO_SERVER : Direction.TO_CLIENT,
                        Transport.WEBSOCKET,
                        data,
                        opcode == 2);
    }

    private static @Nullable Bytes base64(String text) {
        try {
            return Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    private static String sid(Bytes packet) {
        return !packet.isEmpty()
                        && packet.at(0) == '0'
                        && Handshake.decode(packet) instanceof Handshake.Decoding.Read read
                ? read.handshake().sid()
                : "";
    }

    private void polling(JsonNode entry, HarUrl address) throws FormatException {
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
        JsonNode times = entry.path("_timesUs");
        for (int i = 0; i < packets.size(); i++) {
            OptionalLong exact = times.size() == packets.size() && times.get(i).canConvertToLong()
                    ? Times.ofMicros(times.get(i).longValue())
                    : OptionalLong.empty();
            long time = exact.orElse(up ? started : ended);
            EnginePacket packet = packets.get(i);
            Direction direction = up ? Direction.TO_SERVER : Direction.TO_CLIENT;
            boolean binary = packet instanceof EnginePacket.BinaryMessage;
            keep(
                    new HarItem.Message(time, link, direction, Transport.POLLING, packet.raw(), binary),
                    packet.raw().length());
        }
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
        return in.path("encoding").asText("").equalsIgnoreCase("base64") ? base64(text) : Bytes.utf8(text);
    }

    private void exchange(JsonNode entry, HarUrl address, HarItem.Link link, long started, long ended, int bytes)
            throws FormatException {
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
        Entry row = Entries.of(link.session(), event);
        keep(new HarItem.Ready(ended, row), 1_000);
    }

    private static long size(JsonNode told, long otherwise) {
        long size = told.asLong(-1);
        return size >= 0 ? size : otherwise;
    }

    /** Hands everything on in the order of the times. */
    long replay(EntrySink sink, Working working) throws FormatException, InterruptedException {
        items.sort(Comparator.comparingLong(HarItem::timeNanos));
        HarDecoding decoding = new HarDecoding(sink);
        for (int i = 0; i < items.size(); i++) {
            decoding.take(items.get(i));
            if (i % 1_024 == 0) {
                working.at(items.size() + i, items.size() * 2L);
            }
        }
        decoding.end();
        return decoding.rows();
    }
}
