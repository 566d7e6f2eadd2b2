package io.sioscope.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.app.workbench.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two packets' arguments, path by path.
 *
 * @param lines what differs, in the order of the later packet; at most two thousand
 * @param more how many lines were left out
 * @param same how many values below no difference are equal
 */
public record Difference(List<Line> lines, int more, int same) {

    /** How many lines are made. */
    static final int MOST_LINES = 2_000;
    /** How many characters of a value are shown. */
    static final int MOST_TEXT = 300;

    /** Keeps a copy of the list. */
    public Difference {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param gone whether it stood in the earlier packet, and not: stands in the later one
     * @param pair whether the line beside it, before or after, shows the other value of the same place
     * @param path where, as {@link JsonPath} writes it
     * @param value the value, compact, cut where it is long
     * @param token the kind of value, for its colour
     */
    public record Line(boolean gone, boolean pair, String path, String value, PrettyJson.Token token) {}

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Compares the arguments of two packets. Costs as much as both are long.
     *
     * @param before the earlier packet
     * @param after the later packet
     * @return empty where a packet has no readable arguments: its bytes were left out, or it is nested too deep
     */
    public static Optional<Difference> of(EventParts before, EventParts after) {
        Optional<JsonNode> was = values(before);
        Optional<JsonNode> is = values(after);
        return was.isEmpty() || is.isEmpty() ? Optional.empty() : Optional.of(of(JsonDiff.of(was.get(), is.get())));
    }

    static Difference of(JsonDiff diff) {
        Maker maker = new Maker();
        maker.take(diff, "", "");
        return new Difference(maker.lines, maker.more, maker.same);
    }

    private static Optional<JsonNode> values(EventParts event) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (EventParts.Part part : event.parts()) {
            switch (JsonValues.read(part.json())) {
                case JsonValues.Reading.Read(JsonNode value) ->
                    list.add(JsonValues.filled(value, part.attachments()));
                case JsonValues.Reading.Wrong wrong -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(list);
    }

    /** Walks over the difference; a place in the earlier packet may have another number than in the later. */
    private static final class Maker {
        private final List<Line> lines = new ArrayList<>();
        private int more;
        private int same;

        void take(JsonDiff diff, String was, String is) {
            switch (diff) {
                case JsonDiff.Same ignored -> same++;
                case JsonDiff.Added(JsonNode value) -> add(false, false, is, value);
                case JsonDiff.Removed(JsonNode value) -> add(true, false, was, value);
                case JsonDiff.Changed(JsonNode before, JsonNode after) -> {
                    add(true, true, was, before);
                    add(false, true, is, after);
                }
                case JsonDiff.InObject object ->
                    object.fields().forEach((key, part) -> take(part, was + JsonPath.key(key), is + JsonPath.key(key)));
                case JsonDiff.InList list -> items(list.items(), was, is);
            }
        }

        private void items(List<JsonDiff> items, String was, String is) {
            int before = 0;
            int after = 0;
            for (JsonDiff item : items) {
                take(item, was + JsonPath.index(before), is + JsonPath.index(after));
                before += item instanceof JsonDiff.Added ? 0 : 1;
                after += item instanceof JsonDiff.Removed ? 0 : 1;
            }
        }

        private void add(boolean gone, boolean pair, String path, JsonNode value) {
            if (lines.size() < MOST_LINES) {
                lines.add(new Line(gone, pair, path, ShortJson.of(value, MOST_TEXT), token(value)));
            } else {
                more++;
            }
        }

        private static PrettyJson.Token token(JsonNode value) {
            return switch (value.getNodeType()) {
                case STRING -> PrettyJson.Token.TEXT;
                case NUMBER -> PrettyJson.Token.NUMBER;
                case BOOLEAN, NULL, MISSING -> PrettyJson.Token.LITERAL;
                case ARRAY, OBJECT, POJO -> PrettyJson.Token.PUNCTUATION;
                case BINARY -> PrettyJson.Token.CUT;
            };
        }
    }
}
