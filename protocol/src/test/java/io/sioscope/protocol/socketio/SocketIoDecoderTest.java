package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SocketIoDecoderTest {
    private final SocketIoDecoder decoder = new SocketIoDecoder(ScanLimits.DEFAULT);

    static Stream<String> corpus() throws IOException {
        try (InputStream in = SocketIoDecoderTest.class.getResourceAsStream("/wire/socketio-5.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsTheCorpus(String line) {
        int blank = line.indexOf(' ');

        assertThat(verdict(decoder.onText(Bytes.utf8(line.substring(blank + 1))))).isEqualTo(line.substring(0, blank));
    }

    private static String verdict(SocketDecoding decoding) {
        return switch (decoding) {
            case SocketDecoding.Whole whole -> "ok:" + whole.packet().kind();
            case SocketDecoding.Partial partial -> "partial";
            case SocketDecoding.Broken broken ->
                broken.fault().code() + "@" + broken.fault().offset();
        };
    }

    private SocketPacket whole(String text) {
        return ((SocketDecoding.Whole) decoder.onText(Bytes.utf8(text))).packet();
    }

    @Test
    void findsThePartsOfAnEvent() {
        assertThat(whole("42/admin,17[\"save\" , {\"id\":1.50} ,\"x\"]"))
                .isEqualTo(new SocketPacket.Event(
                        "/admin", 17, "save", JsonArguments.text(Bytes.utf8("{\"id\":1.50} ,\"x\""))));
    }

    @Test
    void tellsAnAbsentPayloadFromAnEmptyOne() {
        assertThat(whole("4312").arguments()).isEqualTo(Arguments.ABSENT);
        assertThat(whole("4312[]").arguments()).isEqualTo(Arguments.NONE);
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(whole("42[\"n\",1.10,12345678901234567890123,0.1e-7]").arguments().values())
                .map(Object::toString)
                .containsExactly("1.10", "12345678901234567890123", "1E-8");
    }

    @Test
    void joinsAttachmentsInTheOrderOfTheirPlaceholders() {
        assertThat(decoder.onText(Bytes.utf8(
                        "452-[\"pair\",{\"_placeholder\":true,\"num\":1},{\"a\":{\"num\":0,\"_placeholder\":true}}]")))
                .isEqualTo(new SocketDecoding.Partial(2));
        assertThat(decoder.onBinary(Bytes.utf8("first"))).isEqualTo(new SocketDecoding.Partial(1));
        SocketDecoding last = decoder.onBinary(Bytes.utf8("second"));

        SocketPacket packet = ((SocketDecoding.Whole) last).packet();
        assertThat(packet.arguments().value(0).toString()).isEqualTo("\"c2Vjb25k\"");
        assertThat(packet.arguments().value(1).toString()).isEqualTo("{\"a\":\"Zmlyc3Q=\"}");
        assertThat(packet.arguments().attachments()).containsExactly(Bytes.utf8("first"), Bytes.utf8("second"));
    }

    @Test
    void textAmongAttachmentsEndsThePacket() {
        decoder.onText(Bytes.utf8("451-[\"x\",{\"_placeholder\":true,\"num\":0}]"));

        assertThat(verdict(decoder.onText(Bytes.utf8("42[\"y\"]")))).isEqualTo("TEXT_INSTEAD_OF_ATTACHMENT@0");
        assertThat(decoder.pendingText()).isEqualTo(Bytes.EMPTY);
        assertThat(verdict(decoder.onText(Bytes.utf8("42[\"y\"]")))).isEqualTo("ok:event");
    }

    @Test
    void binaryThatNobodyAnnouncedIsAFault() {
        assertThat(verdict(decoder.onBinary(Bytes.utf8("x")))).isEqualTo("UNANNOUNCED_BINARY@0");
    }

    @Test
    void attachmentsAreLimitedInTheirSum() {
        SocketIoDecoder small = new SocketIoDecoder(new ScanLimits(2, 5));
        small.onText(Bytes.utf8("452-[\"x\"]"));
        small.onBinary(Bytes.utf8("abc"));

        assertThat(small.onBinary(Bytes.utf8("def")))
                .isInstanceOfSatisfying(
                        SocketDecoding.Broken.class,
                        broken -> assertThat(broken.fault().code()).isEqualTo(FaultCode.TOO_LARGE));
        assertThat(small.pendingAttachments()).isEmpty();
    }

    @Test
    void nestingIsLimited() {
        String deep = "[".repeat(ScanLimits.MAX_DEPTH - 1) + "]".repeat(ScanLimits.MAX_DEPTH - 1);
        SocketPacket packet = whole("42[\"deep\"," + deep + "]");

        assertThat(packet.arguments().value(0).toString()).isEqualTo(deep);
        assertThat(verdict(decoder.onText(Bytes.utf8("42[\"deep\",[" + deep + "]]")))).startsWith("JSON_DEPTH@");
    }

    @Test
    void aPlaceholderInsideAPlaceholderIsNotLookedAt() {
        decoder.onText(Bytes.utf8("451-[\"x\",{\"_placeholder\":true,\"num\":0,\"x\":{\"_placeholder\":true,\"num\":9}}]"));
        SocketDecoding decoding = decoder.onBinary(Bytes.utf8("ok"));

        assertThat(((SocketDecoding.Whole) decoding).packet().arguments().values())
                .map(Object::toString)
                .isEqualTo(List.of("\"b2s=\""));
    }

    @Test
    void laysOutThePartsOfAWholePacketOnly() {
        assertThat(SocketIoCodec.layout(Bytes.utf8("42/a,7[\"name\",1]"))).hasValueSatisfying(layout -> {
            assertThat(layout.head().namespaceFrom()).isEqualTo(2);
            assertThat(layout.head().namespaceTo()).isEqualTo(4);
            assertThat(layout.head().ackFrom()).isEqualTo(5);
            assertThat(layout.nameFrom()).isEqualTo(7);
            assertThat(layout.nameTo()).isEqualTo(13);
            assertThat(layout.argumentsFrom()).isEqualTo(14);
            assertThat(layout.argumentsTo()).isEqualTo(15);
        });
        assertThat(SocketIoCodec.layout(Bytes.utf8("42[\"name\""))).isEmpty();
    }
}
