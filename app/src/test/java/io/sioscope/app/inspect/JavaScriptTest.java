package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NeedsNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaScriptTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static EventParts event(String name, String... values) {
        return new EventParts(name, Arrays.stream(values).map(value -> new EventParts.Part(value, List.of())).toList());
    }

    @Test
    void whatIsSentIsACallWithItsValues() {
        assertThat(JavaScript.emit(event("chat:message", "\"lobby\"", "{\"n\":1.50,\"m\":[1,2]}"), false, null))
                .isEqualTo("socket.emit(\"chat:message\", \"lobby\", {\"n\": 1.50, \"m\": [1, 2]});");
        assertThat(JavaScript.emit(event("save"), true, null)).isEqualTo("socket.emit(\"save\", (answer) => {\n});");
        assertThat(JavaScript.emit(event("save"), true, event("", "true", "{\"id\":7}")))
                .isEqualTo("socket.emit(\"save\", (answer1, answer2) => {\n  // answer1 = true\n  // answer2 = {\"id\": 7}\n});");
    }

    @Test
    void whatIsGotIsAListenerThatAnswersAsItWasAnswered() {
        assertThat(JavaScript.on(event("confirm", "\"order\""), true, event("", "true")))
                .isEqualTo("socket.on(\"confirm\", (value, callback) => {\n  // value = \"order\"\n  callback(true);\n});");
        assertThat(JavaScript.on(event("tick"), false, null)).isEqualTo("socket.on(\"tick\", () => {\n});");
    }

    @Test
    void aLongCallHasItsValuesInLines() {
        String text = "x".repeat(90);
        assertThat(JavaScript.emit(event("e", "{\"a\":\"" + text + "\"}"), false, null))
                .isEqualTo("socket.emit(\"e\", {\n  \"a\": \"" + text + "\"\n});");
    }

    @Test
    void nothingInItEndsAScriptALineOrAComment() {
        String separators = "\"a\u2028b\u2029\ud800\"";
        String text = JavaScript.emit(event("</script>", "\"</script><!--\"", separators), false, null);
        assertThat(text).doesNotContain("</script>").doesNotContain("<!--").doesNotContain("\u2028").contains("\\ud800");
        assertThat(JavaScript.on(event("e", separators), false, null).lines()).hasSize(3);
    }

    @Test
    void binaryIsAnArrayOfItsBytes() {
        List<Bytes> attachments = List.of(Bytes.wrap(new byte[] {(byte) 0x89, 0, 1}));
        EventParts upload = new EventParts("up", List.of(
                new EventParts.Part("{\"_placeholder\":true,\"num\":0}", attachments),
                new EventParts.Part("{\"file\":{\"num\":0,\"_placeholder\":true},\"other\":{\"_placeholder\":true,\"num\":9}}", attachments)));
        assertThat(JavaScript.emit(upload, false, null))
                .contains("\"up\", new Uint8Array([137, 0, 1])")
                .contains("\"file\": new Uint8Array([137, 0, 1])")
                .contains("\"_placeholder\": true");
    }

    @Test
    @NeedsNode
    void nodeReadsTheSameValues(@TempDir Path folder) throws Exception {
        List<String> values = List.of(
                "{\"__proto__\":{\"admin\":true},\"a\":1}",
                "{\"__pro\\u0074o__\":[1,{\"__proto__\":null}]}",
                "\"quotes \\\" and ' and \\\\ and ` ${x}\"",
                "\"\\u2028 \u2028 \ud83d\ude00 \\ud83d </script> <!-- ]]>\"",
                "[[],{},\"\",0,-0.5e-3,1e21,true,false,null]",
                "{\"a b\":{\"c\":\"\\n\\t\\u0000\"}}");
        StringBuilder script = new StringBuilder(
                "const socket = {emit: (...all) => console.log(JSON.stringify(all))};\n");
        for (String value : values) {
            script.append(JavaScript.emit(event("e'\"\\\n", value), false, null)).append('\n');
        }
        List<String> lines = run(folder, script.toString());
        List<JsonNode> expected = new ArrayList<>();
        for (String value : values) {
            expected.add(MAPPER.readTree("[\"e'\\\"\\\\\\n\"," + value + "]"));
        }
        assertThat(lines).hasSameSizeAs(values);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(MAPPER.readTree(lines.get(i)).toString().replace("1000000000000000000000", "1.0E21"))
                    .as(values.get(i))
                    .isEqualTo(expected.get(i).toString());
        }
    }

    private static List<String> run(Path folder, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("said.js"), script);
        Process node = new ProcessBuilder("node", file.toString()).redirectErrorStream(true).start();
        List<String> lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(node.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
