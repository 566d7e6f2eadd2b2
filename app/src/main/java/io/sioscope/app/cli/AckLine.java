package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Numbered;
import io.sioscope.protocol.socketio.JsonArguments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@code ack} objects: an acknowledgement together with the event that it answers. Remembers a bounded number of
 * events that wait. One thread.
 */
final class AckLine {
    private static final int REMEMBERED = 10_000;

    private final Map<Long, String> asking = new LinkedHashMap<>();

    /** Takes the next captured thing: the object for it where it is an acknowledgement of a known event. */
    Optional<ObjectNode> next(Numbered numbered) {
        Entry entry = numbered.entry();
        if (entry.asksForAck()) {
            asking.put(numbered.n(), entry.event());
            if (asking.size() > REMEMBERED) {
                asking.remove(asking.keySet().iterator().next());
            }
            return Optional.empty();
        }
        if (!entry.isAck() || numbered.pairs() == 0) {
            return Optional.empty();
        }
        @Nullable String event = asking.remove(numbered.pairs());
        if (event == null) {
            return Optional.empty();
        }
        ObjectNode line = head(entry.namespace(), entry.ackId(), event);
        line.set("args", arguments(entry.body()));
        line.put("latencyMs", millis(numbered.latencyNanos()));
        return Optional.of(line);
    }

    /** The object for an acknowledgement that did not come in time. {@code id} is below zero where it is not known. */
    static ObjectNode timeout(String namespace, long id, String event) {
        return head(namespace, id, event).put("timeout", true);
    }

    private static ObjectNode head(String namespace, long id, String event) {
        ObjectNode line = Output.object("ack").put("namespace", namespace);
        if (id >= 0) {
            line.put("id", id);
        }
        return line.put("event", event);
    }

    private static ArrayNode arguments(Body body) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (!body.omitted()) {
            new JsonArguments(body.arguments(), body.attachments(), false)
                    .values()
                    .forEach(value -> all.add(shown(value)));
        }
        return all;
    }

    /** The value with {@code {"$binary":"<base64>"}} in place of binary. */
    private static JsonNode shown(JsonNode value) {
        return switch (value) {
            case BinaryNode binary -> JsonNodeFactory.instance.objectNode().put("$binary", binary.asText());
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, shown(array.get(i)));
                }
                yield array;
            }
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(shown(field.getValue())));
                yield object;
            }
            default -> value;
        };
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos).movePointLeft(6).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
