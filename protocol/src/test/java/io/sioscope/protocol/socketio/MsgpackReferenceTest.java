package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The reference's MessagePack parser (npm socket.io-msgpack-parser) gets the same messages and packets, and must agree on
 * each.
 */
@NeedsNode
class MsgpackReferenceTest {
    private static final int BATCHES = 6;
    private static final int BATCH = 2_000;
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    /** What became of a message; null stands for a refusal. Objects are compared without the order of their names. */
    private record Verdict(int type, String namespace, long id, String name, JsonNode values) {}

    @Test
    void agreesWithTheReferenceOnEveryMessage() throws JsonProcessingException {
        MsgpackSamples samples = new MsgpackSamples(3_0_2);
        int accepted = 0;
        try (Peer parser = Peer.start("parser.cjs", Map.of())) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Bytes> messages = new ArrayList<>(BATCH);
                while (messages.size() < BATCH) {
                    messages.add(samples.message());
                }
                JsonNode verdicts = unpack(parser, messages);
                for (int i = 0; i < messages.size(); i++) {
                    String message = HexFormat.of().formatHex(messages.get(i).toArray());
                    Verdict expected = expected(verdicts.get(i));
                    accepted += expected == null ? 0 : 1;
                    assertThat(ours(messages.get(i))).as("%s", message).isEqualTo(expected);
                }
            }
        }
        assertThat(accepted).isGreaterThan(BATCH);
    }

    @Test
    void writesNumbersAndDatesAsTheReferenceDoes() throws JsonProcessingException {
        List<Bytes> messages = new ArrayList<>();
        Random random = new Random(21);
        for (int i = 0; i < 3_000; i++) {
            messages.add(number(0xcb, i < 500 ? i : Double.doubleToRawLongBits(Math.pow(10, i % 46 - 22) * (i / 46))));
            messages.add(number(0xcb, random.nextLong()));
            messages.add(number(0xcf, random.nextLong() >> i % 64));
            messages.add(number(0xd3, random.nextLong() >> i % 64));
            messages.add(number(0xd700, random.nextLong(-8_640_000_000_000_100L, 8_640_000_000_000_100L) >> i % 40));
        }
        messages.add(number(0xd700, 8_640_000_000_000_000L));
        messages.add(number(0xd700, 8_640_000_000_000_001L));
        messages.add(number(0xd700, -8_640_000_000_000_000L));
        try (Peer parser = Peer.start("parser.cjs", Map.of())) {
            JsonNode verdicts = unpack(parser, messages);
            for (int i = 0; i < messages.size(); i++) {
                JsonArguments arguments = (JsonArguments)
                        ((SocketDecoding.Whole) MsgpackCodec.decode(messages.get(i))).packet().arguments();
                assertThat("[" + arguments.json().utf8() + "]").isEqualTo(verdicts.get(i).path("json").textValue());
            }
        }
    }

    @Test
    void writesEveryPacketAsTheReferenceDoes() {
        JsonSamples samples = new JsonSamples(2_2_0);
        List<SocketPacket> packets = new ArrayList<>();
        List<Map<String, Object>> plain = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            SocketPacket packet = samples.packet();
            packets.add(packet);
            plain.add(plain(packet));
        }
        try (Peer parser = Peer.start("parser.cjs", Map.of())) {
            parser.command(Map.of("do", "pack", "batch", 0, "packets", plain));
            JsonNode messages = parser.await("packed").path("messages");
            for (int i = 0; i < packets.size(); i++) {
                String ours = HexFormat.of().formatHex(MsgpackCodec.encode(packets.get(i)).toArray());
                byte[] theirs = Base64.getDecoder().decode(messages.get(i).path("$binary").textValue());
                assertThat(ours).as("%s", plain.get(i)).isEqualTo(HexFormat.of().formatHex(theirs));
            }
        }
    }

    private static Map<String, Object> plain(SocketPacket packet) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("type", PacketTypes.of(packet));
        List<Object> values = new ArrayList<>();
        if (packet instanceof SocketPacket.Event event) {
            values.add(event.name());
        }
        packet.arguments().values().forEach(value -> values.add(JsonSamples.shown(value)));
        boolean listed = packet instanceof SocketPacket.Event || packet instanceof SocketPacket.Ack;
        if (listed) {
            plain.put("data", values);
        } else if (!values.isEmpty()) {
            plain.put("data", values.getFirst());
        }
        plain.put("nsp", packet.namespace());
        if (packet.ackId() != SocketPacket.NO_ACK) {
            plain.put("id", packet.ackId());
        }
        return plain;
    }

    private static JsonNode unpack(Peer parser, List<Bytes> messages) {
        List<Map<String, byte[]>> binary =
                messages.stream().map(message -> Map.of("$binary", message.toArray())).toList();
        parser.command(Map.of("do", "unpack", "batch", 0, "messages", binary));
        JsonNode verdicts = parser.await("unpacked").path("verdicts");
        assertThat(verdicts).hasSize(messages.size());
        return verdicts;
    }

    /** An acknowledgement of one value of eight bytes. */
    private static Bytes number(int head, long bits) {
        String start = "83a47479706503a36e7370a12fa46461746191";
        return Bytes.wrap(HexFormat.of().parseHex(start + Integer.toHexString(head) + HexFormat.of().toHexDigits(bits)));
    }

    /** Null also where the id is one that no sender counts to: there the two differ on purpose. */
    private static @Nullable Verdict expected(JsonNode reference) throws JsonProcessingException {
        if (reference.isNull()) {
            return null;
        }
        int type = reference.path("type").intValue();
        boolean answerable = type == PacketHead.EVENT || type == PacketHead.ACK;
        double id = reference.path("id").doubleValue();
        if (answerable && reference.path("counted").booleanValue() && (id < 0 || id > MAX_SAFE_INTEGER)) {
            return null;
        }
        return new Verdict(
                type,
                reference.path("namespace").textValue(),
                answerable ? (long) id : SocketPacket.NO_ACK,
                reference.path("name").textValue(),
                ArgumentsTree.read(reference.path("json").textValue()));
    }

    private static @Nullable Verdict ours(Bytes message) throws JsonProcessingException {
        if (!(MsgpackCodec.decode(message) instanceof SocketDecoding.Whole(SocketPacket packet))) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        packet.arguments().values().forEach(value -> values.add(JsonSamples.shown(value)));
        return new Verdict(
                PacketTypes.of(packet),
                packet.namespace(),
                packet.ackId(),
                packet instanceof SocketPacket.Event event ? event.name() : "",
                ArgumentsTree.read(ArgumentsTree.MAPPER.writeValueAsString(values)));
    }
}
