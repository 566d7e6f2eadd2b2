package io.sioscope.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two JSON values, as a tree that holds both: {@link #before()} and {@link #after()} give them back.
 * Objects are compared by key, lists by their longest common part where that is affordable and else by place. Below sixty-four
 * levels a value is taken as a whole. Pure; any thread.
 */
public sealed interface JsonDiff {

    /** Deeper values are compared as a whole. */
    int DEEPEST = 64;

    /** Two lists whose lengths multiply to more than this are compared place by place. */
    int MOST_PAIRS = 250_000;

    /** The earlier value; empty where this part is new. */
    Optional<JsonNode> before();

    /** The later value; empty where this part is gone. */
    Optional<JsonNode> after();

    /** Both have it. */
    record Same(JsonNode value) implements JsonDiff {
        @Override
        public Optional<JsonNode> before() {
            return Optional.of(value);
        }

        @Override
        public Optional<JsonNode> after() {
            return Optional.of(value);
        }
    }

    /** Only the later one has it. */
    record Added(JsonNode value) implements JsonDiff {
        @Override
        public Optional<JsonNode> before() {
            return Optional.empty();
        }

        @Override
        public Optional<JsonNode> after() {
            return Optional.of(value);
        }
    }

    /** Only the earlier one has it. */
    record Removed(JsonNode value) implements JsonDiff {
        @Override
        public Optional<JsonNode> before() {
            return Optional.of(value);
        }

        @Override
        public Optional<JsonNode> after() {
            return Optional.empty();
        }
    }

    /** One stands where the other stood. */
    record Changed(JsonNode was, JsonNode is) implements JsonDiff {
        @Override
        public Optional<JsonNode> before() {
            return Optional.of(was);
        }

        @Override
        public Optional<JsonNode> after() {
            return Optional.of(is);
        }
    }

    /** Two objects; their keys in the order of the earlier one, then the new ones. */
    record InObject(Map<String, JsonDiff> fields) implements JsonDiff {
        /** Keeps a copy in the same order. */
        public InObject {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Optional<JsonNode> before() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((key, part) -> part.before().ifPresent(value -> object.set(key, value)));
            return Optional.of(object);
        }

        @Override
        public Optional<JsonNode> after() {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((key, part) -> part.after().ifPresent(value -> object.set(key, value)));
            return Optional.of(object);
        }
    }

    /** Two lists; their items in order. */
    record InList(List<JsonDiff> items) implements JsonDiff {
        /** Keeps a copy. */
        public InList {
            items = List.copyOf(items);
        }

        @Override
        public Optional<JsonNode> before() {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            items.forEach(part -> part.before().ifPresent(list::add));
            return Optional.of(list);
        }

        @Override
        public Optional<JsonNode> after() {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            items.forEach(part -> part.after().ifPresent(list::add));
            return Optional.of(list);
        }
    }

    /**
     * Compares.
     *
     * @param before the earlier value
     * @param after the later value
     * @return {@link Same} exactly where the two are equal
     */
    static JsonDiff of(JsonNode before, JsonNode after) {
        return compare(before, after, 0);
    }

    private static JsonDiff compare(JsonNode before, JsonNode after, int depth) {
        if (before.equals(after)) {
            return new Same(after);
        }
        if (depth < DEEPEST && before.isObject() && after.isObject()) {
            return objects(before, after, depth);
        }
        return depth < DEEPEST && before.isArray() && after.isArray()
                ? new InList(lists(items(before), items(after), depth))
                : new Changed(before, after);
    }

    private static JsonDiff objects(JsonNode before, JsonNode after, int depth) {
        Map<String, JsonDiff> fields = new LinkedHashMap<>();
        before.properties().forEach(field -> {
            JsonNode other = after.get(field.getKey());
            fields.put(
                    field.getKey(),
                    other == null ? new Removed(field.getValue()) : compare(field.getValue(), other, depth + 1));
        });
        after.properties().forEach(field -> fields.computeIfAbsent(field.getKey(), key -> new Added(field.getValue())));
        return new InObject(fields);
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>(list.size());
        list.forEach(items::add);
        return items;
    }

    private static List<JsonDiff> lists(List<JsonNode> before, List<JsonNode> after, int depth) {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<JsonDiff> items = new ArrayList<>();
        after.subList(0, start).forEach(item -> items.add(new Same(item)));
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), depth, items);
        after.subList(after.size() - end, after.size()).forEach(item -> items.add(new Same(item)));
        return items;
    }

    private static void middle(List<JsonNode> before, List<JsonNode> after, int depth, List<JsonDiff> items) {
        int from = 0;
        int fromAfter = 0;
        for (int[] match : Common.of(before, after)) {
            byPlace(before.subList(from, match[0]), after.subList(fromAfter, match[1]), depth, items);
            items.add(new Same(after.get(match[1])));
            from = match[0] + 1;
            fromAfter = match[1] + 1;
        }
        byPlace(before.subList(from, before.size()), after.subList(fromAfter, after.size()), depth, items);
    }

    private static void byPlace(List<JsonNode> before, List<JsonNode> after, int depth, List<JsonDiff> items) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= after.size()) {
                items.add(new Removed(before.get(i)));
            } else if (i >= before.size()) {
                items.add(new Added(after.get(i)));
            } else {
                items.add(compare(before.get(i), after.get(i), depth + 1));
            }
        }
    }

    /** The longest common part of two lists. */
    final class Common {

        private Common() {}

        /** Pairs of places whose items are equal, both ascending; none where the lists are too long to look. */
        static List<int[]> of(List<JsonNode> before, List<JsonNode> after) {
            if ((long) before.size() * after.size() > MOST_PAIRS) {
                return List.of();
            }
            int[] hashes = after.stream().mapToInt(JsonNode::hashCode).toArray();
            int[][] longest = new int[before.size() + 1][after.size() + 1];
            boolean[][] equal = new boolean[before.size()][after.size()];
            for (int i = before.size() - 1; i >= 0; i--) {
                int hash = before.get(i).hashCode();
                for (int j = after.size() - 1; j >= 0; j--) {
                    equal[i][j] = hash == hashes[j] && before.get(i).equals(after.get(j));
                    longest[i][j] =
                            equal[i][j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            return walk(longest, equal);
        }

        private static List<int[]> walk(int[][] longest, boolean[][] equal) {
            List<int[]> pairs = new ArrayList<>();
            int i = 0;
            int j = 0;
            while (i < equal.length && j < equal[i].length) {
                if (equal[i][j]) {
                    pairs.add(new int[] {i++, j++});
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            return pairs;
        }
    }
}
