package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.protocol.Bytes;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SocketIoCodecTest {
    private static String text(SocketPacket packet) {
        return SocketIoCodec.encode(packet).text().utf8();
    }

    @Test
    void writesEachTypeAsTheReferenceDoes() {
        assertThat(text(new SocketPacket.Connect("/", Arguments.ABSENT))).isEqualTo("40");
        assertThat(text(new SocketPacket.Connect("/a", Arguments.of(Map.of("token", 1))))).isEqualTo("40/a,{\"token\":1}");
        assertThat(text(new SocketPacket.Disconnect("/"))).isEqualTo("41");
        assertThat(text(new SocketPacket.Disconnect("/a"))).isEqualTo("41/a,");
        assertThat(text(SocketPacket.Event.of("/", "x", Arguments.NONE))).isEqualTo("42[\"x\"]");
        assertThat(text(new SocketPacket.Event("/a", 0, "x", Arguments.of(1, "b")))).isEqualTo("42/a,0[\"x\",1,\"b\"]");
        assertThat(text(new SocketPacket.Ack("/", 7, Arguments.NONE))).isEqualTo("437[]");
        assertThat(text(new SocketPacket.ConnectError("/a", Arguments.of(Map.of("message", "no")))))
                .isEqualTo("44/a,{\"message\":\"no\"}");
    }

    @Test
    void onlyEventsAndAcknowledgementsHaveAttachments() {
        Arguments auth = Arguments.of(Map.of("key", List.of(new byte[] {1, -1}, "x")));

        SocketIoCodec.Encoded connect = SocketIoCodec.encode(new SocketPacket.Connect("/a", auth));

        assertThat(connect.text().utf8()).isEqualTo("40/a,{\"key\":[{\"type\":\"Buffer\",\"data\":[1,255]},\"x\"]}");
        assertThat(connect.attachments()).isEmpty();
        assertThat(text(new SocketPacket.ConnectError("/", Arguments.of(Map.of("data", new byte[0])))))
                .isEqualTo("44{\"data\":{\"type\":\"Buffer\",\"data\":[]}}");
        assertThat(text(new SocketPacket.Ack("/", 1, Arguments.of(new byte[0])))).startsWith("461-1[");
    }

    @Test
    void namesAreEscapedAsJavaScriptEscapes() {
        assertThat(text(SocketPacket.Event.of("/", "a\"\\\n\u0001/é\ud800", Arguments.NONE)))
                .isEqualTo("42[\"a\\\"\\\\\\n\\u0001/é\\ud800\"]");
    }

    @Test
    void takesBinaryOutOfValuesHoweverDeep() {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("list", List.of(new byte[] {1}, "text"));
        value.put("nothing", null);
        value.put("buffer", ByteBuffer.wrap(new byte[] {2, 3}));
        Arguments arguments = Arguments.of(Bytes.utf8("b"), value, BinaryNode.valueOf(new byte[0]));

        SocketIoCodec.Encoded encoded = SocketIoCodec.encode(new SocketPacket.Event("/", 5, "x", arguments));

        assertThat(encoded.text().utf8())
                .isEqualTo("454-5[\"x\",{\"_placeholder\":true,\"num\":0},"
                        + "{\"list\":[{\"_placeholder\":true,\"num\":1},\"text\"],\"nothing\":null,"
                        + "\"buffer\":{\"_placeholder\":true,\"num\":2}},{\"_placeholder\":true,\"num\":3}]");
        assertThat(encoded.attachments())
                .containsExactly(
                        Bytes.utf8("b"),
                        Bytes.copyOf(new byte[] {1}),
                        Bytes.copyOf(new byte[] {2, 3}),
                        Bytes.EMPTY);
    }

    @Test
    void anEchoNumbersPlaceholdersInVisitingOrder() {
        SocketIoDecoder decoder = new SocketIoDecoder(ScanLimits.DEFAULT);
        decoder.onText(Bytes.utf8("453-[\"x\",{\"_placeholder\":true,\"num\":2},[{\"_placeholder\":true,\"num\":0}],"
                + "{\"num\":2,\"_placeholder\":true}]"));
        decoder.onBinary(Bytes.utf8("0"));
        decoder.onBinary(Bytes.utf8("1"));
        SocketPacket packet = ((SocketDecoding.Whole) decoder.onBinary(Bytes.utf8("2"))).packet();

        SocketIoCodec.Encoded echo = SocketIoCodec.encode(packet);

        assertThat(echo.text().utf8())
                .isEqualTo("453-[\"x\",{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":1}],"
                        + "{\"_placeholder\":true,\"num\":2}]");
        assertThat(echo.attachments()).containsExactly(Bytes.utf8("2"), Bytes.utf8("0"), Bytes.utf8("2"));
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> Arguments.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written as JSON");
    }

    @Test
    void treesAndPlainValuesAreBothTaken() {
        JsonNode tree = JsonNodeFactory.instance.objectNode().put("a", 1);

        assertThat(((JsonArguments) Arguments.of(tree, true, 1.5)).json().utf8()).isEqualTo("{\"a\":1},true,1.5");
        assertThat(Arguments.of()).isSameAs(Arguments.NONE);
    }
}
