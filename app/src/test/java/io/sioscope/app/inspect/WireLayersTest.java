package io.sioscope.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.JsonArguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireLayersTest {

    private static final Where WHERE = new Where("e1", Direction.TO_SERVER, Transport.WEBSOCKET, 0);

    @Test
    void anEventIsTakenApartIntoItsNamedParts() {
        List<WireLayer> layers = WireLayers.of(event("42/chat,17[\"chat:message\",\"lobby\",{\"a\":1}]", "\"lobby\",{\"a\":1}"));

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
            List<WirePart> parts = WireLayers.of(event(raw, "1")).get(1).parts();
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
        Bytes picture = Bytes.wrap(new byte[2100]);
        CaptureEvent.Packet event = new CaptureEvent.Packet(
                WHERE,
                "s1",
                new SocketPacket.Event("/", SocketPacket.NO_ACK, "up", JsonArguments.text(Bytes.utf8("1"))),
                Bytes.utf8("451-[\"up\",{\"_placeholder\":true,\"num\":0}]"),
                List.of(picture));
        List<WireLayer> layers = WireLayers.of(event);

        assertThat(layers).hasSize(3);
        assertThat(layers.get(1).parts().get(1).key()).isEqualTo(WirePart.Key.ATTACHMENT_COUNT);
        assertThat(layers.get(1).parts().get(1).text()).isEqualTo("1-");
        assertThat(layers.get(2).number()).isZero();
        assertThat(layers.get(2).bytes()).isEqualTo(2100);
    }

    @Test
    void aFaultIsMarkedWhereItShows() {
        CaptureEvent.Fault fault = new CaptureEvent.Fault(
                WHERE, "/", new ProtocolFault(FaultCode.JSON_SYNTAX, 6, "a value"), Bytes.utf8("42[\"x\"01]"), false);
        List<WirePart> parts = WireLayers.of(fault).get(1).parts();

        assertThat(parts).extracting(WirePart::text).containsExactly("42[\"x\"", "01]");
        assertThat(parts.get(1).role()).isEqualTo(WirePart.Role.FAULT);
    }

    @Test
    void aFaultBeyondTheEndIsShownAtTheEnd() {
        CaptureEvent.Fault fault = new CaptureEvent.Fault(
                WHERE, "/", ProtocolFault.at(FaultCode.JSON_SYNTAX, 99), Bytes.utf8("42/adm"), false);

        assertThat(WireLayers.of(fault).get(1).parts().get(1).from()).isEqualTo(6);
    }

    @Test
    void heartbeatsHaveATypeAndMaybeAText() {
        List<WireLayer> layers = WireLayers.of(new CaptureEvent.Engine(WHERE, new EnginePacket.Ping(Bytes.utf8("2probe"))));

        assertThat(layers.get(1).parts()).extracting(WirePart::text).containsExactly("2", "probe");
    }

    @Test
    void tenMegabytesStayShortOnTheScreen() {
        String big = "\"" + "x".repeat(10_000_000) + "\"";
        Inspection inspection = Inspection.of(event("42[\"a\"," + big + "]", big));

        assertThat(inspection.layers().get(1).parts()).allSatisfy(
                part -> assertThat(part.text().length()).isLessThanOrEqualTo(WireLayers.MAX_TEXT + 1));
        assertThat(inspection.hex().count()).isEqualTo((10_000_000 + 10 + 15) / 16);
        assertThat(inspection.copyOf(inspection.tree().getFirst())).hasSize(10_000_000);
    }

    private static CaptureEvent.Packet event(String raw, String arguments) {
        return new CaptureEvent.Packet(
                WHERE,
                "s1",
                new SocketPacket.Event("/chat", 17, "chat:message", JsonArguments.text(Bytes.utf8(arguments))),
                Bytes.utf8(raw),
                List.of());
    }
}
