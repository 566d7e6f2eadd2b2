package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MsgpackCodecTest {
    private static Bytes hex(String octets) {
        return Bytes.wrap(HexFormat.of().parseHex(octets.replace(" ", "")));
    }

    private static SocketPacket whole(Bytes message) {
        return ((SocketDecoding.Whole) MsgpackCodec.decode(message)).packet();
    }

    private static String text(SocketPacket packet) {
        return packet.kind() + " " + packet.namespace() + " " + packet.ackId() + " " + packet.arguments().values();
    }

    static Stream<SocketPacket> packets() {
        return Stream.of(
                new SocketPacket.Connect("/", Arguments.ABSENT),
                new SocketPacket.Connect("/chat", Arguments.of(Map.of("token", "é😀"))),
                new SocketPacket.Disconnect("/"),
                SocketPacket.Event.of("/", "e", Arguments.NONE),
                new SocketPacket.Event("/", 0, "e", Arguments.of(1, -1, 200, -200, 70_000, -70_000, 5_000_000_000L, -5_000_000_000L)),
                SocketPacket.Event.of("/", "n", Arguments.of(1.5, true, false, null, "x".repeat(300), -(1L << 53))),
                SocketPacket.Event.of("/", "b", Arguments.of(new byte[] {1, 2}, Map.of("in", new byte[70_000]), List.of())),
                new SocketPacket.Ack("/chat", 70_000, Arguments.of(List.of(1, List.of(2)))),
                new SocketPacket.ConnectError("/", Arguments.of("no")),
                new SocketPacket.ConnectError("/", Arguments.of(Map.of("message", "no"))));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void whatIsWrittenIsReadAgain(SocketPacket packet) {
        assertThat(text(whole(MsgpackCodec.encode(packet)))).isEqualTo(text(packet));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void aMessageCutShortOrTooLongIsMalformed(SocketPacket packet) {
        byte[] message = MsgpackCodec.encode(packet).toArray();
        for (int length = 0; length < Math.min(message.length, 400); length++) {
            assertFault(Bytes.wrap(Arrays.copyOf(message, length)), FaultCode.MSGPACK_SYNTAX);
        }
        assertFault(Bytes.wrap(Arrays.copyOf(message, message.length + 1)), FaultCode.MSGPACK_SYNTAX);
    }

    private static void assertFault(Bytes message, FaultCode code) {
        assertThat(MsgpackCodec.decode(message))
                .isInstanceOfSatisfying(
                        SocketDecoding.Broken.class, broken -> assertThat(broken.fault().code()).isEqualTo(code));
    }

    @Test
    void readsWhatTheReferenceWritesForUndefinedAndDates() {
        assertThat(text(whole(hex("83 a474797065 00 a464617461 d40000 a36e7370 a12f")))).isEqualTo("connect / -1 []");
        assertThat(text(whole(hex("83 a36e7370 a12f a474797065 02 a464617461 93 a165 d40000 d7000000000000000000"))))
                .isEqualTo("event / -1 [null, \"1970-01-01T00:00:00.000Z\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "80, SOCKET_UNKNOWN_TYPE",
        "c0, SOCKET_UNKNOWN_TYPE",
        "82 a474797065 05 a36e7370 a12f, SOCKET_UNKNOWN_TYPE",
        "82 a474797065 00 a36e7370 01, PAYLOAD_SHAPE",
        "83 a474797065 02 a36e7370 d7000000000000000000 a464617461 90, PAYLOAD_SHAPE",
        "83 a474797065 02 a36e7370 a12f a464617461 80, PAYLOAD_SHAPE",
        "83 a474797065 00 a36e7370 a12f a464617461 c0, PAYLOAD_SHAPE",
        "83 a474797065 00 a36e7370 a12f a464617461 d7000000000000000000, PAYLOAD_SHAPE",
        "83 a474797065 cb4000800000000000 a36e7370 a12f a464617461 90, SOCKET_UNKNOWN_TYPE",
        "83 a474797065 cb7ff8000000000000 a36e7370 a12f a464617461 90, SOCKET_UNKNOWN_TYPE",
        "84 a474797065 02 a474797065 d40000 a36e7370 a12f a464617461 90, SOCKET_UNKNOWN_TYPE",
        "83 a474797065 01 a36e7370 a12f a464617461 90, PAYLOAD_SHAPE",
        "84 a474797065 03 a36e7370 a12f a464617461 90 a26964 c0, ACK_ID",
        "84 a474797065 00 a36e7370 a12f a464617461 80 a26964 a131, ACK_ID",
        "84 a474797065 03 a36e7370 a12f a464617461 90 a26964 cb3fe0000000000000, ACK_ID",
        "82 a474797065 01 a36e7370 a12f d40000, MSGPACK_SYNTAX",
        "93 92 01 02 03, MSGPACK_SYNTAX",
        "dfffffffff, MSGPACK_SYNTAX",
        "ddffffffff, MSGPACK_SYNTAX",
        "dbffffffff, MSGPACK_SYNTAX",
        "c6ffffffff, MSGPACK_SYNTAX",
        "c9ffffffff00, MSGPACK_SYNTAX",
        "d70000, MSGPACK_SYNTAX",
        "c1, MSGPACK_SYNTAX"
    })
    void refusesWhatTheReferenceRefuses(String message, FaultCode code) {
        assertFault(hex(message), code);
    }

    /** An acknowledgement of these values. */
    private static SocketPacket ack(String values) {
        return whole(hex("83 a474797065 03 a36e7370 a12f a464617461" + values));
    }

    private static String json(String values) {
        return ((JsonArguments) ack(values).arguments()).json().utf8();
    }

    @Test
    void refusesIdsThatNoSenderCountsToWhereTheyMeanSomething() {
        String head = "84 a474797065 03 a36e7370 a12f a464617461 90 a26964";
        assertFault(hex(head + "ff"), FaultCode.ACK_ID);
        assertFault(hex(head + "cf0020000000000000"), FaultCode.ACK_ID);
        assertFault(hex(head + "cb7fe0000000000000"), FaultCode.ACK_ID);
        assertThat(whole(hex(head + "cf001fffffffffffff")).ackId()).isEqualTo((1L << 53) - 1);
        assertThat(text(whole(hex("84 a474797065 00 a36e7370 a12f a464617461 80 a26964 ff")))).isEqualTo("connect / -1 [{}]");
    }

    @Test
    void takesWholeFloatsForTypeAndId() {
        assertThat(text(whole(hex("84 a474797065 cb4008000000000000 a36e7370 a12f a464617461 90 a26964 ca40e00000"))))
                .isEqualTo("ack / 7 []");
    }

    @Test
    void anEventMayLackItsNameOrHaveOneOfAnotherType() {
        String head = "83 a474797065 02 a36e7370 a12f a464617461";
        SocketPacket nameless = SocketPacket.Event.of("/", "", Arguments.ABSENT);
        assertThat(whole(hex(head + "90"))).isEqualTo(nameless);
        assertThat(whole(MsgpackCodec.encode(nameless))).isEqualTo(nameless);
        assertThat(((SocketPacket.Event) whole(hex(head + "91 c0"))).name()).isEqualTo("null");
        assertThat(((SocketPacket.Event) whole(hex(head + "92 cb3ff0000000000000 05"))).name()).isEqualTo("1");
        assertThat(((SocketPacket.Event) whole(hex(head + "91 93 c0 01 c3"))).name()).isEqualTo(",1,true");
        assertThat(((SocketPacket.Event) whole(hex(head + "d5 05 0102"))).name()).isEqualTo("5");
    }

    @Test
    void arrayBuffersAreBinaryAndOtherExtensionsListsOfTypeAndBytes() {
        assertThat(ack("94 c7010007 c80002000102 c9000000080000000000000000ff c70000").arguments().attachments())
                .containsExactly(hex("07"), hex("0102"), hex("00000000000000ff"), Bytes.EMPTY);
        assertThat(json("91 c7010007")).isEqualTo("{\"_placeholder\":true,\"num\":0}");
        assertThat(json("94 d40109 d5000102 d6ff01020304 d80500000000000000000000000000000000"))
                .isEqualTo("[1,{\"_placeholder\":true,\"num\":0}],[0,{\"_placeholder\":true,\"num\":1}],"
                        + "[-1,{\"_placeholder\":true,\"num\":2}],[5,{\"_placeholder\":true,\"num\":3}]");
        assertThat(json("91 d400ff")).isEqualTo("null");
    }

    @Test
    void ofTwoEqualNamesTheLaterCountsEvenIfItIsUndefined() {
        assertThat(json("91 83 a16101 a16202 a16103")).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(json("91 82 a16101 a161d40000")).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "d7000000000000000000, 1970-01-01T00:00:00.000Z",
        "d700ffffffffffffffff, 1969-12-31T23:59:59.999Z",
        "d7000000e677d21fdc00, +010000-01-01T00:00:00.000Z",
        "d700ffffc76e394a7400, -000001-01-01T00:00:00.000Z",
        "d700001eb208c2dc0000, +275760-09-13T00:00:00.000Z"
    })
    void datesAreWrittenAsJavaScriptWritesThem(String date, String text) {
        assertThat(json("91" + date)).isEqualTo('"' + text + '"');
    }

    @Test
    void datesOutOfRangeAreNull() {
        assertThat(json("92 d700001eb208c2dc0001 d7007fffffffffffffff")).isEqualTo("null,null");
    }

    @ParameterizedTest
    @CsvSource({
        "cb3ff0000000000000, 1",
        "cb8000000000000000, 0",
        "cf8000000000000000, 9223372036854776000",
        "cfffffffffffffffff, 18446744073709552000",
        "cf0020000000000001, 9007199254740992",
        "d38000000000000000, -9223372036854776000",
        "cb444b1ae4d6e2ef50, 1e+21",
        "cb0000000000000001, 5e-324",
        "cb7ff0000000000000, null"
    })
    void numbersAreReadAsJavaScriptReadsThem(String number, String text) {
        assertThat(json("91" + number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 01",
        "-0.0, 00",
        "1e3, cd03e8",
        "9223372036854775807, cf7fffffffffffffff",
        "9223372036854775808, cf8000000000000000",
        "18446744073709551616, cb43f0000000000000",
        "-1e300, cbfe37e43c8800759c",
        "-9223372036854775808, d38000000000000000",
        "0.5, cb3fe0000000000000"
    })
    void wholeNumbersGoOutAsIntegersHoweverTheyAreSpelt(String number, String octets) {
        SocketPacket packet = new SocketPacket.Ack("/", 0, JsonArguments.text(Bytes.utf8(number)));
        String message = HexFormat.of().formatHex(MsgpackCodec.encode(packet).toArray());
        assertThat(message).contains("a46461746191" + octets + "a36e7370");
    }

    @Test
    void halfAnEmojiIsReplaced() {
        SocketPacket packet = SocketPacket.Event.of("/", "a\ud800", Arguments.of("\udc00", "😀", List.of("x\ud83dx")));
        assertThat(text(whole(MsgpackCodec.encode(packet))))
                .isEqualTo("event / -1 [\"\ufffd\", \"😀\", [\"x\ufffdx\"]]");
        assertThat(((SocketPacket.Event) whole(MsgpackCodec.encode(packet))).name()).isEqualTo("a\ufffd");
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(MsgpackCodec.decode(hex("82 a474797065 00 a36e7370 01")).toString()).contains("PAYLOAD_SHAPE at byte 0: nsp");
        assertThat(MsgpackCodec.decode(hex("82 a474797065 03 a36e7370 a12f")).toString()).contains("PAYLOAD_SHAPE at byte 0: data");
    }

    @Test
    void listsThatClaimMoreThanThereIsCostNothing() {
        byte[] message = new byte[5_000];
        for (int i = 0; i < message.length; i += 5) {
            System.arraycopy(new byte[] {(byte) 0xdd, 0, 0, 0x13, 0}, 0, message, i, 5);
        }
        assertThat(MsgpackCodec.decode(Bytes.wrap(message)).toString()).contains("MSGPACK_SYNTAX at byte 10");
    }

    @Test
    void refusesEndlessNestingWithoutBreaking() {
        byte[] nested = new byte[1_000_000];
        Arrays.fill(nested, (byte) 0x91);
        assertFault(Bytes.wrap(nested), FaultCode.MSGPACK_DEPTH);
        Object deep = 1;
        for (int i = 0; i < 500; i++) {
            deep = Collections.singletonList(deep);
        }
        SocketPacket packet = SocketPacket.Event.of("/", "deep", Arguments.of(deep));
        assertThat(text(whole(MsgpackCodec.encode(packet)))).isEqualTo(text(packet));
    }

    @Property
    void neverThrows(@ForAll @Size(max = 200) byte[] message) {
        assertThat(MsgpackCodec.decode(Bytes.copyOf(message))).isNotNull();
    }
}
