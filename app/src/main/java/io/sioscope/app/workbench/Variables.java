package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.capture.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names with values, for a connection in whose URL, namespaces, path, query, headers, auth and proxy they are written as {@code
 * {{name}}}, in what these are called as in what they hold. A value is taken as it stands: a name in it is not looked up again.
 * Immutable; any thread.
 *
 * @param values by name; a name has letters, digits, {@code _}, {@code .} and {@code -}
 */
public record Variables(Map<String, String> values) {

    /** None at all. */
    public static final Variables NONE = new Variables(Map.of());

    private static final String LETTERS = "[\\p{L}\\p{N}_.-]+";
    private static final Pattern NAME = Pattern.compile(LETTERS);
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(" + LETTERS + ")\\s*}}");

    /** Keeps a copy. */
    public Variables {
        values = Map.copyOf(values);
    }

    /** Whether a variable can have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a variable is written somewhere in a text. */
    public static boolean areIn(String text) {
        return PLACE.matcher(text).find();
    }

    /** The first name in a text that has no value here. */
    public Optional<String> unknownIn(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!values.containsKey(places.group(1))) {
                return Optional.of(places.group(1));
            }
        }
        return Optional.empty();
    }

    /**
     * The connection with the values in the places of their names. In the query of a URL, and before its {@code @}, a value is
     * written with percent signs, so that whoever reads the URL gets the value. In auth a value within quotes stays text,
     * whatever is in it. Names without a value stay as they are.
     */
    public ConnectSpec into(ConnectSpec spec) {
        Map<String, String> query = new LinkedHashMap<>();
        spec.query().forEach((name, value) -> query.put(in(name), in(value)));
        List<Header> headers = spec.headers().stream()
                .map(header -> new Header(in(header.name()), in(header.value())))
                .toList();
        return spec.withUrl(inUrl(spec.url()))
                .withNamespaces(spec.namespaces().stream().map(this::in).toList())
                .withQuery(query)
                .withHeaders(headers)
                .withAuth(inJson(spec.auth()))
                .withPath(in(spec.path()))
                .withOptions(spec.options().withProxy(inUrl(spec.options().proxy())));
    }

    /** Whatever keeps the connection from being used with these values: names without one, and what is wrong with the rest. */
    public List<SpecProblem> problems(ConnectSpec spec) {
        List<SpecProblem> found = new ArrayList<>();
        unknown(spec.url(), Field.URL, 0, found);
        for (int i = 0; i < spec.namespaces().size(); i++) {
            unknown(spec.namespaces().get(i), Field.NAMESPACE, i, found);
        }
        unknown(spec.auth(), Field.AUTH, 0, found);
        found.addAll(ofPairs(List.copyOf(spec.query().entrySet()), Field.QUERY));
        for (int i = 0; i < spec.headers().size(); i++) {
            Header header = spec.headers().get(i);
            unknown(header.name() + header.value(), Field.HEADER, i, found);
        }
        unknown(spec.path(), Field.PATH, 0, found);
        unknown(spec.options().proxy(), Field.PROXY, 0, found);
        List<SpecProblem> unknown = List.copyOf(found);
        for (SpecProblem other : into(spec).problems()) {
            boolean follows = unknown.stream()
                    .anyMatch(each -> each.field() == other.field() && each.index() == other.index());
            if (!follows) {
                found.add(other);
            }
        }
        return List.copyOf(found);
    }

    /**
     * What is wrong with pairs of which each name may stand once: variables without a value, and names that are one with these
     * values, though they are two as they are written.
     */
    public List<SpecProblem> ofPairs(List<Map.Entry<String, String>> pairs, Field field) {
        List<SpecProblem> found = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            String name = pairs.get(i).getKey();
            unknown(name + pairs.get(i).getValue(), field, i, found);
            String other = seen.putIfAbsent(in(name), name);
            if (other != null && !other.equals(name)) {
                found.add(new SpecProblem(field, Code.TWICE, i, name));
            }
        }
        return found;
    }

    private void unknown(String text, Field field, int index, List<SpecProblem> found) {
        unknownIn(text).ifPresent(name -> found.add(new SpecProblem(field, Code.UNKNOWN_VARIABLE, index, name)));
    }

    /** The text with the values in the places of their names; names without a value stay. */
    public String in(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), place.group())));
    }

    private String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private String inUrl(String url) {
        int question = url.indexOf('?');
        int query = question < 0 ? url.length() : question;
        int at = url.lastIndexOf('@', query);
        return PLACE.matcher(url).replaceAll(place -> {
            String value = values.get(place.group(1));
            String written = value == null ? place.group() : place.start() > query || place.start() < at ? encoded(value) : value;
            return Matcher.quoteReplacement(written);
        });
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is no JSON before its names are replaced may be JSON afterwards, as in {@code {"age":{{age}}}}. */
    private String inJson(String text) {
        return areIn(text) && JsonValues.read(text) instanceof JsonValues.Reading.Read(JsonNode node)
                ? in(node).toString()
                : in(text);
    }

    private JsonNode in(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                ObjectNode named = object.objectNode();
                object.properties().forEach(entry -> named.set(in(entry.getKey()), in(entry.getValue())));
                return named;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, in(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(in(text.textValue()));
            }
            default -> {}
        }
        return node;
    }

    /** Says nothing of the values, which may be secret. */
    @Override
    public String toString() {
        return "Variables" + values.keySet();
    }
}
