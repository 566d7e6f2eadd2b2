package io.sioscope.app.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two lists of values, by path. Objects are compared by key and lists by place; a value of another kind is a
 * change. Bounded in depth and number. Pure.
 */
public final class JsonDiff {

    /** The most changes that are told; the last one then counts the others. */
    public static final int MOST = 1_000;

    private static final int MOST_DEPTH = 100;

    private final List<Change> changes = new ArrayList<>();
    private long more;

    private JsonDiff() {}

    /**
     * One difference.
     *
     * @param path where, as in {@code [1].user.name}
     * @param before the value that was there; null where there was none
     * @param after the value that is there; null where there is none
     */
    public record Change(String path, @Nullable JsonNode before, @Nullable JsonNode after) {}

    /**
     * What was found.
     *
     * @param changes in the order of the values
     * @param more how many others there are
     */
    public record Result(List<Change> changes, long more) {
        /** Keeps a copy of the list. */
        public Result {
            changes = List.copyOf(changes);
        }

        /** Whether nothing differs. */
        public boolean same() {
            return changes.isEmpty() && more == 0;
        }
    }

    /** Compares. */
    public static Result between(List<JsonNode> before, List<JsonNode> after) {
        JsonDiff diff = new JsonDiff();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            diff.compare(
                    "[" + i + "]", i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null, 0);
        }
        return new Result(diff.changes, diff.more);
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after, int depth) {
        if (before == null || after == null || depth == MOST_DEPTH) {
            if (before == null || !before.equals(after)) {
                add(new Change(path, before, after));
            }
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + member(name), before.get(name), after.get(name), depth + 1));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", before.get(i), after.get(i), depth + 1);
            }
        } else if (!before.equals(after)) {
            add(new Change(path, before, after));
        }
    }

    private void add(Change change) {
        if (changes.size() < MOST) {
            changes.add(change);
        } else {
            more++;
        }
    }

    /** A step into an object, as JavaScript writes it. */
    public static String member(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*")
                ? "." + name
                : "[" + com.fasterxml.jackson.databind.node.TextNode.valueOf(name) + "]";
    }
}
