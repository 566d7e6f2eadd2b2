package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireLayersTest {

    @Test
    void anEventIsTakenApartIntoItsNamedParts() {
        List<WireLayer> layers = WireLayers.of(event("42/chat,17[\"chat:message\",\"lobby\",{\"a\":1}]"));

        assertThat(layers).extracting(WireLayer::kind).containsExactly(WireLayer.Kind.WEBSOCKET, WireLayer.Kind.SOCKET);
        assertThat(layers.get(1).parts()).extracting(WirePart::text)
                .containsExactly("42", "/chat,", "17", "[\"chat:message\",", "\"lobby\",{\"a\":1}]");
        assertThat(layers.get(1).parts()).extracting(WirePart::key).containsExactly(
                WirePart.Key.TYPES, WirePart.Key.NAMESPACE, WirePart.Key.ACK_ID, WirePart.Key.EVENT, WirePart.Key.ARGUMENTS);
        assertThat(layers.get(1).parts().getFirst().details()).containsExactly("4", "2");
    }

    @Test
    void partsFollowEachOtherWithoutHoles() {
        for (String raw : List.of("42[\"a\"]", "42/x,[\"a\"]", "4212[\"a\",1]", "42/x,3[\"a\",{}]")) {
            List<WirePart> parts = WireLayers.of(event(raw)).get(1).parts();
            int at = 0;
            for (WirePart part : parts) {
                assertThat(part.from()).as("%s in %s", part, raw).isEqualTo(at);
                at = part.to();
            }
            assertThat(at).isEqualTo(raw.length());
        }
    }

    @Test
    void attachmentsAreLayersOfTheirOwn() {
        Bytes raw = Bytes.utf8("451-[\"up\",{\"_placeholder\":true,\"num\":0}]");
        Body body = new Body(raw, List.of(Bytes.wrap(new byte[2100])), false, false, 10, raw.length() - 1);
        List<WireLayer> layers = WireLayers.of(entry(Layer.SOCKETIO, "event", body, Details.NONE));

        assertThat(layers).hasSize(3);
        assertThat(layers.get(1).parts().get(1).key()).isEqualTo(WirePart.Key.ATTACHMENT_COUNT);
        assertThat(layers.get(1).parts().get(1).text()).isEqualTo("1-");
        assertThat(layers.get(2).number()).isZero();
        assertThat(layers.get(2).bytes()).isEqualTo(2100);
    }

    @Test
    void aFaultIsMarkedWhereItShows() {
        List<WirePart> parts = fault("42[\"x\"01]", 6).get(1).parts();

        assertThat(parts).extracting(WirePart::text).containsExactly("42[\"x\"", "01]");
        assertThat(parts.get(1).role()).isEqualTo(WirePart.Role.FAULT);
    }

    @Test
    void aFaultBeyondTheEndIsShownAtTheEnd() {
        assertThat(fault("42/adm", 99).get(1).parts().get(1).from()).isEqualTo(6);
    }

    @Test
    void heartbeatsHaveATypeAndMaybeAText() {
        List<WireLayer> layers =
                WireLayers.of(entry(Layer.ENGINEIO, "ping", Body.of(Bytes.utf8("2probe"), false), Details.NONE));

        assertThat(layers.get(1).parts()).extracting(WirePart::text).containsExactly("2", "probe");
    }

    @Test
    void whatWasLeftOutHasNoLayers() {
        assertThat(WireLayers.of(entry(Layer.SOCKETIO, "event", Body.OMITTED, Details.NONE))).isEmpty();
    }

    @Test
    void aHandshakeIsReadAsJson() {
        Inspection inspection = Inspection.of(entry(
                Layer.ENGINEIO, "open", Body.of(Bytes.utf8("0{\"sid\":\"x\",\"pingInterval\":25000}"), false), Details.NONE));

        assertThat(inspection.tree().getFirst().children()).extracting(ArgumentNode::label)
                .containsExactly("sid", "pingInterval");
        assertThat(inspection.json().text()).startsWith("{\n");
    }

    @Test
    void tenMegabytesStayShortOnTheScreen() {
        String big = "\"" + "x".repeat(10_000_000) + "\"";
        Inspection inspection = Inspection.of(event("42[\"a\"," + big + "]"));

        assertThat(inspection.layers().get(1).parts()).allSatisfy(
                part -> assertThat(part.text().length()).isLessThanOrEqualTo(WireLayers.MAX_TEXT + 1));
        assertThat(inspection.hex().count()).isEqualTo((10_000_000 + 10 + 15) / 16);
        assertThat(inspection.copyOf(inspection.tree().getFirst())).hasSize(10_000_000);
    }

    private static List<WireLayer> fault(String raw, int offset) {
        Details details = new Details.Fault("JSON_SYNTAX", offset, "");
        return WireLayers.of(entry(Layer.FAULT, "json-syntax", Body.of(Bytes.utf8(raw), false), details));
    }

    private static Entry event(String raw) {
        Bytes bytes = Bytes.utf8(raw);
        int comma = raw.indexOf("\",");
        int from = comma < 0 ? raw.length() - 1 : comma + 2;
        return entry(
                Layer.SOCKETIO, "event", new Body(bytes, List.of(), false, false, from, raw.length() - 1), Details.NONE);
    }

    private static Entry entry(Layer layer, String kind, Body body, Details details) {
        return new Entry(
                0, "s1", "e1", Direction.TO_SERVER, Transport.WEBSOCKET, layer, kind, "/chat", "3f9c", "chat:message", 17,
                body.size(), false, body, details);
    }
}
