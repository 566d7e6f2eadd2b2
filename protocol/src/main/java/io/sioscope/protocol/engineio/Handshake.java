package io.sioscope.protocol.engineio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server tells a client in the open packet.
 *
 * @param sid the Engine.IO session id
 * @param upgrades transports that the client may upgrade to, by name
 * @param pingIntervalMs milliseconds between two heartbeats
 * @param pingTimeoutMs milliseconds that a heartbeat may take to be answered
 * @param maxPayload the largest body or message in bytes that the server takes, or -1 where it did not say
 */
public record Handshake(String sid, List<String> upgrades, long pingIntervalMs, long pingTimeoutMs, long maxPayload) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Keeps a copy of the list. */
    public Handshake {
        upgrades = List.copyOf(upgrades);
    }

    /** A handshake, or what is wrong with it. */
    public sealed interface Decoding {
        /** The open packet was read. */
        record Read(Handshake handshake) implements Decoding {}

        /** The open packet was broken. */
        record Broken(ProtocolFault fault) implements Decoding {}
    }

    /** Reads an open packet, type digit included. Unknown fields are passed over. Never throws. */
    public static Decoding decode(Bytes openPacket) {
        try {
            JsonNode root = JSON.readTree(openPacket.utf8(Math.min(1, openPacket.length()), openPacket.length()));
            String wrong = root == null || root.isMissingNode() ? "JSON" : firstWrongField(root);
            return wrong.isEmpty() ? new Decoding.Read(of(root)) : broken(wrong);
        } catch (JsonProcessingException notJson) {
            return broken("JSON");
        }
    }

    private static Decoding broken(String what) {
        return new Decoding.Broken(new ProtocolFault(FaultCode.ENGINE_HANDSHAKE, 1, what));
    }

    private static String firstWrongField(JsonNode root) {
        JsonNode sid = root.path("sid");
        if (!sid.isTextual() && !sid.isNumber()) {
            return "sid";
        }
        if (!isDuration(root.path("pingInterval"))) {
            return "pingInterval";
        }
        return isDuration(root.path("pingTimeout")) ? "" : "pingTimeout";
    }

    private static boolean isDuration(JsonNode node) {
        return node.isNumber() && node.doubleValue() > 0 && node.doubleValue() <= Integer.MAX_VALUE;
    }

    private static Handshake of(JsonNode root) {
        List<String> upgrades = new ArrayList<>();
        root.path("upgrades").forEach(node -> upgrades.add(node.asText()));
        return new Handshake(
                root.path("sid").asText(),
                upgrades,
                root.path("pingInterval").longValue(),
                root.path("pingTimeout").longValue(),
                root.path("maxPayload").asLong(-1));
    }

    /** The open packet, type digit included, with the reference's order of keys. */
    public Bytes encode() {
        StringBuilder text = new StringBuilder(128).append("0{\"sid\":");
        quote(sid, text).append(",\"upgrades\":[");
        for (String upgrade : upgrades) {
            quote(upgrade, text).append(',');
        }
        if (!upgrades.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        text.append("],\"pingInterval\":").append(pingIntervalMs);
        text.append(",\"pingTimeout\":").append(pingTimeoutMs);
        if (maxPayload >= 0) {
            text.append(",\"maxPayload\":").append(maxPayload);
        }
        return Bytes.utf8(text.append('}').toString());
    }

    private static StringBuilder quote(String value, StringBuilder into) {
        into.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, into);
        return into.append('"');
    }
}
