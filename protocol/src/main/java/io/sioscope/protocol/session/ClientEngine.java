package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client side of one Engine.IO session: handshake, polling, heartbeat, upgrade, close, as engine.io-client 6.6 does
 * them, in revision 3 as engine.io-client 3.5. Takes inputs, each with the monotonic time in nanoseconds, and speaks to
 * {@link ClientLinks}. Used once; one thread. After its end every input is ignored.
 */
public final class ClientEngine {
    private final ClientOpening opening;
    private final ClientLinks links;
    private final ClientEngineEvents events;
    private final ClientTold told;
    private final ClientOutbox outbox;
    private final ClientUpgrade upgrade;
    private final ClientHeartbeat heartbeat;
    private ClientEngineState state = ClientEngineState.IDLE;
    private Transport transport;
    private String sid = "";
    private long maxPayload;
    private boolean polling;
    private boolean corked;
    /** Why it is closing, once it is. */
    private @Nullable ClientEnd closing;

    /**
     * An engine that has not begun.
     *
     * @param number tells its timers from those of other engines
     */
    ClientEngine(
            long number,
            ClientEngineOptions options,
            ClientMemory memory,
            ClientLinks.Factory links,
            ClientTimers timers,
            ClientEngineEvents events) {
        this.events = events;
        this.links = links.linksOf(this);
        this.opening = new ClientOpening(number, options, memory, this.links, timers, new Opened());
        this.transport = options.first();
        this.told = new ClientTold(this.links.tap());
        this.outbox = new ClientOutbox(this.links, told.tap());
        this.upgrade = new ClientUpgrade(number, this.links, timers, told.tap());
        this.heartbeat = new ClientHeartbeat(number, timers);
    }

    @Nullable ClientTap tap() {
        return told.tap();
    }

    /** What carries the session, or will. */
    public Transport transport() {
        return transport;
    }

    /** How packets are written. It may change once, when the server's first answer comes. */
    public EngineFraming framing() {
        return opening.framing();
    }

    /** The session's id; empty before it is open. */
    String sid() {
        return sid;
    }

    /** Begins. */
    public void open() {
        state = ClientEngineState.OPENING;
        opening.dial();
    }

    /** Whether the server's heartbeat is not overdue; a late timer may not have told yet. */
    public boolean isAlive(long now) {
        return state.isUp() && !heartbeat.isOverdue(now);
    }

    /** Whether a packet that is sent now leaves at once. */
    boolean isWritable() {
        return state == ClientEngineState.OPEN && !upgrade.isPausing() && outbox.isWritable(transport);
    }

    /** Sends a packet, or keeps it until it can be. Dropped once the session is closing. */
    public void send(ClientOutgoing packet) {
        if (state == ClientEngineState.OPEN) {
            outbox.add(packet);
            flush();
        }
    }

    /** Ends the session once what was sent before has left and an upgrade under way has ended. An opening one is given up. */
    void close(ClientEnd end, long now) {
        switch (state) {
            case OPENING -> opening.giveUp(new ConnectFailure.ClosedEarly(transport, -1, "given up"), now);
            case OPEN -> {
                state = ClientEngineState.CLOSING;
                closing = end;
                if (end.reason() == CloseReason.PARSE_ERROR) {
                    heartbeat.limit(ClientUpgrade.LIMIT_NANOS, now);
                }
                finishIfDrained(now);
            }
            case IDLE, CLOSING, CLOSED -> {}
        }
    }

    /** A poll was answered with 200. */
    public void onPollAnswer(Bytes body, String contentType, long now) {
        if (state == ClientEngineState.CLOSED) {
            return;
        }
        polling = false;
        List<EnginePacket> packets = state == ClientEngineState.OPENING
                ? opening.answered(body, contentType, now)
                : framing().decodePayload(ClientOpening.payload(body, contentType));
        packets.forEach(packet -> onPacket(packet, now));
        continuePolling(now);
    }

    private void continuePolling(long now) {
        if (!state.isUp() || transport != Transport.POLLING || polling) {
            return;
        }
        if (upgrade.isPausing()) {
            switchIfQuiet(now);
        } else {
            polling = true;
            links.poll(sid);
        }
    }

    /** A POST was answered with 200. */
    public void onPosted(long now) {
        outbox.posted();
        if (state == ClientEngineState.CLOSED) {
            return;
        }
        if (upgrade.isPausing()) {
            switchIfQuiet(now);
        } else {
            flush();
        }
        finishIfDrained(now);
    }

    /** A text message came over the WebSocket that carries the session. */
    public void onText(Bytes raw, long now) {
        onPacket(framing().decodeText(raw), now);
    }

    /** A binary message came over the WebSocket that carries the session. */
    public void onBinary(Bytes raw, long now) {
        onPacket(framing().decodeBinary(raw), now);
    }

    /** Whether the WebSocket that carries the session takes more. */
    public void onWritable(boolean writable, long now) {
        outbox.setWritable(writable);
        flush();
        finishIfDrained(now);
    }

    /** The transport failed, or took too long to open. */
    public void onFailed(ConnectFailure failure, long now) {
        if (state == ClientEngineState.OPENING) {
            opening.fail(failure, now);
        } else if (state.isUp()) {
            onBroken(failure, now);
        }
    }

    /** As the reference's client does it, a server that may still be there is told (engine.io-client 6.6, Socket._onError). */
    private void onBroken(ConnectFailure failure, long now) {
        events.broken(failure);
        if (failure instanceof ConnectFailure.Post) {
            outbox.posted();
        }
        if (state.isUp()) {
            leave(ClientEnd.of(failure), now);
        }
    }

    /** The WebSocket that carries the session was closed by the server or lost. {@code code} is -1 where none came. */
    public void onClosed(int code, String reason, long now) {
        if (state == ClientEngineState.OPENING) {
            opening.fail(new ConnectFailure.ClosedEarly(transport, code, reason), now);
        } else if (state.isUp()) {
            lose(ClientEnd.webSocketClosed(code, reason), now);
        }
    }

    /** The WebSocket of the upgrade is open. */
    public void onProbeOpened() {
        upgrade.onOpened();
    }

    /** A text message came over the WebSocket of the upgrade. */
    public void onProbeText(Bytes raw, long now) {
        if (!upgrade.isProbing()) {
            return;
        }
        if (upgrade.onText(raw)) {
            switchIfQuiet(now);
        } else {
            onProbeFailed(new ConnectFailure.Other(Transport.WEBSOCKET, "probe error"), now);
        }
    }

    /** The WebSocket of the upgrade failed or was closed. */
    public void onProbeFailed(ConnectFailure failure, long now) {
        if (!upgrade.isRunning() || !state.isUp()) {
            return;
        }
        upgrade.cancel();
        events.upgradeFailed(failure);
        continuePolling(now);
        flush();
        finishIfDrained(now);
    }

    /** One of the engine's timers fired. */
    public void onTimer(ClientTimer.OfEngine timer, long now) {
        switch (timer) {
            case ClientTimer.Probe probe -> onProbeFailed(ClientUpgrade.TOO_LATE, now);
            case ClientTimer.Heartbeat beat -> checkHeartbeat(now);
            case ClientTimer.Ping ping -> sendPing(now);
            case ClientTimer.Settle settle -> opening.waited(now);
        }
    }

    /** Ends the session if the server's sign of life is overdue. */
    void checkHeartbeat(long now) {
        if (isAlive(now)) {
            heartbeat.remindAgain(now);
        } else if (state.isUp()) {
            leave(ClientEnd.NO_HEARTBEAT, now);
        }
    }

    private void sendPing(long now) {
        if (state.isUp()) {
            heartbeat.sent(now);
            outbox.addPing();
            flush();
        }
    }

    private void onPacket(EnginePacket packet, long now) {
        if (state == ClientEngineState.OPENING && opening.takes(packet, now) || state == ClientEngineState.CLOSED) {
            return;
        }
        heartbeat.heard(now);
        switch (packet) {
            case EnginePacket.Open again ->
                told.fault(transport, ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0), again.raw());
            case EnginePacket.Message message -> events.message(message, transport, now);
            case EnginePacket.BinaryMessage message -> events.message(message, transport, now);
            case EnginePacket.Ping ping -> onPing(ping, now);
            case EnginePacket.Close close -> onClose(close, now);
            case EnginePacket.Malformed malformed -> onMalformed(malformed, now);
            case EnginePacket.Pong pong -> onPong(pong, now);
            case EnginePacket.Upgrade ignored -> told.received(transport, ignored);
            case EnginePacket.Noop noop -> told.received(transport, noop);
        }
    }

    private void begin(EnginePacket.Open open, Handshake handshake, long now) {
        state = ClientEngineState.OPEN;
        sid = handshake.sid();
        maxPayload = handshake.maxPayload();
        heartbeat.begin(framing().version(), handshake.pingIntervalMs(), handshake.pingTimeoutMs(), now);
        opening.route().works(transport);
        told.opened(transport, framing().version(), handshake, open);
        corked = true;
        opening.version().tell(events);
        events.opened(handshake, transport, now);
        corked = false;
        if (state == ClientEngineState.OPEN && opening.route().mayUpgrade(transport, handshake)) {
            upgrade.begin(sid);
        }
        flush();
    }

    private void onPing(EnginePacket ping, long now) {
        told.received(transport, ping);
        if (framing().version() == EngineVersion.V3) {
            return;
        }
        heartbeat.beat(now);
        outbox.addPong();
        flush();
        events.ping();
    }

    private void onPong(EnginePacket pong, long now) {
        told.received(transport, pong);
        if (framing().version() == EngineVersion.V3) {
            heartbeat.beat(now);
            events.ping();
        }
    }

    /** Over WebSocket the packet means nothing to the reference: there the WebSocket's own end is the end. */
    private void onClose(EnginePacket close, long now) {
        told.received(transport, close);
        if (transport == Transport.POLLING) {
            lose(ClientEnd.BY_SERVER, now);
        }
    }

    /** The reference's client calls this a server error and closes with "transport error" (engine.io-client, _onPacket). */
    private void onMalformed(EnginePacket.Malformed malformed, long now) {
        told.fault(transport, malformed.fault(), malformed.raw());
        onBroken(new ConnectFailure.BrokenPacket(transport, malformed.fault()), now);
    }

    private void flush() {
        if (state.isUp() && !corked && !upgrade.isPausing()) {
            outbox.flush(transport, sid, maxPayload);
        }
    }

    private void switchIfQuiet(long now) {
        if (polling || outbox.isPosting()) {
            return;
        }
        upgrade.complete();
        transport = Transport.WEBSOCKET;
        opening.route().works(transport);
        told.link(transport, new LinkChange.Upgraded(Transport.POLLING, Transport.WEBSOCKET));
        events.upgraded(Transport.POLLING, Transport.WEBSOCKET);
        flush();
        finishIfDrained(now);
    }

    private void finishIfDrained(long now) {
        if (closing != null && state == ClientEngineState.CLOSING && outbox.isDrained() && !upgrade.isPausing()) {
            leave(closing, now);
        }
    }

    /** Tells the server that the session ends, as far as the transport can at this moment. */
    private void leave(ClientEnd end, long now) {
        upgrade.cancel();
        if (transport == Transport.POLLING) {
            outbox.postClose(sid);
        }
        links.finish();
        over(end, now);
    }

    private void lose(ClientEnd end, long now) {
        links.abort();
        over(end, now);
    }

    /** Hears the opening. */
    private final class Opened implements ClientOpening.Outcome {
        @Override
        public void dialing(Transport first) {
            transport = first;
            polling = first == Transport.POLLING;
        }

        @Override
        public void begun(EnginePacket.Open open, Handshake handshake, long now) {
            begin(open, handshake, now);
        }

        @Override
        public void givenUp(ConnectFailure failure, long now) {
            state = ClientEngineState.CLOSED;
            links.abort();
            told.failed(failure);
            events.failed(failure, now);
        }
    }

    private void over(ClientEnd found, long now) {
        ClientEnd end = closing == null ? found : closing;
        state = ClientEngineState.CLOSED;
        upgrade.cancel();
        heartbeat.stop();
        outbox.clear();
        told.link(transport, end.asChange());
        events.closed(end.reason(), end.detail(), now);
    }
}
