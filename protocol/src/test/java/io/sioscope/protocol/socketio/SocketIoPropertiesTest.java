package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SocketIoPropertiesTest {
    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(bytes -> (Object) bytes));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                                .ofMaxSize(3)
                                .map(map -> (Object) map)),
                0,
                3);
    }

    @Provide
    Arbitrary<SocketPacket> packets() {
        Arbitrary<String> namespaces = Arbitraries.strings()
                .excludeChars(',')
                .ofMaxLength(8)
                .filter(text -> !loneSurrogate(text))
                .map(text -> "/" + text);
        Arbitrary<Long> ids = Arbitraries.longs().between(-1, 1L << 52);
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(12).filter(name -> !ReservedEvents.contains(name));
        Arbitrary<Arguments> arguments =
                values().list().ofMaxSize(4).map(list -> Arguments.of(list.toArray()));
        Arbitrary<SocketPacket> events = Combinators.combine(namespaces, ids, names, arguments)
                .as(SocketPacket.Event::new);
        Arbitrary<SocketPacket> acks =
                Combinators.combine(namespaces, ids, arguments).as(SocketPacket.Ack::new);
        Arbitrary<SocketPacket> connects =
                namespaces.map(nsp -> new SocketPacket.Connect(nsp, Arguments.of(Map.of("sid", nsp))));
        Arbitrary<SocketPacket> disconnects = namespaces.map(SocketPacket.Disconnect::new);
        return Arbitraries.oneOf(List.of(events, acks, connects, disconnects));
    }

    private static boolean loneSurrogate(String text) {
        return !text.equals(Bytes.utf8(text).utf8());
    }

    @Property
    void whatWasWrittenIsReadBack(@ForAll("packets") SocketPacket packet) {
        SocketIoDecoder decoder = new SocketIoDecoder(new ScanLimits(1_000, 1_000_000));
        SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);

        SocketDecoding decoding = decoder.onText(encoded.text());
        for (Bytes attachment : encoded.attachments()) {
            decoding = decoder.onBinary(attachment);
        }

        assertThat(decoding).isEqualTo(new SocketDecoding.Whole(packet));
        assertThat(packet.arguments().values()).hasSize(packet.arguments().count());
    }

    @Property(tries = 5_000)
    void anyBytesGetAnAnswer(@ForAll @Size(max = 120) byte[] bytes) {
        SocketIoDecoder decoder = new SocketIoDecoder(ScanLimits.DEFAULT);

        assertThat(decoder.onText(Bytes.copyOf(bytes))).isNotNull();
    }

    @Property(tries = 5_000)
    void nearlyRightTextGetsAnAnswerAndItsTreeCanBeBuilt(@ForAll("nearly") String text) {
        SocketIoDecoder decoder = new SocketIoDecoder(ScanLimits.DEFAULT);

        if (decoder.onText(Bytes.utf8(text)) instanceof SocketDecoding.Whole whole) {
            assertThat(whole.packet().arguments().values()).isNotNull();
        } else {
            assertThat(decoder.onBinary(Bytes.EMPTY)).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> nearly() {
        return Arbitraries.of(
                        "4", "2", "5", "1-", "3", "/a,", "7", "[", "]", "{", "}", "\"x\"", ",", ":", "0", "01", "-", ".5",
                        "1e9", "true", "null", " ", "\"\\u00", "\"_placeholder\"", "\"num\"", "\\", "\"")
                .list()
                .ofMaxSize(14)
                .map(parts -> "4" + String.join("", parts));
    }
}
