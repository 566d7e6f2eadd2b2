package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.SocketTraffic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The rates of the sockets that somebody looks at, anew once a second. A socket that no cell ever asked for costs nothing here. JavaFX
 * thread.
 */
final class SocketRates {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Function<String, Optional<SocketTraffic>> counts;
    private final Map<String, Watched> watched = new HashMap<>();
    private long lastNanos = Long.MIN_VALUE;

    private static final class Watched {
        private final ReadOnlyObjectWrapper<SocketRate> rate = new ReadOnlyObjectWrapper<>(SocketRate.NONE);
        /** Null until the first look: what passed before it passed in an unknown time. */
        private @Nullable SocketTraffic before;
    }

    /** Rates of what {@code counts} says of a socket. */
    SocketRates(Function<String, Optional<SocketTraffic>> counts) {
        this.counts = counts;
    }

    /** A socket's rate from now on. */
    ReadOnlyObjectProperty<SocketRate> of(String socket) {
        return watched.computeIfAbsent(socket, id -> new Watched()).rate.getReadOnlyProperty();
    }

    /**
     * Looks again, if a second has passed since the last time.
     *
     * @param nowNanos on a clock that only goes forward
     */
    void look(long nowNanos) {
        long passed = nowNanos - lastNanos;
        if (lastNanos != Long.MIN_VALUE && passed < SECOND_NANOS) {
            return;
        }
        lastNanos = nowNanos;
        watched.forEach((socket, each) -> counts.apply(socket).ifPresent(now -> {
            if (each.before != null) {
                each.rate.set(SocketRate.between(each.before, now, passed));
            }
            each.before = now;
        }));
    }

    /** Forgets all but these. */
    void keep(Set<String> sockets) {
        watched.keySet().retainAll(sockets);
    }
}
