package io.sioscope.protocol.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {
    private static final Handshake SAMPLE = new Handshake("lv_VI97HAXpY6yYWAAAC", List.of("websocket"), 25_000, 20_000, 1_000_000);

    @Test
    void isWrittenWithTheReferencesOrderOfKeys() {
        assertThat(SAMPLE.encode().utf8())
                .isEqualTo("0{\"sid\":\"lv_VI97HAXpY6yYWAAAC\",\"upgrades\":[\"websocket\"],"
                        + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
    }

    @Test
    void isReadBackAsItWasWritten() {
        assertThat(Handshake.decode(SAMPLE.encode())).isEqualTo(new Handshake.Decoding.Read(SAMPLE));
    }

    @Test
    void aServerThatNamesNoLimitHasNone() {
        Handshake.Decoding decoding =
                Handshake.decode(Bytes.utf8("0{\"sid\":\"a\",\"pingInterval\":1,\"pingTimeout\":2,\"extra\":[]}"));

        assertThat(decoding).isEqualTo(new Handshake.Decoding.Read(new Handshake("a", List.of(), 1, 2, -1)));
    }

    @Test
    void aNumberIsAnIdToo() {
        assertThat(Handshake.decode(Bytes.utf8("0{\"sid\":12,\"pingInterval\":1,\"pingTimeout\":2}")))
                .isEqualTo(new Handshake.Decoding.Read(new Handshake("12", List.of(), 1, 2, -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "0|JSON",
                "0{|JSON",
                "0[]|sid",
                "0{\"sid\":null}|sid",
                "0{\"sid\":{}}|sid",
                "0{\"sid\":true}|sid",
                "0{\"sid\":\"a\",\"pingInterval\":\"1\"}|pingInterval",
                "0{\"sid\":\"a\",\"pingInterval\":-5}|pingInterval",
                "0{\"sid\":\"a\",\"pingInterval\":5,\"pingTimeout\":1e99}|pingTimeout"
            })
    void namesTheFieldThatIsWrong(String packet, String field) {
        assertThat(Handshake.decode(Bytes.utf8(packet)))
                .isInstanceOfSatisfying(
                        Handshake.Decoding.Broken.class,
                        broken -> assertThat(broken.fault().detail()).isEqualTo(field));
    }

    @Property
    void anyTextGetsAnAnswer(@ForAll String text) {
        assertThat(Handshake.decode(Bytes.utf8(text))).isNotNull();
    }
}
