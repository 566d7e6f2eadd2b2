package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client sent that may have asked to be put into a room or taken out of one: events with one text argument. Rooms are the
 * server's, so that this says what was asked and never what came of it. Bounded: the oldest is forgotten first. Any thread.
 */
final class RoomAsks {
    /** How many are kept. */
    static final int LIMIT = 500;

    private static final List<String> JOINING = List.of("join", "subscribe", "enter");
    private static final List<String> LEAVING = List.of("leave", "unsubscribe");

    private final Deque<Sent> sent = new ArrayDeque<>();

    private record Sent(String namespace, String event, String room) {}

    private record Where(String namespace, String room) {}

    /** Hears of everything that was sent. */
    synchronized void sent(String namespace, String event, Arguments arguments) {
        if (arguments.count() != 1 || !arguments.value(0).isTextual()) {
            return;
        }
        sent.add(new Sent(namespace, event, arguments.value(0).textValue()));
        if (sent.size() > LIMIT) {
            sent.remove();
        }
    }

    /** Forgets what was asked in a namespace: a new socket is in no room. */
    synchronized void forget(String namespace) {
        sent.removeIf(each -> each.namespace().equals(namespace));
    }

    /** The rooms that were asked for and not given up since, the latest last. */
    synchronized List<RoomAsk> asked(ConnectHabits habits) {
        Map<Where, RoomAsk> asked = new LinkedHashMap<>();
        for (Sent each : sent) {
            Where where = new Where(each.namespace(), each.room());
            if (each.event().equals(habits.joinEvent())) {
                asked.remove(where);
                asked.put(where, new RoomAsk(each.namespace(), each.room()));
            } else if (each.event().equals(habits.leaveEvent())) {
                asked.remove(where);
            }
        }
        return new ArrayList<>(asked.values());
    }

    /** The events that by their name may ask for a room, in the order in which they were first seen. */
    synchronized List<String> joining() {
        return events().filter(event -> names(event, JOINING) && !names(event, LEAVING)).toList();
    }

    /** The events that by their name may give a room up. */
    synchronized List<String> leaving() {
        return events().filter(event -> names(event, LEAVING)).toList();
    }

    private Stream<String> events() {
        Set<String> events = new LinkedHashSet<>();
        sent.forEach(each -> events.add(each.event()));
        return events.stream();
    }

    private static boolean names(String event, List<String> words) {
        String lower = event.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
