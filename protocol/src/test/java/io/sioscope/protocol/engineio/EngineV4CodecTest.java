package io.sioscope.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineV4CodecTest {
    @ParameterizedTest
    @CsvSource({"0{},open", "1,close", "2,ping", "2probe,ping", "3,pong", "4,message", "4hello,message", "5,upgrade", "6,noop"})
    void namesEachTypeOfTextPacket(String raw, String kind) {
        EnginePacket packet = EngineV4Codec.decodeText(Bytes.utf8(raw));

        assertThat(packet.kind()).isEqualTo(kind);
        assertThat(packet.raw().utf8()).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource({"7", "a", "é", "-1", "B4"})
    void anythingElseIsMalformed(String raw) {
        assertThat(EngineV4Codec.decodeText(Bytes.utf8(raw)))
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_UNKNOWN_TYPE));
    }

    @Test
    void aBodyHasNotMoreThanAMillionPackets() {
        Bytes body = Bytes.utf8("2\u001e".repeat(1_000_000) + "2");
        List<EnginePacket> packets = EngineV4Codec.decodePayload(body);
        assertThat(packets).hasSize(1_000_001);
        assertThat(packets.getLast())
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.TOO_LARGE));
        List<EnginePacket> older = EngineV3Codec.decodePayload(Bytes.utf8("1:2".repeat(1_000_001)));
        assertThat(older.getLast()).isInstanceOf(EnginePacket.Malformed.class);
        assertThat(older).hasSize(1_000_001);
    }

    /** A server sends it over a WebSocket to a client that takes text only. */
    @Test
    void base64IsABinaryMessageOverAWebSocketToo() {
        assertThat(EngineV4Codec.decodeText(Bytes.utf8("bAQI=")))
                .isEqualTo(new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {1, 2})));
        assertThat(EngineV4Codec.decodeText(Bytes.utf8("b-_8")))
                .isEqualTo(new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {(byte) 0xfb, (byte) 0xff})));
        assertThat(EngineV4Codec.decodeText(Bytes.utf8("b4")))
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_BASE64));
    }

    @Test
    void nothingIsMalformed() {
        assertThat(EngineV4Codec.decodeText(Bytes.EMPTY))
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_EMPTY));
    }

    @Test
    void aPayloadHoldsTextAndBinaryInOrder() {
        List<EnginePacket> packets = EngineV4Codec.decodePayload(Bytes.utf8("4hello\u001ebAQIDBA==\u001e2"));

        assertThat(packets)
                .containsExactly(
                        new EnginePacket.Message(Bytes.utf8("4hello")),
                        new EnginePacket.BinaryMessage(Bytes.copyOf(new byte[] {1, 2, 3, 4})),
                        new EnginePacket.Ping(Bytes.utf8("2")));
    }

    @Test
    void aPayloadEndsAtItsFirstMalformedPacket() {
        List<EnginePacket> packets = EngineV4Codec.decodePayload(Bytes.utf8("4a\u001eb!!\u001e4b"));

        assertThat(packets).hasSize(2);
        assertThat(packets.getLast())
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_BASE64));
    }

    @Property
    void whatWasJoinedComesApartAgain(@ForAll @NotEmpty List<@Size(max = 40) byte[]> messages) {
        List<Bytes> records = new ArrayList<>();
        List<EnginePacket> expected = new ArrayList<>();
        for (byte[] message : messages) {
            records.add(EngineV4Codec.encodeBinaryRecord(Bytes.copyOf(message)));
            expected.add(new EnginePacket.BinaryMessage(Bytes.copyOf(message)));
        }

        assertThat(EngineV4Codec.decodePayload(EngineV4Codec.joinPayload(records))).isEqualTo(expected);
    }

    @Property
    void anyBytesGetAnAnswer(@ForAll @Size(max = 200) byte[] body) {
        assertThat(EngineV4Codec.decodePayload(Bytes.copyOf(body))).isNotEmpty();
    }

    @Test
    void base64MayBeOfTheUrlsAlphabetAndHaveBlanks() {
        assertThat(EngineV4Codec.decodePayload(Bytes.utf8("b__ -_\t")))
                .containsExactly(new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {-1, -1, -65})));
    }

    @Test
    void base64MayHaveLineEndsAsTheJavaClientWritesThem() {
        assertThat(EngineV4Codec.decodePayload(Bytes.utf8("bAQ\r\nID\nBA==\n")))
                .containsExactly(new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {1, 2, 3, 4})));
        assertThat(EngineV4Codec.decodePayload(Bytes.utf8("bAQ*ID\n"))).hasOnlyElementsOfType(EnginePacket.Malformed.class);
        assertThat(EngineV3Codec.decodeText(Bytes.utf8("b4/w==\n")))
                .isEqualTo(new EnginePacket.BinaryMessage(Bytes.wrap(new byte[] {-1})));
    }
}
