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
                SocketPacket.Event.of("/", "n", Arguments.of(1.5, true, false, null, "x".repeat(300), Long.MIN_VALUE)),
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
                .isEqualTo("event / -1 [null, \"1970-01-01T00:00:00Z\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "80, SOCKET_UNKNOWN_TYPE",
        "c0, SOCKET_UNKNOWN_TYPE",
        "82 a474797065 05 a36e7370 a12f, SOCKET_UNKNOWN_TYPE",
        "82 a474797065 00 a36e7370 01, PAYLOAD_SHAPE",
        "83 a474797065 02 a36e7370 a12f a464617461 90, PAYLOAD_SHAPE",
        "83 a474797065 02 a36e7370 a12f a464617461 91 c0, PAYLOAD_SHAPE",
        "83 a474797065 01 a36e7370 a12f a464617461 90, PAYLOAD_SHAPE",
        "84 a474797065 03 a36e7370 a12f a464617461 90 a26964 ff, ACK_ID",
        "dfffffffff, MSGPACK_SYNTAX",
        "ddffffffff, MSGPACK_SYNTAX",
        "dbffffffff, MSGPACK_SYNTAX",
        "c6ffffffff, MSGPACK_SYNTAX",
        "c1, MSGPACK_SYNTAX"
    })
    void refusesWhatTheReferenceRefuses(String message, FaultCode code) {
        assertFault(hex(message), code);
    }

    @Test
    void refusesEndlessNestingWithoutBreaking() {
        byte[] nested = new byte[1_000_000];
        Arrays.fill(nested, (byte) 0x91);
        assertFault(Bytes.wrap(nested), FaultCode.MSGPACK_SYNTAX);
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
