package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Packets to send, with values of every kind and size that JSON and JavaScript's numbers both hold. An instance is one seeded
 * source.
 */
final class JsonSamples {
    private final Random random;

    JsonSamples(long seed) {
        this.random = new Random(seed);
    }

    SocketPacket packet() {
        String namespace = random.nextBoolean() ? "/" : "/" + text();
        Object[] values = new Object[random.nextInt(4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(0);
        }
        long id = random.nextBoolean() ? SocketPacket.NO_ACK : whole() & Integer.MAX_VALUE;
        return switch (random.nextInt(6)) {
            case 0 -> new SocketPacket.Connect(namespace, values.length == 0 ? Arguments.ABSENT : Arguments.of(map(1)));
            case 1 -> new SocketPacket.Disconnect(namespace);
            case 2 -> new SocketPacket.ConnectError(namespace, Arguments.of(map(1)));
            case 3 -> new SocketPacket.Ack(namespace, id, Arguments.of(values));
            default -> new SocketPacket.Event(namespace, id, text(), Arguments.of(values));
        };
    }

    /** The value with its binary parts as {@code {"$binary": base64}}, which is how peers are told of them. */
    static JsonNode shown(JsonNode value) {
        if (value.isBinary()) {
            return JsonNodeFactory.instance.objectNode().put("$binary", value.asText());
        }
        if (value.isArray()) {
            return JsonNodeFactory.instance.arrayNode().addAll(value.valueStream().map(JsonSamples::shown).toList());
        }
        if (value.isObject()) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> shown.set(field.getKey(), shown(field.getValue())));
            return shown;
        }
        return value;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth < 4 ? 10 : 8)) {
            case 0 -> text();
            case 1 -> whole();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(36) - 20);
            case 3 -> new BigDecimal(whole()).movePointRight(random.nextInt(3)).setScale(1);
            case 4 -> BigInteger.valueOf(random.nextLong(1L << 53)).shiftLeft(11).negate().add(BigInteger.ONE.shiftLeft(64));
            case 5 -> (double) whole();
            case 6 -> random.nextBoolean();
            case 7 -> bytes();
            case 8 -> {
                Object[] list = new Object[random.nextInt(20)];
                Arrays.setAll(list, i -> value(depth + 1));
                yield List.of(list);
            }
            default -> map(depth + 1);
        };
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int entries = random.nextInt(20); entries > 0; entries--) {
            map.put("k" + text(), value(depth + 1));
        }
        return map;
    }

    /** Of any size up to 2 to the 53rd, either sign. */
    private long whole() {
        return random.nextLong() >> 11 + random.nextInt(53);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20) == 0 ? random.nextInt(70_000) : random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        String part = List.of("a", "é", "€", "😀", "\"\\\n").get(random.nextInt(5));
        return part.repeat(random.nextInt(10) == 0 ? random.nextInt(300) : random.nextInt(12));
    }
}
