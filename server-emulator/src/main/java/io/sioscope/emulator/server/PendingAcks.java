package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The acknowledgements that one socket owes, by id. Any thread. */
final class PendingAcks {
    /**
     * Who waits for one.
     *
     * @param answered called with the answer
     * @param abandoned called if the socket disconnects first
     */
    record Waiting(Consumer<Arguments> answered, Runnable abandoned) {}

    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>(2);

    void put(long id, Waiting who) {
        waiting.put(id, who);
    }

    /** Whether somebody had still been waiting. */
    boolean remove(long id) {
        return waiting.remove(id) != null;
    }

    /** Hands an answer over; one that nobody waits for is passed over, as in the reference. */
    void answered(long id, Arguments arguments) {
        Waiting who = waiting.remove(id);
        if (who != null) {
            who.answered().accept(arguments);
        }
    }

    /** No answer will come any more. */
    void abandon() {
        for (Long id : List.copyOf(waiting.keySet())) {
            Waiting who = waiting.remove(id);
            if (who != null) {
                who.abandoned().run();
            }
        }
    }
}
