package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket messages of one HAR entry, put into the spool one by one: an entry may hold millions.
 *
 * @param first the first one's place in the spool
 * @param sid the Engine.IO session that the first open packet names, or nothing
 * @param broken how many could not be used
 * @param earliest the least of their times; {@link Long#MAX_VALUE} where there is none
 */
record HarMessages(int first, String sid, long broken, long earliest) {
    private static final int STEP = 1_024;

    /** Reads a list of messages; the parser stands at its start, and afterwards at its end. {@code size} is the file's. */
    static HarMessages read(JsonParser json, HarSpool spool, Working working, long size)
            throws IOException, FormatException {
        int first = spool.size();
        String sid = "";
        long broken = 0;
        long earliest = Long.MAX_VALUE;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if ((spool.size() + broken) % STEP == 0) {
                working.at(Math.max(0, json.currentLocation().getByteOffset()) / 2, size);
            }
            JsonNode message = CompactJson.MAPPER.readTree(json);
            @Nullable Bytes data = spool.isFull() ? null : data(message);
            OptionalLong time = time(message);
            if (data == null || time.isEmpty()) {
                broken++;
                continue;
            }
            earliest = Math.min(earliest, time.getAsLong());
            boolean up = message.path("type").asText("").equals("send");
            boolean binary = message.path("opcode").asInt() == 2;
            sid = sid.isEmpty() && !binary ? HarTraffic.sid(data) : sid;
            spool.add(
                    time.getAsLong(),
                    up ? Direction.TO_SERVER : Direction.TO_CLIENT,
                    Transport.WEBSOCKET,
                    binary,
                    data);
        }
        return new HarMessages(first, sid, broken, earliest);
    }

    private static OptionalLong time(JsonNode message) {
        @Nullable BigDecimal seconds =
                message.path("time").isNumber() ? message.path("time").decimalValue() : null;
        return seconds == null ? OptionalLong.empty() : Times.ofSeconds(seconds);
    }

    /** The bytes, or null where type, opcode or data are missing or wrong. */
    private static @Nullable Bytes data(JsonNode in) {
        String type = in.path("type").asText("");
        int opcode = in.path("opcode").asInt(-1);
        boolean known = (type.equals("send") || type.equals("receive")) && (opcode == 1 || opcode == 2);
        if (!known || !in.path("data").isTextual()) {
            return null;
        }
        if (opcode == 1 && !in.path("_base64").isTextual()) {
            return Bytes.utf8(in.path("data").textValue());
        }
        return base64(in.path(opcode == 1 ? "_base64" : "data").textValue());
    }

    static @Nullable Bytes base64(String text) {
        try {
            return Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }
}
