package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The acknowledgements that one socket owes, by id. Any thread. */
final class PendingAcks {
    /**
     * Who waits for one.
     *
     * @param answered called with the answer
     * @param abandoned called if the socket disconnects first
     */
    record Waiting(Consumer<Arguments> answered, Runnable abandoned) {}

    /** Made for the first: most sockets are never asked for one. */
    private volatile Map<Long, Waiting> waiting = Map.of();

    void put(long id, Waiting who) {
        table().put(id, who);
    }

    private synchronized Map<Long, Waiting> table() {
        if (!(waiting instanceof ConcurrentHashMap)) {
            waiting = new ConcurrentHashMap<>(2);
        }
        return waiting;
    }

    private @Nullable Waiting taken(long id) {
        return waiting instanceof ConcurrentHashMap<Long, Waiting> table ? table.remove(id) : null;
    }

    /** Whether somebody had still been waiting. */
    boolean remove(long id) {
        return taken(id) != null;
    }

    /** Hands an answer over; one that nobody waits for is passed over, as in the reference. */
    void answered(long id, Arguments arguments) {
        Waiting who = taken(id);
        if (who != null) {
            who.answered().accept(arguments);
        }
    }

    /** No answer will come any more. */
    void abandon() {
        for (Long id : List.copyOf(waiting.keySet())) {
            Waiting who = taken(id);
            if (who != null) {
                who.abandoned().run();
            }
        }
    }
}
