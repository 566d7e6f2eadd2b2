package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a HAR: finds the entries of Socket.IO connections, joins those of one connection by its {@code sid}, and decodes what
 * they carried in the order of its times. Entries that are something else, or that lack what is needed, are passed over and
 * counted. An instance reads one file.
 */
final class HarReader {
    private static final int STEP = 1_024;

    private final Path file;
    private final Working working;
    private final Notes notes = new Notes();

    HarReader(Path file, Working working) {
        this.file = file;
        this.working = working;
    }

    FormatReport read(EntrySink sink) throws IOException, FormatException, InterruptedException {
        try (HarSpool spool = new HarSpool()) {
            if (!parse(spool)) {
                throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file));
            }
            if (spool.size() == 0) {
                throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOTHING_IN_IT, file));
            }
            return notes.report(replay(spool, sink));
        }
    }

    private boolean parse(HarSpool spool) throws IOException, FormatException {
        Path name = file.getFileName();
        HarTraffic traffic = new HarTraffic(file, name == null ? "har" : name.toString(), spool, notes);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = CompactJson.MAPPER.createParser(in)) {
            return entries(json, traffic, spool);
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new FormatException(
                    new FormatProblem(FormatProblem.Kind.BROKEN_JSON, file, Math.max(0, line), -1, ""), broken);
        } catch (CharConversionException broken) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.BROKEN_JSON, file), broken);
        }
    }

    /** Takes the elements of {@code log.entries}; false where there is no such list. */
    private boolean entries(JsonParser json, HarTraffic traffic, HarSpool spool) throws IOException, FormatException {
        long size = Files.size(file);
        if (json.nextToken() != JsonToken.START_OBJECT || !enter(json, "log", JsonToken.START_OBJECT)) {
            return false;
        }
        if (!enter(json, "entries", JsonToken.START_ARRAY)) {
            return false;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            entry(json, traffic, spool, size);
            working.at(Math.max(0, json.currentLocation().getByteOffset()) / 2, size);
        }
        return true;
    }

    private void entry(JsonParser json, HarTraffic traffic, HarSpool spool, long size)
            throws IOException, FormatException {
        ObjectNode entry = CompactJson.MAPPER.createObjectNode();
        @Nullable HarMessages messages = null;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (messages == null && field.equals("_webSocketMessages") && value == JsonToken.START_ARRAY) {
                    messages = HarMessages.read(json, spool, working, size);
                } else {
                    entry.set(field, CompactJson.MAPPER.<JsonNode>readTree(json));
                }
            }
        } else {
            json.skipChildren();
        }
        traffic.add(entry, messages);
    }

    /** Hands everything on in the order of the times. */
    private long replay(HarSpool spool, EntrySink sink) throws IOException, FormatException, InterruptedException {
        HarDecoding decoding = new HarDecoding(sink);
        Integer[] order = spool.inOrder();
        for (int i = 0; i < order.length; i++) {
            decoding.take(spool.item(order[i]));
            if (i % STEP == 0) {
                working.at(order.length + (long) i, order.length * 2L);
            }
        }
        decoding.end();
        return decoding.rows();
    }

    /** Goes on to the value of a field of the object that the parser is in; false where there is none of that kind. */
    private static boolean enter(JsonParser json, String field, JsonToken kind) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals(field);
            JsonToken value = json.nextToken();
            if (wanted) {
                return value == kind;
            }
            json.skipChildren();
        }
        return false;
    }
}
