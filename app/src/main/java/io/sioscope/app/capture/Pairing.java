package io.sioscope.app.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packet that an acknowledgement answers, and the packets that none will answer any more. An id counts within its
 * session, connection, namespace and direction. Remembers a bounded number of open requests; the oldest of a conversation
 * are forgotten first. Belongs to one thread.
 */
final class Pairing {
    /** How many answered requests are remembered, to know a second acknowledgement when it comes. */
    private static final int ANSWERED = 4_096;

    private record Conversation(
            String session, String link, String namespace, io.sioscope.protocol.Direction direction) {}

    private record Request(long n, long timeNanos) {}

    private record Answered(Conversation conversation, long ackId) {}

    /** What an entry means for earlier ones: {@code never} lists requests that will not be answered. */
    record Found(long pairs, long latencyNanos, boolean first, List<Long> never) {
        static final Found NOTHING = new Found(0, -1, false, List.of());
    }

    private final int bound;
    private final Map<Conversation, LinkedHashMap<Long, Request>> open = new HashMap<>();
    private final LinkedHashMap<Answered, Request> answered = new LinkedHashMap<>();
    private int size;

    /** Remembers at most {@code bound} open requests. */
    Pairing(int bound) {
        this.bound = bound;
    }

    /** Takes the next entry, which has the number {@code n}. */
    Found next(long n, Entry entry) {
        if (entry.asksForAck()) {
            return asked(n, entry);
        }
        if (entry.isAck()) {
            return answer(entry);
        }
        return switch (entry.layer()) {
            case LINK -> entry.kind().equals("closed") || entry.kind().equals("failed")
                    ? ended(entry, false)
                    : Found.NOTHING;
            case SOCKETIO -> entry.kind().equals("disconnect") ? ended(entry, true) : Found.NOTHING;
            case ENGINEIO, HTTP, FAULT, GAP -> Found.NOTHING;
        };
    }

    private Found asked(long n, Entry entry) {
        Conversation conversation =
                new Conversation(entry.session(), entry.link(), entry.namespace(), entry.direction());
        LinkedHashMap<Long, Request> requests = open.computeIfAbsent(conversation, key -> new LinkedHashMap<>());
        Request former = requests.remove(entry.ackId());
        requests.put(entry.ackId(), new Request(n, entry.timeNanos()));
        if (former != null) {
            return new Found(0, -1, false, List.of(former.n()));
        }
        size++;
        if (size > bound) {
            forgetOldest(requests.size() > 1 ? requests : open.values().iterator().next());
        }
        return Found.NOTHING;
    }

    private void forgetOldest(LinkedHashMap<Long, Request> requests) {
        requests.pollFirstEntry();
        size--;
        if (requests.isEmpty()) {
            open.values().remove(requests);
        }
    }

    private Found answer(Entry entry) {
        Conversation conversation = new Conversation(
                entry.session(), entry.link(), entry.namespace(), entry.direction().opposite());
        LinkedHashMap<Long, Request> requests = open.get(conversation);
        @Nullable Request request = requests == null ? null : requests.remove(entry.ackId());
        Answered key = new Answered(conversation, entry.ackId());
        if (request == null) {
            Request before = answered.get(key);
            return before == null ? Found.NOTHING : found(before, entry, false);
        }
        size--;
        if (requests != null && requests.isEmpty()) {
            open.remove(conversation);
        }
        answered.put(key, request);
        if (answered.size() > ANSWERED) {
            answered.pollFirstEntry();
        }
        return found(request, entry, true);
    }

    private static Found found(Request request, Entry ack, boolean first) {
        return new Found(request.n(), Math.max(0, ack.timeNanos() - request.timeNanos()), first, List.of());
    }

    private Found ended(Entry entry, boolean namespaceOnly) {
        List<Long> never = new ArrayList<>();
        Iterator<Map.Entry<Conversation, LinkedHashMap<Long, Request>>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Conversation, LinkedHashMap<Long, Request>> next = each.next();
            Conversation conversation = next.getKey();
            boolean same = conversation.session().equals(entry.session())
                    && conversation.link().equals(entry.link())
                    && (!namespaceOnly || conversation.namespace().equals(entry.namespace()));
            if (same) {
                next.getValue().values().forEach(request -> never.add(request.n()));
                size -= next.getValue().size();
                each.remove();
            }
        }
        return never.isEmpty() ? Found.NOTHING : new Found(0, -1, false, never);
    }
}
