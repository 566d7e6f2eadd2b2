package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonDiffTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> diff(String before, String after) {
        return JsonDiff.between(List.of(json(before)), List.of(json(after))).changes().stream()
                .map(change -> change.path() + " " + change.before() + " → " + change.after())
                .toList();
    }

    @Test
    void whatWasAddedRemovedAndChangedIsFoundByItsPath() {
        assertThat(diff("{\"a\":1,\"b\":[1,2],\"c d\":true}", "{\"a\":2,\"b\":[1],\"e\":null}"))
                .containsExactly("[0].a 1 → 2", "[0].b[1] 2 → null", "[0][\"c d\"] true → null", "[0].e null → null");
        assertThat(diff("{\"a\":{\"b\":1}}", "{\"a\":[1]}")).containsExactly("[0].a {\"b\":1} → [1]");
        assertThat(diff("[1,{\"x\":\"y\"}]", "[1,{\"x\":\"y\"}]")).isEmpty();
    }

    @Test
    void anotherNumberOfArgumentsIsAChangeToo() {
        assertThat(JsonDiff.between(List.of(json("1")), List.of(json("1"), json("2"))).changes())
                .containsExactly(new JsonDiff.Change("[1]", null, json("2")));
    }

    @Test
    void equalValuesAreTheSameAndOthersAreNot() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            JsonNode one = any(random, 0);
            JsonNode other = any(random, 0);
            assertThat(JsonDiff.between(List.of(one), List.of(one.deepCopy())).same()).isTrue();
            assertThat(JsonDiff.between(List.of(one), List.of(other)).same()).isEqualTo(one.equals(other));
        }
    }

    private static JsonNode any(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 3 : 5)) {
            case 0 -> json(Integer.toString(random.nextInt(3)));
            case 1 -> json("\"" + "ab".charAt(random.nextInt(2)) + "\"");
            case 2 -> json("null");
            case 3 -> {
                var list = MAPPER.createArrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(any(random, depth + 1));
                }
                yield list;
            }
            default -> {
                var object = MAPPER.createObjectNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    object.set("k" + random.nextInt(3), any(random, depth + 1));
                }
                yield object;
            }
        };
    }

    @Test
    void depthAndNumberAreBounded() {
        String deep = "[".repeat(900) + "1" + "]".repeat(900);
        String other = "[".repeat(900) + "2" + "]".repeat(900);
        assertThat(JsonDiff.between(List.of(json(deep)), List.of(json(other))).changes()).hasSize(1);
        String wide = "[" + "1,".repeat(5_000) + "1]";
        JsonDiff.Result result = JsonDiff.between(List.of(json(wide)), List.of(json(wide.replace('1', '2'))));
        assertThat(result.changes()).hasSize(JsonDiff.MOST);
        assertThat(result.more()).isEqualTo(4_001);
    }

    @Test
    void javaScriptSaysTheSame() {
        JsonNode binary = MAPPER.getNodeFactory().binaryNode(new byte[] {1, (byte) 255});
        assertThat(JavaScript.emit("chat:message", List.of(json("\"lo\\\"bby\""), json("{\"a b\":1.50,\"ok\":[true,null]}"), binary), true))
                .isEqualTo("socket.emit(\"chat:message\", \"lo\\\"bby\", { \"a b\": 1.5, ok: [true, null] }, new Uint8Array([1, 255]),"
                        + " (...answer) => console.log(answer));");
        assertThat(JavaScript.emit("x", List.of(json("{\"__proto__\":{},\"s\":\"</script>\"}")), false))
                .isEqualTo("socket.emit(\"x\", { [\"__proto__\"]: {}, s: \"<\\/script>\" });");
        JsonNode large = MAPPER.getNodeFactory().binaryNode(new byte[64]);
        assertThat(JavaScript.value(large)).startsWith("Uint8Array.from(atob(\"AAAA");
    }
}
