package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InspectTest {

    private static final String CHAT =
            "\"lobby\",{\"text\":\"Is the demo \\\"up\\\"?\",\"mentions\":[\"jo\"],\"at\":1795429865121,\"ok\":true}";

    @Test
    void theTreeNamesKeysPlacesKindsAndSizes() {
        List<ArgumentNode> tree = ArgumentTree.of(Bytes.utf8(CHAT), List.of());

        assertThat(tree).extracting(ArgumentNode::label).containsExactly("[0]", "[1]");
        ArgumentNode object = tree.get(1);
        assertThat(object.kind()).isEqualTo(ArgumentNode.Kind.OBJECT);
        assertThat(object.size()).isEqualTo(4);
        assertThat(object.children()).extracting(ArgumentNode::label).containsExactly("text", "mentions", "at", "ok");
        assertThat(object.children().get(0).shown()).isEqualTo("Is the demo \"up\"?");
        assertThat(object.children().get(0).size()).isEqualTo(17);
        assertThat(object.children().get(2).shown()).isEqualTo("1795429865121");
        assertThat(object.children().get(3).kind()).isEqualTo(ArgumentNode.Kind.LITERAL);
    }

    @Test
    void everyNodeKnowsItsPlaceInTheBytes() {
        Bytes bytes = Bytes.utf8(CHAT);
        ArgumentNode object = ArgumentTree.of(bytes, List.of()).get(1);

        assertThat(bytes.utf8(object.from(), object.to())).startsWith("{\"text\"").endsWith("true}");
        assertThat(texts(bytes, object.children()))
                .containsExactly("\"Is the demo \\\"up\\\"?\"", "[\"jo\"]", "1795429865121", "true");
    }

    @Test
    void aPlaceholderIsShownAsItsAttachment() {
        Bytes picture = Bytes.wrap(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47});
        List<ArgumentNode> tree = ArgumentTree.of(
                Bytes.utf8("\"avatar.png\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":7}"), List.of(picture));

        assertThat(tree.get(1).kind()).isEqualTo(ArgumentNode.Kind.BINARY);
        assertThat(tree.get(1).shown()).isEqualTo("89 50 4E 47");
        assertThat(tree.get(1).size()).isEqualTo(4);
        assertThat(tree.get(2).kind()).as("names no attachment").isEqualTo(ArgumentNode.Kind.OBJECT);
    }

    @Test
    void aHugeListIsCutAndCounted() {
        String list = "[" + "1,".repeat(99_999) + "1]";
        ArgumentNode node = ArgumentTree.of(Bytes.utf8(list), List.of()).getFirst();

        assertThat(node.size()).isEqualTo(100_000);
        assertThat(node.children()).hasSize(ArgumentTree.MAX_CHILDREN + 1);
        assertThat(node.children().getLast().kind()).isEqualTo(ArgumentNode.Kind.MORE);
        assertThat(node.children().getLast().size()).isEqualTo(100_000 - ArgumentTree.MAX_CHILDREN);
    }

    @Test
    void aThousandNestedListsAndTenMegabytesOfTextAreTakenInStride() {
        List<ArgumentNode> nested = ArgumentTree.of(Bytes.utf8("[".repeat(1000) + "]".repeat(1000)), List.of());
        assertThat(nested).hasSize(1);

        String megabytes = "\"" + "x".repeat(10_000_000) + "\"";
        assertThat(ArgumentTree.of(Bytes.utf8(megabytes), List.of()).getFirst().size()).isEqualTo(10_000_000);
        PrettyJson pretty = PrettyJson.arguments(Bytes.utf8(megabytes));
        assertThat(pretty.isCut()).isTrue();
        assertThat(pretty.text().length()).isLessThan(PrettyJson.MAX_STRING + 100);
    }

    @Test
    void prettyJsonHasOneValueALine() {
        PrettyJson pretty = PrettyJson.arguments(Bytes.utf8("\"lobby\",{\"a\":[1,-2.50],\"b\":{},\"c\":null}"));

        assertThat(pretty.text()).isEqualTo("""
                [
                  "lobby",
                  {
                    "a": [
                      1,
                      -2.50
                    ],
                    "b": {},
                    "c": null
                  }
                ]""");
        assertThat(pretty.isCut()).isFalse();
        assertThat(tokens(pretty))
                .contains("TEXT:\"lobby\"", "KEY:\"a\"", "NUMBER:1", "NUMBER:-2.50", "LITERAL:null")
                .doesNotContain("TEXT:\"a\"");
    }

    @Test
    void aHundredThousandLinesAreCutAndSaySo() {
        PrettyJson pretty = PrettyJson.arguments(Bytes.utf8("1,".repeat(100_000) + "1"));

        assertThat(pretty.text().lines().count()).isBetween((long) PrettyJson.MAX_LINES, PrettyJson.MAX_LINES + 2L);
        assertThat(pretty.shownBytes()).isEqualTo(2L * (PrettyJson.MAX_LINES - 1));
        assertThat(pretty.isCut()).isTrue();
    }

    @Property
    void anyTextIsLaidOutAndItsSpansCoverIt(@ForAll String text) {
        PrettyJson pretty = PrettyJson.of(text);
        assertThat(pretty.spans().stream().mapToInt(PrettyJson.Span::length).sum()).isEqualTo(pretty.text().length());
    }

    @Property
    void anyBytesMakeATree(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(ArgumentTree.of(Bytes.copyOf(bytes), List.of())).isNotNull();
    }

    @Property
    void hexLinesShowEveryByteOnce(@ForAll @Size(max = 200) byte[] bytes) {
        HexLines lines = new HexLines(List.of(new HexLines.Section(-1, Bytes.copyOf(bytes))));
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.count(); i++) {
            all.append(lines.line(i).hex().replace(" ", ""));
        }
        assertThat(all.toString()).isEqualToIgnoringCase(HexFormat.of().formatHex(bytes));
    }

    @Test
    void hexLinesOfSeveralSectionsHaveHeadings() {
        HexLines lines = new HexLines(List.of(
                new HexLines.Section(-1, Bytes.utf8("451-[\"a\",{\"_placeholder\":true,\"num\":0}]")),
                new HexLines.Section(0, Bytes.wrap(new byte[17]))));

        assertThat(lines.count()).isEqualTo(1 + 3 + 1 + 2);
        assertThat(lines.line(0).section()).isNotNull();
        assertThat(lines.line(1).hex()).isEqualTo("34 35 31 2D 5B 22 61 22  2C 7B 22 5F 70 6C 61 63");
        assertThat(lines.line(1).text()).isEqualTo("451-[\"a\",{\"_plac");
        assertThat(lines.line(6).offset()).isEqualTo(16);
    }

    private static List<String> texts(Bytes bytes, List<ArgumentNode> nodes) {
        return nodes.stream().map(node -> bytes.utf8(node.from(), node.to())).toList();
    }

    private static List<String> tokens(PrettyJson pretty) {
        int[] at = {0};
        return pretty.spans().stream()
                .map(span -> {
                    String piece = pretty.text().substring(at[0], at[0] + span.length());
                    at[0] += span.length();
                    return span.token() + ":" + piece;
                })
                .collect(Collectors.toList());
    }
}
