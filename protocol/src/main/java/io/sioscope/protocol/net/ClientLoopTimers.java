package io.sioscope.protocol.net;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.sioscope.protocol.session.ClientTimer;
import io.sioscope.protocol.session.ClientTimers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client's timers on its event loop. Event loop only. */
public final class ClientLoopTimers implements ClientTimers {
    private final EventLoop loop;
    private final Consumer<ClientTimer> fired;
    private final Map<ClientTimer, ScheduledFuture<?>> running = new HashMap<>();

    /** Timers that tell {@code fired} on {@code loop}. */
    ClientLoopTimers(EventLoop loop, Consumer<ClientTimer> fired) {
        this.loop = loop;
        this.fired = fired;
    }

    @Override
    public void start(ClientTimer timer, long delayNanos) {
        cancel(timer);
        running.put(timer, loop.schedule(() -> fire(timer), delayNanos, TimeUnit.NANOSECONDS));
    }

    private void fire(ClientTimer timer) {
        running.remove(timer);
        fired.accept(timer);
    }

    @Override
    public void cancel(ClientTimer timer) {
        ScheduledFuture<?> future = running.remove(timer);
        if (future != null) {
            future.cancel(false);
        }
    }
}
