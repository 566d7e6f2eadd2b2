package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The move of a session from polling to WebSocket: probe, pause, switch. While it is {@link #isPausing()} nothing may leave
 * by polling, so that the requests in flight end.
 */
final class ClientUpgrade {
    /** How long it may take: the server's own default (upgradeTimeout). The reference's client waits for ever. */
    static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    static final ConnectFailure TOO_LATE =
            new ConnectFailure.Timeout(Transport.WEBSOCKET, TimeUnit.NANOSECONDS.toMillis(LIMIT_NANOS));

    private enum Step {
        NONE,
        PROBING,
        PAUSING
    }

    private final ClientTimer timer;
    private final ClientLinks links;
    private final ClientTimers timers;
    private final @Nullable ClientTap tap;
    private Step step = Step.NONE;

    ClientUpgrade(long engine, ClientLinks links, ClientTimers timers, @Nullable ClientTap tap) {
        this.timer = new ClientTimer.Probe(engine);
        this.links = links;
        this.timers = timers;
        this.tap = tap;
    }

    boolean isRunning() {
        return step != Step.NONE;
    }

    boolean isProbing() {
        return step == Step.PROBING;
    }

    boolean isPausing() {
        return step == Step.PAUSING;
    }

    void begin(String sid) {
        step = Step.PROBING;
        timers.start(timer, LIMIT_NANOS);
        links.openProbe(sid);
    }

    void onOpened() {
        if (isProbing()) {
            write(new EnginePacket.Ping(EngineV4Codec.PROBE_PING));
        }
    }

    /** Takes the server's answer; whether it was the right one. */
    boolean onText(Bytes raw) {
        if (tap != null) {
            tap.engine(Direction.TO_CLIENT, Transport.WEBSOCKET, EngineV4Codec.decodeText(raw));
        }
        boolean right = raw.equals(EngineV4Codec.PROBE_PONG);
        step = right ? Step.PAUSING : step;
        return right;
    }

    /** Switches; no request is in flight. */
    void complete() {
        write(new EnginePacket.Upgrade(EngineV4Codec.UPGRADE));
        end();
        links.adoptProbe();
    }

    /** Gives up if it runs. */
    void cancel() {
        if (isRunning()) {
            end();
            links.closeProbe();
        }
    }

    private void end() {
        step = Step.NONE;
        timers.cancel(timer);
    }

    private void write(EnginePacket packet) {
        if (tap != null) {
            tap.engine(Direction.TO_SERVER, Transport.WEBSOCKET, packet);
        }
        links.writeProbe(packet.raw());
    }
}
