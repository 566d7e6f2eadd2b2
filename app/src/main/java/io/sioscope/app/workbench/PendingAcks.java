package io.sioscope.app.workbench;

import io.sioscope.protocol.socketio.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The acknowledgements that are asked of us and not given. Bounded: the oldest is forgotten first. Any thread. */
final class PendingAcks {
    /** How many are kept. */
    static final int LIMIT = 1_000;

    private final Map<AckRequest.Key, Pending> waiting = new LinkedHashMap<>();

    private record Pending(AckRequest request, Predicate<Arguments> reply) {}

    /** Keeps a request. {@code reply} sends the answer and says whether it was the first. */
    synchronized void add(AckRequest request, Predicate<Arguments> reply) {
        waiting.put(request.key(), new Pending(request, reply));
        if (waiting.size() > LIMIT) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    /** The requests that wait, oldest first. */
    synchronized List<AckRequest> requests() {
        return waiting.values().stream().map(Pending::request).toList();
    }

    synchronized Optional<AckRequest> find(AckRequest.Key key) {
        return Optional.ofNullable(waiting.get(key)).map(Pending::request);
    }

    /** Answers; false where nothing waits under this key any more. */
    boolean answer(AckRequest.Key key, Arguments arguments) {
        Pending pending;
        synchronized (this) {
            pending = waiting.remove(key);
        }
        return pending != null && pending.reply().test(arguments);
    }

    /** Forgets what a socket asked, which is gone. */
    synchronized void forget(String session, String socket) {
        waiting.keySet().removeIf(key -> key.session().equals(session) && key.socket().equals(socket));
    }

    /** Forgets what a session was asked. */
    synchronized void forget(String session) {
        waiting.keySet().removeIf(key -> key.session().equals(session));
    }
}
