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
    /** How long an upgrade may take; the server's own default (upgradeTimeout). The reference's client waits for ever. */
    static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /**
     * How a session is opened.
     *
     * @param transports at least one; the first opens the session
     * @param upgrade whether a polling session moves to WebSocket where both sides can
     */
    public record Options(List<Transport> transports, boolean upgrade) {
        /** Keeps a copy of the list. */
        public Options {
            transports = List.copyOf(transports);
        }
    }

    /** Hears what becomes of the session. */
    public interface Events {
        /** The handshake is done. What is sent during this call leaves together. */
        void opened(Handshake handshake, Transport transport, long now);

        /** A message came: {@link EnginePacket.Message} or {@link EnginePacket.BinaryMessage}. */
        void message(EnginePacket message, Transport transport, long now);

        /** The server's heartbeat came. */
        void ping();

        /** The session moved to another transport. */
        void upgraded(Transport from, Transport to);

        /** The upgrade failed; the session goes on as it was. */
        void upgradeFailed(ConnectFailure failure);

        /** The session was never open. */
        void failed(ConnectFailure failure, long now);

        /** The session was open and has ended. */
        void closed(CloseReason reason, CloseDetail detail, long now);
    }

    private enum State {
        IDLE,
        OPENING,
        OPEN,
        CLOSING,
        CLOSED
    }

    private enum Upgrade {
        NONE,
        PROBING,
        PAUSING
    }

    private final long number;
    private final Options options;
    private final ClientLinks links;
    private final ClientTimers timers;
    private final Events events;
    private final @Nullable ClientTap tap;
    private final ClientWriteBuffer buffer = new ClientWriteBuffer();
    private State state = State.IDLE;
    private Upgrade upgrade = Upgrade.NONE;
    private Transport transport;
    private String sid = "";
    private long maxPayload;
    private long heartbeatNanos;
    private long deadline;
    private boolean polling;
    private boolean posting;
    private boolean writable = true;
    private boolean corked;

    /**
     * An engine that has not begun.
     *
     * @param number tells its timers from those of other engines
     * @param tap null where nothing is captured
     */
    public ClientEngine(
            long number,
            XX
        this.number = number;
        this.options = options;
        this.transport = options.transports().getFirst();
        this.timers = timers;
        this.events = events;
        this.tap = tap;
        this.links = links.linksOf(this);
    }

    /** The session's id; empty before it is open. */
    public String sid() {
        return sid;
    }

    /** What carries the session, or will. */
    public Transport transport() {
        return transport;
    }

    /** Begins. */
    public void open() {
        state = State.OPENING;
        if (tap != null) {
            tap.connecting();
        }
        if (transport == Transport.POLLING) {
            polling = true;
            links.openPolling();
        } else {
            links.openWebSocket();
        }
    }

    /** Whether the server's heartbeat is not overdue; a late timer may not have told yet. */
    public boolean isAlive(long now) {
        return isUp() && now - deadline < 0;
    }

    /** Sends a packet, or keeps it until it can be. Dropped once the session is closing. */
    public void send(ClientOutgoing packet) {
        if (state == State.OPEN) {
            buffer.add(packet);
            flush();
        }
    }

    /**
     * Ends the session ("forced close") once what was sent before has left and an upgrade under way has ended. An opening one
     * is given up.
     */
    public void close(long now) {
        switch (state) {
            case OPENING -> {
                links.abort();
                fail(new ConnectFailure.ClosedEarly(transport, -1, "given up"), now);
            }
            case OPEN -> {
                state = State.CLOSING;
                finishIfDrained(now);
            }
            case IDLE, CLOSING, CLOSED -> {}
        }
    }

    /** Gives the opening up for a reason that the session's owner found, such as its time limit. */
    public void giveUp(ConnectFailure failure, long now) {
        if (state == State.OPENING) {
            links.abort();
            fail(failure, now);
        }
    }

    /** Ends the session at once for a reason that the layer above found; the server is told. */
    public void end(CloseReason reason, CloseDetail detail, long now) {
        if (isUp()) {
            leave();
            over(reason, detail, now);
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
            links.abort();
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
        if (upgrade == Upgrade.PAUSING) {
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
        posting = false;
        if (upgrade == Upgrade.PAUSING) {
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
        this.writable = writable;
        flush();
        finishIfDrained(now);
    }

    /** The transport failed. */
    public void onFailed(ConnectFailure failure, long now) {
        if (state == State.OPENING) {
            links.abort();
            fail(failure, now);
        } else if (isUp()) {
            links.abort();
            over(CloseReason.TRANSPORT_ERROR, ClientWords.detailOf(failure), now);
        }
    }

    /** The WebSocket that carries the session was closed by the server or lost. {@code code} is -1 where none came. */
    public void onClosed(int code, String reason, long now) {
        if (state == State.OPENING) {
            links.abort();
            fail(new ConnectFailure.ClosedEarly(transport, code, reason), now);
        } else if (isUp()) {
            links.abort();
            over(CloseReason.TRANSPORT_CLOSE, CloseDetail.of(ClientWords.websocketClosed(reason), code), now);
        }
    }

    /** The WebSocket of the upgrade is open. */
    public void onProbeOpened() {
        if (upgrade == Upgrade.PROBING) {
            writeProbe(new EnginePacket.Ping(EngineV4Codec.PROBE_PING));
        }
    }

    /** A text message came over the WebSocket of the upgrade. */
    public void onProbeText(Bytes raw, long now) {
        if (upgrade != Upgrade.PROBING) {
            return;
        }
        EnginePacket packet = EngineV4Codec.decodeText(raw);
        if (tap != null) {
            tap.engine(Direction.TO_CLIENT, Transport.WEBSOCKET, packet);
        }
        if (raw.equals(EngineV4Codec.PROBE_PONG)) {
            upgrade = Upgrade.PAUSING;
            switchIfQuiet(now);
        } else {
            onProbeFailed(new ConnectFailure.Other(Transport.WEBSOCKET, "probe error"), now);
        }
    }

    /** The WebSocket of the upgrade failed or was closed. */
    public void onProbeFailed(ConnectFailure failure, long now) {
        if (upgrade == Upgrade.NONE || !isUp()) {
            return;
        }
        endUpgrade();
        links.closeProbe();
        events.upgradeFailed(failure);
        continuePolling(now);
        flush();
        finishIfDrained(now);
    }

    /** One of the engine's timers fired. */
    public void onTimer(ClientTimer timer, long now) {
        if (timer instanceof ClientTimer.Probe) {
            long millis = TimeUnit.NANOSECONDS.toMillis(PROBE_NANOS);
            onProbeFailed(new ConnectFailure.Timeout(Transport.WEBSOCKET, millis), now);
        } else if (timer instanceof ClientTimer.Heartbeat && isUp()) {
            if (isAlive(now)) {
                timers.start(timer, deadline - now);
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
            links.abort();
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
            case EnginePacket.Pong ignored -> told(ignored);
            case EnginePacket.Upgrade ignored -> told(ignored);
            case EnginePacket.Noop ignored -> told(ignored);
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
                links.abort();
                fail(new ConnectFailure.HandshakeBroken(transport, broken.fault(), start(open.raw())), now);
            }
            case Handshake.Decoding.Read read -> begin(open, read.handshake(), now);
        }
    }

    private void begin(EnginePacket.Open open, Handshake handshake, long now) {
        state = State.OPEN;
        sid = handshake.sid();
        maxPayload = handshake.maxPayload();
        heartbeatNanos =
                TimeUnit.MILLISECONDS.toNanos(handshake.pingIntervalMs() + handshake.pingTimeoutMs());
        restartHeartbeat(now);
        if (tap != null) {
            tap.opened(transport, handshake);
            tap.engine(Direction.TO_CLIENT, transport, open);
        }
        corked = true;
        events.opened(handshake, transport, now);
        corked = false;
        if (state == State.OPEN && mayUpgrade(handshake)) {
            upgrade = Upgrade.PROBING;
            timers.start(new ClientTimer.Probe(number), PROBE_NANOS);
            links.openProbe(sid);
        }
        flush();
    }

    private boolean mayUpgrade(Handshake handshake) {
        return options.upgrade()
                && transport == Transport.POLLING
                && options.transports().contains(Transport.WEBSOCKET)
                && handshake.upgrades().contains(Transport.WEBSOCKET.label());
    }

    private void onPing(EnginePacket ping, long now) {
        told(ping);
        restartHeartbeat(now);
        buffer.add(new ClientOutgoing.Control(new EnginePacket.Pong(EngineV4Codec.PONG)));
        flush();
        events.ping();
    }

    private void onClose(EnginePacket close, long now) {
        told(close);
        links.abort();
        over(CloseReason.TRANSPORT_CLOSE, CloseDetail.of("transport closed by the server"), now);
    }

    /** The reference's client calls this a server error and closes with "transport error" (engine.io-client, _onPacket). */
    private void onMalformed(EnginePacket.Malformed malformed, long now) {
        fault(malformed.fault(), malformed.raw());
        leave();
        over(CloseReason.TRANSPORT_ERROR, CloseDetail.of(malformed.fault()), now);
    }

    private void fault(ProtocolFault fault, Bytes raw) {
        if (tap != null) {
            tap.fault(transport, "", fault, raw, false);
        }
    }

    private void restartHeartbeat(long now) {
        deadline = now + heartbeatNanos;
        timers.start(new ClientTimer.Heartbeat(number), heartbeatNanos);
    }

    private void flush() {
        if (!isUp() || corked || upgrade == Upgrade.PAUSING || buffer.isEmpty()) {
            return;
        }
        if (transport == Transport.WEBSOCKET) {
            writeWhileWritable();
        } else if (!posting) {
            List<ClientOutgoing> batch = buffer.takeBatch(maxPayload);
            posting = true;
            batch.forEach(this::tellSent);
            links.post(sid, batch);
        }
    }

    private void writeWhileWritable() {
        while (writable) {
            ClientOutgoing packet = buffer.next();
            if (packet == null) {
                return;
            }
            tellSent(packet);
            links.write(packet);
        }
    }

    private void tellSent(ClientOutgoing packet) {
        if (tap == null) {
            return;
        }
        switch (packet) {
            case ClientOutgoing.Control control -> tap.engine(Direction.TO_SERVER, transport, control.packet());
            case ClientOutgoing.Text text ->
                tap.packet(
                        Direction.TO_SERVER, transport, text.socket(), text.packet(), text.raw(), text.attachments());
            case ClientOutgoing.Attachment ignored -> {}
        }
    }

    private void writeProbe(EnginePacket packet) {
        if (tap != null) {
            tap.engine(Direction.TO_SERVER, Transport.WEBSOCKET, packet);
        }
        links.writeProbe(packet.raw());
    }

    private void switchIfQuiet(long now) {
        if (polling || posting) {
            return;
        }
        writeProbe(new EnginePacket.Upgrade(EngineV4Codec.UPGRADE));
        endUpgrade();
        links.adoptProbe();
        transport = Transport.WEBSOCKET;
        if (tap != null) {
            tap.link(transport, new LinkChange.Upgraded(Transport.POLLING, Transport.WEBSOCKET));
        }
        events.upgraded(Transport.POLLING, Transport.WEBSOCKET);
        flush();
        finishIfDrained(now);
    }

    private void endUpgrade() {
        upgrade = Upgrade.NONE;
        timers.cancel(new ClientTimer.Probe(number));
    }

    private void finishIfDrained(long now) {
        if (state == State.CLOSING && buffer.isEmpty() && !posting && upgrade != Upgrade.PAUSING) {
            leave();
            over(CloseReason.FORCED_CLOSE, CloseDetail.NONE, now);
        }
    }

    /** Tells the server that the session ends, as far as the transport can at this moment. */
    private void leave() {
        if (upgrade != Upgrade.NONE) {
            links.closeProbe();
        }
        if (transport == Transport.POLLING && !posting) {
            ClientOutgoing close = new ClientOutgoing.Control(new EnginePacket.Close(EngineV4Codec.CLOSE));
            tellSent(close);
            links.post(sid, List.of(close));
        }
        links.finish();
    }

    private void fail(ConnectFailure failure, long now) {
        state = State.CLOSED;
        if (tap != null) {
            tap.failed(failure);
        }
        events.failed(failure, now);
    }

    private void over(CloseReason reason, CloseDetail detail, long now) {
        state = State.CLOSED;
        endUpgrade();
        timers.cancel(new ClientTimer.Heartbeat(number));
        buffer.clear();
        if (tap != null) {
            tap.link(transport, new LinkChange.Closed(reason.text(), detail.description()));
        }
        events.closed(reason, detail, now);
    }

    private static String start(Bytes body) {
        return body.utf8(0, Math.min(body.length(), ConnectFailure.BODY_START));
    }
}
