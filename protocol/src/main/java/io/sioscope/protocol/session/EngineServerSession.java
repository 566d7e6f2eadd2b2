package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's side of one Engine.IO session of either version: heartbeat, one poll and one POST at a time, upgrade, close. Does no
 * I/O and reads no clock; time comes as {@link ServerInput.TimerFired}. One thread at a time.
 *
 * <p>The behaviour is that of engine.io 6.6 (server/socket.ts, transports/polling.ts), except where its own documentation of
 * the protocol asks for better: a close packet over WebSocket ends the session at once, and a broken POST is answered 400.
 */
public final class EngineServerSession {
    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private final Handshake handshake;
    private final EngineFraming framing;
    private final ServerEngineOptions options;
    private final ServerHeartbeat heartbeat;
    private final ServerUpgrade upgrade;
    private final ArrayDeque<ServerMessage> buffer = new ArrayDeque<>(1);
    private long bufferedBytes;
    private Transport transport;
    private State state = State.OPEN;
    private CloseReason closingReason = CloseReason.FORCED_CLOSE;
    private String closeDetail = "";
    private boolean opening;
    private boolean pollWaiting;
    private boolean postRunning;

    /** A session that begins on {@code transport}; {@link Signal#OPENED} sets it going. */
    public EngineServerSession(
            Handshake handshake, EngineFraming framing, Transport transport, ServerEngineOptions options) {
        this.handshake = handshake;
        this.framing = framing;
        this.transport = transport;
        this.options = options;
        this.heartbeat = new ServerHeartbeat(framing.version(), options);
        this.upgrade = new ServerUpgrade(options);
    }

    /** What carries the session now. */
    public Transport transport() {
        return transport;
    }

    /** Whether the session is over. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** What the transport failed of, in the reference's words where it has some; empty where it did not fail. */
    public String closeDetail() {
        return closeDetail;
    }

    /** Takes one input. Never throws on what a peer sent; does nothing once the session is over. */
    public void on(ServerInput input, ServerOutput out) {
        if (state == State.CLOSED) {
            return;
        }
        switch (input) {
            case ServerInput.SocketText text -> socketText(text.raw(), out);
            case ServerInput.SocketBinary binary -> socketBinary(binary.data(), out);
            case ServerInput.Send send -> send(send.message(), out);
            case Signal signal -> signal(signal, out);
            case ServerInput.PostBody post -> postBody(post.payload(), out);
            case ServerInput.ProbeText probe -> probeText(probe.raw(), out);
            case ServerInput.TimerFired fired -> timer(fired.timer(), out);
            case ServerInput.Close close -> close(close.reason(), close.discard(), out);
        }
    }

    private void signal(Signal signal, ServerOutput out) {
        switch (signal) {
            case OPENED -> opened(out);
            case POLL -> poll(out);
            case POLL_ABORTED -> {
                pollWaiting = false;
                fail("poll connection closed prematurely", out);
            }
            case POST_BEGUN -> postBegun(out);
            case POST_ABORTED -> {
                postRunning = false;
                fail("data request connection closed prematurely", out);
            }
            case POST_UNACCEPTABLE -> {
                answerPost(false, out);
                fail("invalid content", out);
            }
            case POST_TOO_LARGE -> postRunning = false;
            case POST_VOID -> answerPost(true, out);
            case FLUSH -> flush(out);
            case SOCKET_CLOSED -> end(CloseReason.TRANSPORT_CLOSE, ServerControl.CLOSE, out);
            case SOCKET_FAILED -> fail("the WebSocket broke a rule or a limit", out);
            case PROBE_OPENED -> upgrade.arrived(transport, out);
            case PROBE_FAILED -> upgrade.failed(out);
            case PROBE_CLOSED -> upgrade.gone(out);
        }
    }

    private void opened(ServerOutput out) {
        heartbeat.expect(out);
        opening = transport == Transport.POLLING;
        put(new ServerControl(new EnginePacket.Open(handshake.encode())), out);
    }

    private void send(ServerMessage message, ServerOutput out) {
        if (state == State.OPEN && !(message.isVolatile() && wouldWait(out))) {
            put(message, out);
        }
    }

    /** Then volatile messages are dropped (socket.io 4.8, client.ts). */
    private boolean wouldWait(ServerOutput out) {
        return transport == Transport.WEBSOCKET ? !out.isWritable() : !pollWaiting;
    }

    private void put(ServerMessage message, ServerOutput out) {
        if (transport == Transport.WEBSOCKET) {
            out.write(message);
            return;
        }
        buffer.add(message);
        bufferedBytes += message.size();
        if (bufferedBytes > options.maxBuffered()) {
            fail("more waits for the client's poll than may wait", out);
        }
    }

    private void flush(ServerOutput out) {
        if (transport == Transport.POLLING && pollWaiting && !buffer.isEmpty()) {
            release(taken(), out);
        }
    }

    private List<ServerMessage> taken() {
        List<ServerMessage> messages = new ArrayList<>(buffer);
        buffer.clear();
        bufferedBytes = 0;
        return messages;
    }

    private void release(List<ServerMessage> messages, ServerOutput out) {
        pollWaiting = false;
        out.answerPoll(messages);
    }

    private void poll(ServerOutput out) {
        if (transport != Transport.POLLING) {
            out.refusePoll();
        } else if (pollWaiting) {
            out.refusePoll();
            fail("overlap from client", out);
        } else {
            pollWaiting = true;
            answer(out);
        }
    }

    /** What the reference says to a poll at once: the open packet alone, the end alone but for a noop, or all that waits. */
    private void answer(ServerOutput out) {
        if (opening) {
            opening = false;
            ServerMessage open = buffer.remove();
            bufferedBytes -= open.size();
            release(List.of(open), out);
        } else if (state == State.CLOSING && buffer.isEmpty()) {
            release(List.of(ServerControl.NOOP, ServerControl.CLOSE), out);
            end(closingReason, ServerControl.CLOSE, out);
        } else {
            flush(out);
        }
    }

    private void postBegun(ServerOutput out) {
        if (transport != Transport.POLLING) {
            out.refusePost();
        } else if (postRunning) {
            out.refusePost();
            fail("data request overlap from client", out);
        } else {
            postRunning = true;
        }
    }

    private void answerPost(boolean accepted, ServerOutput out) {
        postRunning = false;
        out.answerPost(accepted);
    }

    private void postBody(EnginePayload payload, ServerOutput out) {
        if (transport != Transport.POLLING) {
            answerPost(false, out);
            return;
        }
        List<EnginePacket> packets = framing.decodePayload(payload);
        answerPost(!(packets.getLast() instanceof EnginePacket.Malformed), out);
        for (EnginePacket packet : packets) {
            if (state == State.CLOSED) {
                return;
            }
            receive(packet, out);
        }
        flush(out);
    }

    private void socketText(Bytes raw, ServerOutput out) {
        if (!raw.isEmpty() && raw.at(0) == '4') {
            deliverText(raw, out);
        } else {
            receive(framing.decodeText(raw), out);
        }
    }

    private void socketBinary(Bytes data, ServerOutput out) {
        if (framing.version() == EngineVersion.V4) {
            deliverBinary(data, out);
        } else {
            olderBinary(framing.decodeBinary(data), out);
        }
    }

    /** The reference reads over a binary message of no type that it knows. */
    private void olderBinary(EnginePacket packet, ServerOutput out) {
        if (packet instanceof EnginePacket.Malformed malformed) {
            out.fault(malformed.fault(), malformed.raw(), true);
        } else {
            receive(packet, out);
        }
    }

    private void deliverBinary(Bytes data, ServerOutput out) {
        if (state == State.OPEN) {
            heartbeat.heard(out);
            out.binary(data);
        }
    }

    private void deliverText(Bytes raw, ServerOutput out) {
        if (state == State.OPEN) {
            heartbeat.heard(out);
            out.text(raw);
        }
    }

    private void receive(EnginePacket packet, ServerOutput out) {
        switch (packet) {
            case EnginePacket.Message message -> deliverText(message.raw(), out);
            case EnginePacket.BinaryMessage binary -> deliverBinary(binary.raw(), out);
            case EnginePacket.Pong pong -> pong(pong, out);
            case EnginePacket.Ping ping -> ping(ping, out);
            case EnginePacket.Close close -> {
                out.received(close);
                // No close for the waiting poll: the client is the one that closes.
                end(CloseReason.TRANSPORT_CLOSE, ServerControl.NOOP, out);
            }
            case EnginePacket.Malformed malformed -> {
                out.fault(malformed.fault(), malformed.raw(), false);
                if (state == State.OPEN) {
                    end(CloseReason.PARSE_ERROR, ServerControl.CLOSE, out);
                }
            }
            case EnginePacket.Open _, EnginePacket.Upgrade _, EnginePacket.Noop _ -> {
                out.received(packet);
                if (state == State.OPEN) {
                    heartbeat.heard(out);
                }
            }
        }
    }

    private void ping(EnginePacket.Ping ping, ServerOutput out) {
        if (framing.version() == EngineVersion.V4) {
            wrongDirection(ping, out);
        } else {
            out.received(ping);
            if (state == State.OPEN) {
                heartbeat.expect(out);
                put(ServerControl.PONG, out);
            }
        }
    }

    private void pong(EnginePacket.Pong pong, ServerOutput out) {
        if (framing.version() == EngineVersion.V3) {
            wrongDirection(pong, out);
        } else {
            out.received(pong);
            if (state == State.OPEN) {
                heartbeat.answered(out);
            }
        }
    }

    private void wrongDirection(EnginePacket packet, ServerOutput out) {
        out.fault(ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0), packet.raw(), false);
        if (state == State.OPEN) {
            fail("invalid heartbeat direction", out);
        }
    }

    private void probeText(Bytes raw, ServerOutput out) {
        if (!upgrade.isSwitch(raw, out)) {
            return;
        }
        if (pollWaiting) {
            // The end of the transport, not of the session: clients switch with no poll under way.
            release(List.of(ServerControl.CLOSE), out);
        }
        transport = Transport.WEBSOCKET;
        out.upgraded();
        taken().forEach(out::write);
        if (state == State.CLOSING) {
            end(closingReason, ServerControl.CLOSE, out);
        }
    }

    private void timer(ServerTimer timer, ServerOutput out) {
        switch (timer) {
            case PING_INTERVAL -> {
                heartbeat.asked(out);
                send(ServerControl.PING, out);
                flush(out);
            }
            case PING_TIMEOUT -> end(CloseReason.PING_TIMEOUT, ServerControl.CLOSE, out);
            case UPGRADE_TIMEOUT -> upgrade.failed(out);
            case UPGRADE_CHECK -> {
                out.startTimer(ServerTimer.UPGRADE_CHECK, ServerEngineOptions.UPGRADE_CHECK);
                if (pollWaiting) {
                    release(List.of(ServerControl.NOOP), out);
                }
            }
            case CLOSE_TIMEOUT -> end(closingReason, ServerControl.CLOSE, out);
        }
    }

    private void close(CloseReason reason, boolean discard, ServerOutput out) {
        if (discard) {
            end(reason, ServerControl.CLOSE, out);
        } else if (state == State.OPEN) {
            state = State.CLOSING;
            closingReason = reason;
            if (transport == Transport.WEBSOCKET) {
                end(reason, ServerControl.CLOSE, out);
            } else {
                out.startTimer(ServerTimer.CLOSE_TIMEOUT, ServerEngineOptions.CLOSE_TIMEOUT);
                closeOnPoll(out);
            }
        }
    }

    /** Never beside what is queued: the JavaScript client acts on a close at once, but on such packets only later. */
    private void closeOnPoll(ServerOutput out) {
        if (buffer.isEmpty() && pollWaiting) {
            end(closingReason, ServerControl.CLOSE, out);
        } else {
            flush(out);
        }
    }

    private void fail(String detail, ServerOutput out) {
        closeDetail = detail;
        end(CloseReason.TRANSPORT_ERROR, ServerControl.CLOSE, out);
    }

    /** A waiting poll takes what was sent in this burst, as the reference would have answered it before. */
    private void end(CloseReason reason, ServerMessage toPoll, ServerOutput out) {
        state = State.CLOSED;
        List<ServerMessage> last = buffer.isEmpty() ? List.of(toPoll) : taken();
        for (ServerTimer timer : ServerTimer.values()) {
            out.stopTimer(timer);
        }
        if (pollWaiting) {
            release(last, out);
        }
        if (transport == Transport.WEBSOCKET) {
            out.closeSocket();
        }
        upgrade.ended(out);
        out.closed(reason);
    }
}
