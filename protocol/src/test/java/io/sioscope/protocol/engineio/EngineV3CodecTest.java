package io.sioscope.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineV3CodecTest {
    private static Bytes hex(String octets) {
        return Bytes.wrap(HexFormat.of().parseHex(octets));
    }

    @Test
    void lengthsOfATextPayloadCountUtf16Units() {
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8("3:4é😀")).getLast())
                .isInstanceOf(EnginePacket.Malformed.class);
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8("4:4é😀2:4x")))
                .containsExactly(
                        new EnginePacket.Message(Bytes.utf8("4é😀")), new EnginePacket.Message(Bytes.utf8("4x")));
        assertThat(EngineV3Codec.encodePayload(List.of(EngineRecord.text(Bytes.utf8("4é😀"))), true).body().utf8())
                .isEqualTo("4:4é😀");
    }

    @Test
    void binaryInATextPayloadIsBase64BehindItsType() {
        EnginePayload payload =
                EngineV3Codec.encodePayload(List.of(EngineRecord.binary(hex("01020304"))), false);

        assertThat(payload).isEqualTo(new EnginePayload(Bytes.utf8("10:b4AQIDBA=="), false));
        assertThat(EngineV3Codec.decodePayload(payload.body()))
                .containsExactly(new EnginePacket.BinaryMessage(hex("01020304")));
    }

    @Test
    void aBinaryPayloadHasDigitsAsValuesAndNumericTypes() {
        EnginePayload payload = EngineV3Codec.encodePayload(
                List.of(EngineRecord.text(Bytes.utf8("4€uro-test")), EngineRecord.binary(hex("0102"))), true);

        assertThat(payload.octets()).isTrue();
        assertThat(payload.body()).isEqualTo(hex("000102ff34e282ac75726f2d74657374" + "0103ff040102"));
        assertThat(EngineV3Codec.decodeBinaryPayload(payload.body()))
                .containsExactly(
                        new EnginePacket.Message(Bytes.utf8("4€uro-test")), new EnginePacket.BinaryMessage(hex("0102")));
    }

    @Test
    void textAloneTravelsAsTextThoughBinaryIsTaken() {
        assertThat(EngineV3Codec.encodePayload(List.of(EngineRecord.text(Bytes.utf8("6"))), true))
                .isEqualTo(new EnginePayload(Bytes.utf8("1:6"), false));
    }

    @Test
    void aBinaryMessageOfAWebSocketHasALeadingType() {
        assertThat(EngineV3Codec.encodeBinary(hex("ff"))).isEqualTo(hex("04ff"));
        assertThat(EngineV3Codec.decodeBinary(hex("04ff"))).isEqualTo(new EnginePacket.BinaryMessage(hex("ff")));
        assertThat(EngineV3Codec.decodeBinary(hex("02"))).isEqualTo(new EnginePacket.Ping(Bytes.utf8("2")));
        assertThat(EngineV3Codec.decodeBinary(hex("34ff"))).isInstanceOf(EnginePacket.Malformed.class);
        assertThat(EngineV3Codec.decodeBinary(Bytes.EMPTY)).isInstanceOf(EnginePacket.Malformed.class);
        assertThat(EngineV3Codec.decodeText(Bytes.utf8("b4/w=="))).isEqualTo(new EnginePacket.BinaryMessage(hex("ff")));
    }

    @Test
    void brokenTextOfABinaryPayloadIsMended() {
        assertThat(EngineV3Codec.decodeBinaryPayload(hex("0003ff34c3a90002ff34e9")))
                .containsExactly(new EnginePacket.Message(Bytes.utf8("4é")), new EnginePacket.Message(Bytes.utf8("4\ufffd")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4hello", ":4x", "a:4x", "-1:4", "1e0:4", "99:4x", "9999999999999:4", "2:4x1"})
    void aWrongLengthEndsATextPayload(String body) {
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8(body)).getLast())
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "0001", "00ff", "0002ff34", "00090909090909090909090909ff34", "000aff34", "01ff"})
    void aWrongLengthEndsABinaryPayload(String octets) {
        assertThat(EngineV3Codec.decodeBinaryPayload(hex(octets)).getLast())
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_LENGTH));
    }

    @Test
    void whatCannotBeReadEndsAPayloadBehindWhatCould() {
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8("2:4a5:b4!!!2:4b")))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        EnginePacket.Malformed.class,
                        packet -> assertThat(packet.fault().code()).isEqualTo(FaultCode.ENGINE_BASE64));
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8("2:b22:4b"))).hasSize(1);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @NotEmpty List<String> texts, @ForAll @Size(max = 4) List<byte[]> binaries, @ForAll boolean binary) {
        List<EngineRecord> records = new ArrayList<>();
        texts.forEach(text -> records.add(EngineRecord.text(Bytes.utf8("4" + text))));
        binaries.forEach(data -> records.add(EngineRecord.binary(Bytes.copyOf(data))));
        EngineFraming framing = binary ? EngineFraming.V3 : EngineFraming.V3_BASE64;

        List<EngineRecord> again = framing.decodePayload(framing.encodePayload(records)).stream()
                .map(packet -> new EngineRecord(packet.raw(), packet instanceof EnginePacket.BinaryMessage))
                .toList();

        assertThat(again).isEqualTo(records);
    }

    @Property
    void neitherFormEverThrows(@ForAll byte[] body, @ForAll String text) {
        assertThat(EngineV3Codec.decodeBinaryPayload(Bytes.copyOf(body))).isNotEmpty();
        assertThat(EngineV3Codec.decodePayload(Bytes.copyOf(body))).isNotEmpty();
        assertThat(EngineV3Codec.decodePayload(Bytes.utf8(text))).isNotEmpty();
    }
}
