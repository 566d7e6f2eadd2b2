package io.sioscope.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our scan and the reference's parser get the same texts, nearly right ones for the most part, and must agree on each. */
@NeedsNode
class ReferenceParserTest {
    private static final int BATCHES = 10;
    private static final int BATCH = 2_000;

    private static final List<String> PARTS = List.of(
            "4", "2", "5", "1-", "2-", "3", "6", "0", "1", "/a,", "/b", ",", "7", "12", " ", "[", "]", "{", "}", "\"x\"",
            "\"connect\"", ":", "01", "-", ".5", "1e9", "1.", "true", "null", "\t", "\n", "\"\\u0041\"", "\"\\u00",
            "\"_placeholder\"", "\"num\"", "\\", "\"", "{\"_placeholder\":true,\"num\":0}",
            "{\"_placeholder\":true,\"num\":1}", "{\"_placeholder\":true,\"num\":\"0\"}", "[\"e\",", "\"a\",1]", "é", "😀");

    private static final List<String> PACKETS = List.of(
            "2[\"a\",1]",
            "2/x,12[\"a\",{\"b\":[1,2,{\"c\":null}]}]",
            "51-[\"a\",{\"_placeholder\":true,\"num\":0}]",
            "0{\"a\":1}",
            "0/x,",
            "1/x,",
            "312[\"ok\"]",
            "4{\"message\":\"x\"}",
            "61-3[{\"num\":0,\"_placeholder\":true}]",
            "2[\"a\",\"\\u0041\\n\\\"é\"]",
            "2[-0.5e+3,\"x\"]");

    private static final String SLIPS = "0123456789[]{},:\"-/. eE+x\\tn\u0001\t\n";

    /** The verdict on one text; null stands for a refusal. */
    private record Verdict(int type, String namespace, long id, int attachments, String name, int values) {}

    @Test
    void agreesWithTheReferenceOnEveryText() {
        Random random = new Random(4_2_7);
        try (Peer parser = Peer.start("parser.cjs", Map.of())) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<String> texts = texts(random);
                parser.command(Map.of("do", "decode", "batch", batch, "texts", texts));
                JsonNode verdicts = parser.await("verdicts").path("verdicts");
                assertThat(verdicts).hasSize(texts.size());
                for (int i = 0; i < texts.size(); i++) {
                    compare(texts.get(i), verdicts.get(i));
                }
            }
        }
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>(BATCH);
        while (texts.size() < BATCH) {
            String text = random.nextInt(3) == 0 ? assembled(random) : damaged(random);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String assembled(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(9); parts >= 0; parts--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(PACKETS.get(random.nextInt(PACKETS.size())));
        for (int slips = random.nextInt(3); slips >= 0 && !text.isEmpty(); slips--) {
            int at = random.nextInt(text.length());
            char slip = SLIPS.charAt(random.nextInt(SLIPS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, slip);
                case 1 -> text.insert(at, slip);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private static void compare(String text, JsonNode reference) {
        boolean idIsNotANumber = reference.isObject() && reference.path("id").isNull();
        @Nullable Verdict expected = reference.isNull() || idIsNotANumber ? null : expected(reference);

        assertThat(ours(text)).as("%s", text).isEqualTo(expected);
    }

    private static Verdict expected(JsonNode reference) {
        int type = reference.path("type").asInt();
        boolean answerable = type == PacketHead.EVENT || type == PacketHead.ACK;
        String name = reference.path("name").asText();
        return new Verdict(
                type,
                reference.path("namespace").asText(),
                answerable ? reference.path("id").asLong() : SocketPacket.NO_ACK,
                reference.path("attachments").asInt(),
                isNumeric(name) ? "number" : name,
                reference.path("values").asInt());
    }

    /** JavaScript writes a numeric name in its own way; the digits of the wire are kept here. */
    private static boolean isNumeric(String name) {
        return name.matches("-?[0-9.]+(e[+-]?[0-9]+)?|-?Infinity");
    }

    private static @Nullable Verdict ours(String text) {
        SocketIoDecoder decoder = new SocketIoDecoder(ScanLimits.DEFAULT);
        SocketDecoding decoding = decoder.onText(Bytes.utf8("4" + text));
        int attachments = 0;
        while (decoding instanceof SocketDecoding.Partial) {
            decoding = decoder.onBinary(Bytes.utf8("b"));
            attachments++;
        }
        if (!(decoding instanceof SocketDecoding.Whole(SocketPacket packet))) {
            return null;
        }
        String name = packet instanceof SocketPacket.Event event ? event.name() : "";
        return new Verdict(
                PacketTypes.of(packet),
                packet.namespace(),
                packet.ackId(),
                attachments,
                isNumeric(name.toLowerCase(Locale.ROOT)) ? "number" : name,
                packet.arguments() instanceof Arguments.Absent ? -1 : packet.arguments().count());
    }
}
