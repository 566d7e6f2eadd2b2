package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a surrogate pair, which JSON can escape and UTF-8 cannot hold: what the scan accepts can be read, and written as it came. */
class LoneSurrogateTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"\\ud83dx\":1}", "{\"\\ud83d\":1}", "{\"x\\ude00\":1}", "{\"a\":{\"\\ude00\\ud83d\":[\"\\ud83d\"]}}", "\"\\ud83dx\"",
        "\"\\ud83d😀\"", "{\"\\ud83d\\u0041\":\"\\udc00\"}"
    })
    void isReadAndWritten(String json) {
        SocketDecoding decoding = new SocketIoDecoder(ScanLimits.DEFAULT).onText(Bytes.utf8("42[\"x\"," + json + "]"));
        assertThat(decoding).isInstanceOf(SocketDecoding.Whole.class);
        SocketPacket.Event event = (SocketPacket.Event) ((SocketDecoding.Whole) decoding).packet();
        assertThat(event.arguments().values()).hasSize(1);
        SocketPacket.Event again = new SocketPacket.Event("/", SocketPacket.NO_ACK, "x",
                Arguments.of(event.arguments().values().getFirst()));
        assertThat(SocketIoCodec.encode(again).text().utf8().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("42[\"x\"," + json.replace("\\u0041", "a") + "]");
    }
}
