package io.sioscope.app.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.Entries;
import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.Taps;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.JsonArguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureLineWriterTest {
    private static String line(CaptureEvent event) {
        return CaptureLineWriter.line(new Numbered(7, Entries.of("s1", event), 0, -1));
    }

    private static final String START = "{\"n\":7,\"time\":\"2026-01-01T10:00:00.005Z\",\"timeUs\":1767261600005000,"
            + "\"session\":\"s1\",\"link\":\"link1\",";

    @Test
    void anEventIsWrittenAsScriptsRelyOn() {
        assertThat(line(Taps.packet(
                        Taps.at(5, Taps.UP),
                        new SocketPacket.Event("/chat", 3, "say", Arguments.of("hi", 1.50, new byte[] {1, 2})))))
                .isEqualTo(START
                        + "\"direction\":\"to-server\",\"transport\":\"websocket\",\"layer\":\"socketio\",\"kind\":\"event\","
                        + "\"namespace\":\"/chat\",\"socket\":\"sock1\",\"event\":\"say\",\"ackId\":3,"
                        + "\"args\":[\"hi\",1.5,{\"$binary\":\"AQI=\"}],\"size\":59,"
                        + "\"raw\":\"451-/chat,3[\\\"say\\\",\\\"hi\\\",1.5,{\\\"_placeholder\\\":true,\\\"num\\\":0}]\","
                        + "\"attachments\":[\"AQI=\"]}");
    }

    @Test
    void anAckTellsWhatItAnswersAndHowFast() {
        Numbered ack = new Numbered(8, Entries.of("s1", Taps.ack(5, Taps.DOWN, 0, "ok")), 7, 1_400_400);

        assertThat(CaptureLineWriter.packet(ack))
                .startsWith("{\"type\":\"packet\",\"n\":8,\"time\":")
                .contains("\"kind\":\"ack\"", "\"ackId\":0", "\"args\":[\"ok\"]", "\"pairs\":7,\"latencyMs\":1.4}");
    }

    @Test
    void blanksBetweenValuesGoAndNumbersKeepTheirDigits() {
        Bytes raw = Bytes.utf8("42[ \"e\" , {\n \"a b\" : 1.50e3 } , \"x \\\" y\" ]");
        Bytes arguments = raw.slice(10, raw.length() - 1);
        CaptureEvent event = new CaptureEvent.Packet(
                Taps.at(5, Taps.UP), "", SocketPacket.Event.of("/", "e", JsonArguments.text(arguments)), raw, List.of());

        assertThat(line(event)).contains("\"args\":[{\"a b\":1.50e3},\"x \\\" y\"]").doesNotContain("\n", "\"socket\"");
    }

    @Test
    void otherLayersBringTheirDetails() {
        assertThat(line(Taps.closed(5)))
                .isEqualTo(START + "\"transport\":\"websocket\",\"layer\":\"link\",\"kind\":\"closed\",\"size\":0,"
                        + "\"reason\":\"transport close\",\"detail\":\"the peer went away\"}");
        assertThat(line(Taps.gap(5)))
                .isEqualTo(START + "\"layer\":\"gap\",\"kind\":\"gap\",\"size\":1700,"
                        + "\"events\":17,\"bytes\":1700,\"untilUs\":1767261600010000}");
        assertThat(line(Taps.fault(5, "42[")))
                .endsWith("\"layer\":\"fault\",\"kind\":\"json-syntax\",\"namespace\":\"/\",\"size\":3,\"raw\":\"42[\","
                        + "\"code\":\"JSON_SYNTAX\",\"offset\":3,\"detail\":\"\"}");
        assertThat(line(Taps.http(5))).contains("\"layer\":\"http\",\"kind\":\"get\"", "\"status\":200");
    }

    @Test
    void bytesThatAreNoTextAreBase64() {
        CaptureEvent binary = new CaptureEvent.Engine(
                Taps.at(5, Taps.UP), new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {1, 2})));
        CaptureEvent broken = new CaptureEvent.Engine(
                Taps.at(5, Taps.UP), new EnginePacket.Ping(Bytes.wrap(new byte[] {'2', (byte) 0xff})));

        assertThat(line(binary)).endsWith("\"size\":2,\"binary\":true,\"rawBase64\":\"AQI=\"}");
        assertThat(line(broken)).endsWith("\"size\":2,\"rawBase64\":\"Mv8=\"}");
    }

    @Test
    void theHeaderNamesTheFormat() {
        assertThat(CaptureLineWriter.header()).isEqualTo("{\"format\":\"sioscope-capture\",\"version\":1}");
    }
}
