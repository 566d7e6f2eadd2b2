package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.Bytes;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Provide
    Arbitrary<JsonNode> json() {
        return values(3);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(NODES::numberNode),
                Arbitraries.of("a", "b", "").map(NODES::textNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()),
                Arbitraries.of(new byte[] {1}, new byte[] {2}).map(NODES::binaryNode));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<JsonNode> inner = values(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(5).map(items -> {
                    ArrayNode list = NODES.arrayNode();
                    items.forEach(list::add);
                    return list;
                }),
                Arbitraries.maps(Arbitraries.of("x", "y", "z", "__proto__", "a b"), inner).ofMaxSize(4).map(fields -> {
                    ObjectNode object = NODES.objectNode();
                    fields.forEach(object::set);
                    return object;
                }));
    }

    @Property(tries = 500)
    void aDifferenceHoldsBothSides(@ForAll("json") JsonNode before, @ForAll("json") JsonNode after) {
        JsonDiff diff = JsonDiff.of(before, after);
        assertThat(diff.before()).contains(before);
        assertThat(diff.after()).contains(after);
    }

    @Property(tries = 500)
    void thereAreLinesExactlyWhereTheTwoDiffer(@ForAll("json") JsonNode before, @ForAll("json") JsonNode after) {
        Difference difference = Difference.of(JsonDiff.of(before, after));
        assertThat(difference.isEmpty()).isEqualTo(before.equals(after));
        assertThat(difference.lines().stream().filter(line -> line.pair() && line.gone()).count())
                .isEqualTo(difference.lines().stream().filter(line -> line.pair() && !line.gone()).count());
    }

    private static EventParts event(String... values) {
        return new EventParts("e", Arrays.stream(values).map(value -> new EventParts.Part(value, List.of())).toList());
    }

    private static List<String> lines(EventParts before, EventParts after) {
        return Difference.of(before, after).orElseThrow().lines().stream()
                .map(line -> (line.gone() ? "- " : "+ ") + line.path() + " " + line.value())
                .toList();
    }

    @Test
    void pathsAreThoseOfTheirOwnSide() {
        assertThat(lines(event("\"lobby\"", "{\"tags\":[\"b\",\"c\",\"d\"],\"a b\":1}"), event("\"lobby\"", "{\"tags\":[\"a\",\"b\",\"d\"],\"n\":null}")))
                .containsExactly("+ [1].tags[0] \"a\"", "- [1].tags[1] \"c\"", "- [1][\"a b\"] 1", "+ [1].n null");
        assertThat(lines(event("1"), event("\"1\""))).containsExactly("- [0] 1", "+ [0] \"1\"");
        assertThat(lines(event("1"), event("1", "{}"))).containsExactly("+ [1] {}");
    }

    @Test
    void binaryIsComparedByItsBytes() {
        String placeholder = "{\"f\":{\"_placeholder\":true,\"num\":0}}";
        EventParts one = new EventParts("e", List.of(new EventParts.Part(placeholder, List.of(Bytes.wrap(new byte[] {1})))));
        EventParts two = new EventParts("e", List.of(new EventParts.Part(placeholder, List.of(Bytes.wrap(new byte[] {2})))));
        assertThat(Difference.of(one, one).orElseThrow().isEmpty()).isTrue();
        assertThat(lines(one, two)).containsExactly("- [0].f ‹1 B 01›", "+ [0].f ‹1 B 02›");
    }

    @Test
    void hostileInputStaysBounded() {
        String deep = "[".repeat(900) + "1" + "]".repeat(900);
        String deeper = "[".repeat(900) + "2" + "]".repeat(900);
        Difference nested = Difference.of(event(deep), event(deeper)).orElseThrow();
        assertThat(nested.lines()).hasSize(2);
        assertThat(nested.lines().getFirst().value().length()).isLessThanOrEqualTo(Difference.MOST_TEXT + 1);
        assertThat(Difference.of(event("[".repeat(200_000)), event("1"))).isEmpty();

        String ones = "[" + "1,".repeat(100_000) + "1]";
        String twos = "[" + "2,".repeat(100_000) + "2]";
        Difference wide = Difference.of(event(ones), event(twos)).orElseThrow();
        assertThat(wide.lines()).hasSize(Difference.MOST_LINES);
        assertThat(wide.more()).isEqualTo(200_002 - Difference.MOST_LINES);
    }

    @Test
    void aNumberOfAnotherSpellingIsTheSame() throws Exception {
        assertThat(lines(event("1.50"), event("1.5"))).isEmpty();
        assertThat(JsonDiff.of(MAPPER.readTree("1"), MAPPER.readTree("2"))).isInstanceOf(JsonDiff.Changed.class);
    }
}
