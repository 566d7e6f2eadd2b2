package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventPartsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Entry entry(String kind, String head, String arguments, List<Bytes> attachments) {
        Bytes raw = Bytes.utf8(head + arguments + "]");
        Body body = new Body(raw, attachments, false, false, Bytes.utf8(head).length(), raw.length() - 1);
        return new Entry(
                0, "c1", "e1", Direction.TO_SERVER, Transport.WEBSOCKET, Layer.SOCKETIO, kind, "/", "s", "save", -1,
                raw.length(), false, body, Details.NONE);
    }

    @Test
    void everyValueKeepsItsCharacters() {
        EventParts parts = EventParts.of(entry(
                        "event", "42[\"save\",", "\"a,]\\\"}\", {\"n\":1.50,\"l\":[1,2]} ,1e3,{\"_placeholder\":true,\"num\":0}",
                        List.of(Bytes.wrap(new byte[] {7}))))
                .orElseThrow();
        assertThat(parts.event()).isEqualTo("save");
        assertThat(parts.parts()).extracting(EventParts.Part::json)
                .containsExactly("\"a,]\\\"}\"", "{\"n\":1.50,\"l\":[1,2]}", "1e3", "{\"_placeholder\":true,\"num\":0}");
        assertThat(parts.parts().get(3).binary()).contains(Bytes.wrap(new byte[] {7}));
        assertThat(parts.parts().get(1).holdsBinary()).isFalse();
    }

    @Test
    void onlyEventsAndAcknowledgementsWithTheirBytesAreTaken() {
        assertThat(EventParts.of(entry("ack", "430[", "true", List.of())).orElseThrow().parts()).hasSize(1);
        assertThat(EventParts.of(entry("event", "42[\"save\"", "", List.of())).orElseThrow().parts()).isEmpty();
        assertThat(EventParts.of(entry("connect", "40{", "", List.of()))).isEmpty();
        assertThat(EventParts.of(entry("event", "42[\"save\",", "1", List.of()).withoutBody())).isEmpty();
    }

    @Property(tries = 300)
    void prettyAndCompactAreTheSameValue(@ForAll List<String> texts) throws Exception {
        String json = MAPPER.writeValueAsString(List.of(texts, texts.size(), MAPPER.createObjectNode().putPOJO("k", texts)));
        String pretty = JsonText.pretty(json);
        assertThat(MAPPER.readTree(pretty)).isEqualTo(MAPPER.readTree(json));
        assertThat(JsonText.compact(pretty)).isEqualTo(json);
        assertThat(JsonText.pretty(pretty)).isEqualTo(pretty);
    }

    @Property(tries = 300)
    void tokensCoverAnyText(@ForAll String text) {
        assertThat(JsonText.tokens(text).stream().mapToInt(PrettyJson.Span::length).sum()).isEqualTo(text.length());
        JsonText.pretty(text);
        WholeJson whole = WholeJson.of(text);
        for (int i = 0; i < whole.count(); i++) {
            WholeJson.Line line = whole.line(i);
            assertThat(line.spans().stream().mapToInt(PrettyJson.Span::length).sum()).isEqualTo(line.text().length());
        }
    }

    @Test
    void allOfItHasTheLinesOfPrettyJson() {
        String json = "[\"lobby\",{\"text\":\"a, b\",\"list\":[],\"o\":{},\"deep\":[[1,2],{\"a\":null}]}]";
        WholeJson whole = WholeJson.of(json);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < whole.count(); i++) {
            text.append(i == 0 ? "" : "\n").append(whole.line(i).text());
        }
        assertThat(text.toString()).isEqualTo(JsonText.pretty(json));
    }

    @Test
    void aHostileNestingStaysSmall() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(JsonText.pretty(deep).length()).isLessThan(20_000_000);
        assertThat(WholeJson.of(deep).line(99_000).text().length()).isLessThan(100);
    }

    @Test
    void valuesThatTheTreeLeavesOutAreMadeOnDemand() {
        Bytes json = Bytes.utf8("\"x\",[" + "{\"a\":[1,2]},".repeat(1_199) + "\"last\"]");
        ArgumentNode list = ArgumentTree.of(json, List.of()).get(1);
        assertThat(list.children()).hasSize(501);
        List<ArgumentNode> next = ArgumentTree.more(json, List.of(), list, 500);
        assertThat(next).hasSize(501);
        assertThat(next.getFirst().label()).isEqualTo("[500]");
        assertThat(next.getFirst().children()).hasSize(1);
        assertThat(json.utf8(next.getFirst().from(), next.getFirst().to())).isEqualTo("{\"a\":[1,2]}");
        assertThat(next.getLast().kind()).isEqualTo(ArgumentNode.Kind.MORE);
        List<ArgumentNode> rest = ArgumentTree.more(json, List.of(), list, 1_000);
        assertThat(rest).hasSize(200);
        assertThat(rest.getLast().shown()).isEqualTo("last");
        assertThat(json.utf8(rest.getLast().from(), rest.getLast().to())).isEqualTo("\"last\"");
        Bytes many = Bytes.utf8("1,".repeat(600) + "2");
        assertThat(ArgumentTree.more(many, List.of(), null, 500)).hasSize(101).last().extracting(ArgumentNode::shown).isEqualTo("2");
    }

    @Test
    void imagesAreKnownByTheirFirstBytes() {
        assertThat(ImageHeader.of(hex("89504e470d0a1a0a0000000d494844520000014000000078"))).contains(new ImageHeader(ImageHeader.Format.PNG, 320, 120));
        assertThat(ImageHeader.of(hex("474946383961200010000000"))).contains(new ImageHeader(ImageHeader.Format.GIF, 32, 16));
        assertThat(ImageHeader.of(hex("ffd8ffe000040000ffc0001108007800f003"))).contains(new ImageHeader(ImageHeader.Format.JPEG, 240, 120));
        assertThat(ImageHeader.of(hex("424d00000000000000000000000028000000100000000800000001"))).contains(new ImageHeader(ImageHeader.Format.BMP, 16, 8));
        assertThat(ImageHeader.of(hex("89504e470d0a1a0a"))).contains(new ImageHeader(ImageHeader.Format.PNG, 0, 0));
        assertThat(ImageHeader.of(hex("ffd8ffe0ffff"))).contains(new ImageHeader(ImageHeader.Format.JPEG, 0, 0));
        assertThat(ImageHeader.of(hex("0001"))).isEmpty();
    }

    private static Bytes hex(String digits) {
        return Bytes.wrap(java.util.HexFormat.of().parseHex(digits));
    }

    @Property(tries = 300)
    void anyBytesHaveAHeaderOrNone(@ForAll byte[] bytes) {
        byte[] jpeg = new byte[bytes.length + 3];
        jpeg[0] = (byte) 0xff;
        jpeg[1] = (byte) 0xd8;
        jpeg[2] = (byte) 0xff;
        System.arraycopy(bytes, 0, jpeg, 3, bytes.length);
        assertThat(ImageHeader.of(Bytes.wrap(jpeg))).isPresent();
    }
}
