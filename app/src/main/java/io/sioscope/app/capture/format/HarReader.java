package io.sioscope.app.capture.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a HAR: finds the entries of Socket.IO connections, joins those of one connection by its {@code sid}, and decodes what
 * they carried in the order of its times. Entries that are something else, or that lack what is needed, are passed over and
 * counted. An instance reads one file.
 */
final class HarReader {
    private final Path file;
    private final Working working;
    private final Notes notes = new Notes();

    HarReader(Path file, Working working) {
        this.file = file;
        this.working = working;
    }

    FormatReport read(EntrySink sink) throws IOException, FormatException, InterruptedException {
        Path name = file.getFileName();
        HarTraffic traffic = new HarTraffic(file, name == null ? "har" : name.toString(), notes);
        long size = Files.size(file);
        boolean found;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = CompactJson.MAPPER.createParser(in)) {
            found = entries(json, traffic, size);
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new FormatException(
                    new FormatProblem(FormatProblem.Kind.BROKEN_JSON, file, Math.max(0, line), -1, ""), broken);
        } catch (CharConversionException broken) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.BROKEN_JSON, file), broken);
        }
        if (!found) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOT_A_CAPTURE, file));
        }
        if (traffic.isEmpty()) {
            throw new FormatException(FormatProblem.of(FormatProblem.Kind.NOTHING_IN_IT, file));
        }
        return notes.report(traffic.replay(sink, working));
    }

    /** Takes the elements of {@code log.entries}; false where there is no such list. */
    private boolean entries(JsonParser json, HarTraffic traffic, long size) throws IOException, FormatException {
        if (json.nextToken() != JsonToken.START_OBJECT || !enter(json, "log", JsonToken.START_OBJECT)) {
            return false;
        }
        if (!enter(json, "entries", JsonToken.START_ARRAY)) {
            return false;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonNode entry = CompactJson.MAPPER.readTree(json);
            traffic.add(entry);
            working.at(Math.max(0, json.currentLocation().getByteOffset()) / 2, size);
        }
        return true;
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
