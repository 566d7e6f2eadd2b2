package io.sioscope.protocol.session;

import io.sioscope.protocol.socketio.Arguments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The acknowledgements that a socket waits for. One thread. */
final class ClientAcks {
    private final String namespace;
    private final ClientTimers timers;
    private final Map<Long, Waiting> waiting = new HashMap<>();
    private long next;

    private record Waiting(ClientEmission.AckWaiter waiter, boolean timed) {}

    ClientAcks(String namespace, ClientTimers timers) {
        this.namespace = namespace;
        this.timers = timers;
    }

    /** Waits for one more; its id. */
    long add(ClientEmission.AckWaiter waiter, long timeoutNanos) {
        long id = next++;
        boolean timed = timeoutNanos != ClientEmission.NO_TIMEOUT;
        waiting.put(id, new Waiting(waiter, timed));
        if (timed) {
            timers.start(new ClientTimer.Ack(namespace, id), timeoutNanos);
        }
        return id;
    }

    private @Nullable Waiting take(long id) {
        Waiting taken = waiting.remove(id);
        if (taken != null && taken.timed()) {
            timers.cancel(new ClientTimer.Ack(namespace, id));
        }
        return taken;
    }

    void answered(long id, Arguments arguments) {
        Waiting taken = take(id);
        if (taken != null) {
            taken.waiter().answered(arguments);
        }
    }

    void timedOut(long id) {
        Waiting taken = take(id);
        if (taken != null) {
            taken.waiter().timedOut();
        }
    }

    /** Gives up those that were sent, which are all but {@code unsent}. */
    void loseAllBut(Set<Long> unsent) {
        List<Long> lost = waiting.keySet().stream()
                .filter(id -> !unsent.contains(id))
                .sorted()
                .toList();
        for (long id : lost) {
            Waiting taken = take(id);
            if (taken != null && (taken.timed() || taken.waiter().hearsOfEnds())) {
                taken.waiter().disconnected();
            }
        }
    }
}
