package io.sioscope.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientUtf8Test {
    private final EmbeddedChannel channel = new EmbeddedChannel(new ClientUtf8());

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    private static byte[] ascii(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    private static ByteBuf broken(int length, int at) {
        byte[] text = ascii(length);
        text[at] = (byte) 0xff;
        return Unpooled.wrappedBuffer(text);
    }

    private String read(WebSocketFrame frame) {
        channel.writeInbound(frame);
        WebSocketFrame passed = channel.readInbound();
        assertThat(passed).isSameAs(frame);
        return passed.content().toString(StandardCharsets.UTF_8);
    }

    @Test
    void textPasses() {
        for (int length = 0; length < 20; length++) {
            assertThat(read(new TextWebSocketFrame(Unpooled.wrappedBuffer(ascii(length))))).hasSize(length);
        }
        assertThat(read(new TextWebSocketFrame("a letter of more than seven bits: é"))).endsWith("é");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17})
    void aBrokenByteIsSeenWhereverItStands(int at) {
        assertThat(ClientUtf8.isAscii(Unpooled.wrappedBuffer(ascii(18)))).isTrue();
        assertThat(ClientUtf8.isAscii(broken(18, at))).isFalse();
        assertThatThrownBy(() -> channel.writeInbound(new TextWebSocketFrame(broken(18, at))))
                .isInstanceOf(CorruptedWebSocketFrameException.class);
    }

    @Test
    void aLetterMayStandInTwoFragmentsButMustBeWhole() {
        byte[] letter = {(byte) 0xc3, (byte) 0xa9};
        channel.writeInbound(new TextWebSocketFrame(false, 0, Unpooled.wrappedBuffer(letter, 0, 1)));
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, Unpooled.wrappedBuffer(letter, 1, 1)));
        assertThat(channel.inboundMessages()).hasSize(2);
        channel.writeInbound(new TextWebSocketFrame(false, 0, Unpooled.wrappedBuffer(letter, 0, 1)));
        assertThatThrownBy(() -> channel.writeInbound(new ContinuationWebSocketFrame(true, 0, Unpooled.wrappedBuffer(ascii(3)))))
                .isInstanceOf(CorruptedWebSocketFrameException.class);
    }
}
