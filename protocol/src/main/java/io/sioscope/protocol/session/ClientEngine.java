package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The client side of one Engine.IO 4 session: handshake, polling, heartbeat, upgrade, close, as engine.io-client 6.6 does
 * them. Takes inputs, each with the monotonic time in nanoseconds, and speaks to {@link ClientLinks}. Used once; one thread.
 * After its end every input is ignored.
 */
public final class ClientEngine {
    private enum State {
        IDLE,
        OPENING,
        OPEN,
        CLOSING,
        CLOSED
    }

    private final ClientEngineOptions options;
    private final ClientLinks links;
    private final ClientEngineEvents events;
    private final @Nullable ClientTap tap;
    private final ClientOutbox outbox;
    private final ClientUpgrade upgrade;
    private final ClientHeartbeat heartbeat;
    private State state = State.IDLE;
    private Transport transport;
    private String sid = "";
    private long maxPayload;
    private boolean polling;
    private boolean corked;

    /**
     * An engine that has not begun.
     *
     * @param number tells its timers from those of other engines
     */
    public ClientEngine(
            long number,
            ClientEngineOptions options,
            ClientLinks.Factory links,
            ClientTimers timers,
            ClientEngineEvents events) {
        this.options = options;
        this.transport = options.first();
        this.events = events;
        this.links = links.linksOf(this);
        this.tap = this.links.tap();
        this.outbox = new ClientOutbox(this.links, tap);
        this.upgrade = new ClientUpgrade(number, this.links, timers, tap);
        this.heartbeat = new ClientHeartbeat(number, timers);
    }

    @Nullable ClientTap tap() {
        return tap;
    }

    /** What carries the session, or will. */
    public Transport transport() {
        return transport;
    }

    /** Begins. */
    public void open() {
        state = State.OPENING;
        if (transport == Transport.POLLING) {
            polling = true;
            links.openPolling();
        } else {
            links.openWebSocket();
        }
    }

    /** Whether the server's heartbeat is not overdue; a late timer may not have told yet. */
    public boolean isAlive(long now) {
        return isUp() && !heartbeat.isOverdue(now);
    }

    /** Sends a packet, or keeps it until it can be. Dropped once the session is closing. */
    public void send(ClientOutgoing packet) {
        if (state == State.OPEN) {
            outbox.add(packet);
            flush();
        }
    }

    /**
     * Ends the session ("forced close") once what was sent before has left and an upgrade under way has ended. An opening one
     * is given up.
     */
    public void close(long now) {
        switch (state) {
            case OPENING -> fail(new ConnectFailure.ClosedEarly(transport, -1, "given up"), now);
            case OPEN -> {
                state = State.CLOSING;
                finishIfDrained(now);
            }
            case IDLE, CLOSING, CLOSED -> {}
        }
    }

    /** Ends the session at once for a reason that the layer above found; the server is told. */
    public void end(CloseReason reason, CloseDetail detail, long now) {
        if (isUp()) {
            leave(reason, detail, now);
        }
    }

    /** A poll was answered with 200. */
    public void onPollAnswer(Bytes body, String contentType, long now) {
        if (state == State.CLOSED) {
            return;
        }
        polling = false;
        List<EnginePacket> packets = EngineV4Codec.decodePayload(body);
        if (state == State.OPENING && packets.getFirst() instanceof EnginePacket.Malformed) {
            fail(new ConnectFailure.NotEngineIo(transport, contentType, start(body)), now);
            return;
        }
        for (EnginePacket packet : packets) {
            if (state == State.CLOSED) {
                return;
            }
            onPacket(packet, now);
        }
        continuePolling(now);
    }

    private void continuePolling(long now) {
        if (!isUp() || transport != Transport.POLLING || polling) {
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
        if (state == State.CLOSED) {
            return;
        }
        outbox.posted();
        if (upgrade.isPausing()) {
            switchIfQuiet(now);
        } else {
            flush();
        }
        finishIfDrained(now);
    }

    /** A text message came over the WebSocket that carries the session. */
    public void onText(Bytes raw, long now) {
        if (state != State.CLOSED) {
            onPacket(EngineV4Codec.decodeText(raw), now);
        }
    }

    /** A binary message came over the WebSocket that carries the session. */
    public void onBinary(Bytes raw, long now) {
        if (state != State.CLOSED) {
            onPacket(new EnginePacket.BinaryMessage(raw), now);
        }
    }

    /** Whether the WebSocket that carries the session takes more. */
    public void onWritable(boolean writable, long now) {
        outbox.setWritable(writable);
        flush();
        finishIfDrained(now);
    }

    /** The transport failed, or took too long to open. */
    public void onFailed(ConnectFailure failure, long now) {
        if (state == State.OPENING) {
            fail(failure, now);
        } else if (isUp()) {
            lose(CloseReason.TRANSPORT_ERROR, ClientWords.detailOf(failure), now);
        }
    }

    /** The WebSocket that carries the session was closed by the server or lost. {@code code} is -1 where none came. */
    public void onClosed(int code, String reason, long now) {
        if (state == State.OPENING) {
            fail(new ConnectFailure.ClosedEarly(transport, code, reason), now);
        } else if (isUp()) {
            lose(CloseReason.TRANSPORT_CLOSE, CloseDetail.of(ClientWords.websocketClosed(reason), code), now);
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
        if (!upgrade.isRunning() || !isUp()) {
            return;
        }
        upgrade.cancel();
        events.upgradeFailed(failure);
        continuePolling(now);
        flush();
        finishIfDrained(now);
    }

    /** One of the engine's timers fired. */
    public void onTimer(ClientTimer timer, long now) {
        if (timer instanceof ClientTimer.Probe) {
            long millis = TimeUnit.NANOSECONDS.toMillis(ClientUpgrade.LIMIT_NANOS);
            onProbeFailed(new ConnectFailure.Timeout(Transport.WEBSOCKET, millis), now);
        } else if (timer instanceof ClientTimer.Heartbeat && isUp()) {
            if (isAlive(now)) {
                heartbeat.remindAgain(now);
            } else {
                end(CloseReason.PING_TIMEOUT, CloseDetail.NONE, now);
            }
        }
    }

    private boolean isUp() {
        return state == State.OPEN || state == State.CLOSING;
    }

    private void onPacket(EnginePacket packet, long now) {
        if (state == State.OPENING && !(packet instanceof EnginePacket.Open)) {
            ProtocolFault fault = ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0);
            fail(new ConnectFailure.HandshakeBroken(transport, fault, start(packet.raw())), now);
            return;
        }
        switch (packet) {
            case EnginePacket.Open open -> onOpen(open, now);
            case EnginePacket.Message message -> events.message(message, transport, now);
            case EnginePacket.BinaryMessage message -> events.message(message, transport, now);
            case EnginePacket.Ping ping -> onPing(ping, now);
            case EnginePacket.Close close -> onClose(close, now);
            case EnginePacket.Malformed malformed -> onMalformed(malformed, now);
            case EnginePacket.Pong pong -> told(pong);
            case EnginePacket.Upgrade ignored -> told(ignored);
            case EnginePacket.Noop noop -> told(noop);
        }
    }

    private void told(EnginePacket packet) {
        if (tap != null) {
            tap.engine(Direction.TO_CLIENT, transport, packet);
        }
    }

    private void onOpen(EnginePacket.Open open, long now) {
        if (state != State.OPENING) {
            fault(ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0), open.raw());
            return;
        }
        switch (Handshake.decode(open.raw())) {
            case Handshake.Decoding.Broken broken -> {
                fault(broken.fault(), open.raw());
                fail(new ConnectFailure.HandshakeBroken(transport, broken.fault(), start(open.raw())), now);
            }
            case Handshake.Decoding.Read read -> begin(open, read.handshake(), now);
        }
    }

    private void begin(EnginePacket.Open open, Handshake handshake, long now) {
        state = State.OPEN;
        sid = handshake.sid();
        maxPayload = handshake.maxPayload();
        heartbeat.begin(handshake.pingIntervalMs(), handshake.pingTimeoutMs(), now);
        if (tap != null) {
            tap.opened(transport, handshake);
            tap.engine(Direction.TO_CLIENT, transport, open);
        }
        corked = true;
        events.opened(handshake, transport, now);
        corked = false;
        if (state == State.OPEN && options.mayUpgrade(transport, handshake)) {
            upgrade.begin(sid);
        }
        flush();
    }

    private void onPing(EnginePacket ping, long now) {
        told(ping);
        heartbeat.beat(now);
        outbox.addPong();
        flush();
        events.ping();
    }

    private void onClose(EnginePacket close, long now) {
        told(close);
        lose(CloseReason.TRANSPORT_CLOSE, CloseDetail.of("transport closed by the server"), now);
    }

    /** The reference's client calls this a server error and closes with "transport error" (engine.io-client, _onPacket). */
    private void onMalformed(EnginePacket.Malformed malformed, long now) {
        fault(malformed.fault(), malformed.raw());
        leave(CloseReason.TRANSPORT_ERROR, CloseDetail.of(malformed.fault()), now);
    }

    private void fault(ProtocolFault fault, Bytes raw) {
        if (tap != null) {
            tap.fault(transport, "", fault, raw, false);
        }
    }

    private void flush() {
        if (isUp() && !corked && !upgrade.isPausing()) {
            outbox.flush(transport, sid, maxPayload);
        }
    }

    private void switchIfQuiet(long now) {
        if (polling || outbox.isPosting()) {
            return;
        }
        upgrade.complete();
        transport = Transport.WEBSOCKET;
        if (tap != null) {
            tap.link(transport, new LinkChange.Upgraded(Transport.POLLING, Transport.WEBSOCKET));
        }
        events.upgraded(Transport.POLLING, Transport.WEBSOCKET);
        flush();
        finishIfDrained(now);
    }

    private void finishIfDrained(long now) {
        if (state == State.CLOSING && outbox.isDrained() && !upgrade.isPausing()) {
            leave(CloseReason.FORCED_CLOSE, CloseDetail.NONE, now);
        }
    }

    /** Tells the server that the session ends, as far as the transport can at this moment. */
    private void leave(CloseReason reason, CloseDetail detail, long now) {
        upgrade.cancel();
        if (transport == Transport.POLLING) {
            outbox.postClose(sid);
        }
        links.finish();
        over(reason, detail, now);
    }

    private void lose(CloseReason reason, CloseDetail detail, long now) {
        links.abort();
        over(reason, detail, now);
    }

    private void fail(ConnectFailure failure, long now) {
        state = State.CLOSED;
        links.abort();
        if (tap != null) {
            tap.failed(failure);
        }
        events.failed(failure, now);
    }

    private void over(CloseReason reason, CloseDetail detail, long now) {
        state = State.CLOSED;
        upgrade.cancel();
        heartbeat.stop();
        outbox.clear();
        if (tap != null) {
            tap.link(transport, new LinkChange.Closed(reason.text(), detail.description()));
        }
        events.closed(reason, detail, now);
    }

    private static String start(Bytes body) {
        return body.utf8(0, Math.min(body.length(), ConnectFailure.BODY_START));
    }
}
