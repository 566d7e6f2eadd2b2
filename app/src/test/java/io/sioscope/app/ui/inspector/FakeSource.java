package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A capture in a map. */
final class FakeSource implements PacketSource {

    private static final long TIME = 1_795_429_865_123_000_000L;

    final Map<Long, Row> rows = new HashMap<>();
    final Map<Long, Entry> entries = new HashMap<>();

    static FakeSource sample() {
        FakeSource source = new FakeSource();
        source.event(12_402, "42/chat,17", "chat:message", "\"lobby\",{\"text\":\"Is the demo build up?\",\"mentions\":[\"jo\"],\"clientTs\":1795429865121,\"draft\":false}", AckState.ACKED, 12_404);
        source.ack(12_404, "43/chat,17", "{\"ok\":true,\"id\":\"m_90412\"}", 12_402);
        source.event(12_826, "42/chat,3", "order:confirm", "{\"order\":8812}", AckState.AWAITED, 0);
        source.binary(12_411);
        source.fault(12_829);
        source.http(12_386);
        source.event(12_900, "42/chat,", "big", "\"" + "x".repeat(3_000_000) + "\",[" + "1,".repeat(200_000) + "1]", AckState.NONE, 0);
        return source;
    }

    void event(long number, String head, String name, String arguments, AckState state, long pairs) {
        String start = head + "[\"" + name + "\",";
        Bytes raw = Bytes.utf8(start + arguments + "]");
        Body body = new Body(raw, List.of(), false, false, start.length(), raw.length() - 1);
        put(number, Layer.SOCKETIO, "event", Direction.TO_SERVER, name, body, Details.NONE, state, pairs);
    }

    void ack(long number, String head, String arguments, long pairs) {
        Bytes raw = Bytes.utf8(head + "[" + arguments + "]");
        Body body = new Body(raw, List.of(), false, false, head.length() + 1, raw.length() - 1);
        put(number, Layer.SOCKETIO, "ack", Direction.TO_CLIENT, "", body, Details.NONE, AckState.ANSWER, pairs);
    }

    /** An event with attachments, which its arguments name in order. */
    void upload(long number, Bytes... attachments) {
        StringBuilder arguments = new StringBuilder("\"files\"");
        for (int i = 0; i < attachments.length; i++) {
            arguments.append(",{\"_placeholder\":true,\"num\":").append(i).append('}');
        }
        String start = "45" + attachments.length + "-/chat,[\"files:upload\",";
        Bytes raw = Bytes.utf8(start + arguments + "]");
        Body body = new Body(raw, List.of(attachments), false, false, start.length(), raw.length() - 1);
        put(number, Layer.SOCKETIO, "event", Direction.TO_SERVER, "files:upload", body, Details.NONE, AckState.NONE, 0);
    }

    private void binary(long number) {
        String start = "451-/chat,[\"chat:upload\",";
        Bytes raw = Bytes.utf8(start + "\"avatar.png\",{\"_placeholder\":true,\"num\":0}]");
        byte[] picture = new byte[2100];
        System.arraycopy(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a}, 0, picture, 0, 8);
        Body body = new Body(raw, List.of(Bytes.wrap(picture)), false, false, start.length(), raw.length() - 1);
        put(number, Layer.SOCKETIO, "event", Direction.TO_SERVER, "chat:upload", body, Details.NONE, AckState.NONE, 0);
    }

    private void fault(long number) {
        put(
                number, Layer.FAULT, "json-syntax", Direction.TO_CLIENT, "", Body.of(Bytes.utf8("42/chat,[\"x\",01]"), false),
                new Details.Fault("JSON_SYNTAX", 13, "a value"), AckState.NONE, 0);
    }

    private void http(long number) {
        Details details = new Details.Http(
                "GET", "/socket.io/?EIO=4&transport=polling", "http://localhost:3000/socket.io/?EIO=4&transport=polling", 200,
                List.of(new Header("Origin", "https://shop.example.test"), new Header("Accept", "*/*")),
                List.of(new Header("Content-Type", "text/plain; charset=UTF-8")), 0, 118, TIME);
        put(number, Layer.HTTP, "get", Direction.TO_SERVER, "", Body.NONE, details, AckState.NONE, 0);
    }

    private void put(
            long number, Layer layer, String kind, Direction direction, String event, Body body, Details details,
            AckState state, long pairs) {
        String namespace = layer == Layer.HTTP ? "" : "/chat";
        entries.put(number, new Entry(
                TIME, "s1", "e1", direction, Transport.WEBSOCKET, layer, kind, namespace, "3f9cAbCdEf", event, 17,
                body.size(), false, body, details));
        rows.put(number, new Row(
                number, TIME, layer, kind, direction, Transport.WEBSOCKET, "s1", "e1", namespace, "3f9cAbCdEf", event, 17,
                (int) body.size(), false, false, state, pairs, pairs > 0 ? 3_400_000 : -1));
    }

    @Override
    public @Nullable Row row(long number) {
        return rows.get(number);
    }

    @Override
    public Entry entry(long number) throws IOException {
        Entry entry = entries.get(number);
        if (entry == null) {
            throw new IOException("the file ends before it");
        }
        return entry;
    }

    @Override
    public long nowNanos() {
        return TIME + 4_200_000_000L;
    }
}
