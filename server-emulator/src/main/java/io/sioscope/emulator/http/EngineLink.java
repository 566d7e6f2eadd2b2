package io.sioscope.emulator.http;

import io.netty.channel.EventLoop;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.EngineServerSession;
import io.sioscope.protocol.session.ServerInput;
import io.sioscope.protocol.session.ServerInput.Signal;
import io.sioscope.protocol.session.ServerMessage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One Engine.IO session of the host and its home, the event loop of its handshake. The public methods may be called from any
 * thread; what one thread sends keeps its order.
 */
public final class EngineLink {
    private final String id;
    private final EventLoop loop;
    private final HandshakeRequest request;
    private final LinkForm form;
    private final EngineServerSession session;
    private final LinkOutput out;
    private volatile Transport transport;
    private boolean answered;
    private boolean inBurst;
    private boolean flushScheduled;

    EngineLink(
            String id,
            EventLoop loop,
            HandshakeRequest request,
            LinkForm form,
            EngineServerSession session,
            LinkOutput out) {
        this.id = id;
        this.loop = loop;
        this.request = request;
        this.form = form;
        this.session = session;
        this.out = out;
        this.transport = session.transport();
    }

    /** The session id. */
    public String id() {
        return id;
    }

    /** The request that opened the session. */
    public HandshakeRequest request() {
        return request;
    }

    /** Whether the answer that is about to go out is the session's first. On the loop; true once. */
    boolean isFirstAnswer() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    /** How its bodies are written. */
    LinkForm form() {
        return form;
    }

    /** What carries the session now. */
    public Transport transport() {
        return transport;
    }

    /** What the transport failed of; empty where it did not fail. On the loop. */
    public String closeDetail() {
        return session.closeDetail();
    }

    /** The session's event loop; what is handed to it from one thread runs in order. Refuses nothing while the host runs. */
    public Executor loop() {
        return loop;
    }

    /** Whether the caller is on the session's event loop. */
    public boolean inLoop() {
        return loop.inEventLoop();
    }

    /** Runs something on the session's event loop: now if the caller is on it. Dropped once the host has ended. */
    public void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            enqueue(task);
        }
    }

    /** Runs something on the session's event loop, after what waits there already. Dropped once the host has ended. */
    public void enqueue(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException hostEnded) {
            // Nothing can be sent or received any more, and every session has been told its end.
            return;
        }
    }

    /** Runs something on the session's event loop later; {@code nanos} from now. */
    public Future<?> schedule(Runnable task, long nanos) {
        return loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** Sends a message; dropped once the session is closing. */
    public void send(ServerMessage message) {
        run(() -> sendNow(message));
    }

    /** As {@link #send}, by a caller on the session's event loop. */
    public void sendNow(ServerMessage message) {
        session.on(new ServerInput.Send(message), out);
        scheduleFlush();
    }

    /** Ends the session; {@code discard} drops what waits to be sent. */
    public void close(CloseReason reason, boolean discard) {
        run(() -> {
            session.on(new ServerInput.Close(reason, discard), out);
            out.flush();
        });
    }

    void open() {
        session.on(Signal.OPENED, out);
        out.application().opened();
        scheduleFlush();
    }

    void timer(ServerInput.TimerFired fired) {
        session.on(fired, out);
        out.flush();
    }

    void transport(Transport now) {
        this.transport = now;
    }

    /** What was sent in this burst goes out together: at its end, or after what is queued on the loop already. */
    private void scheduleFlush() {
        if (!inBurst && !flushScheduled) {
            flushScheduled = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        session.on(Signal.FLUSH, out);
        out.flush();
    }

    void poll(HttpExchange exchange) {
        exchange.heldBy(this);
        run(() -> {
            if (session.isClosed()) {
                exchange.refuse(EngineError.UNKNOWN_SID);
            } else {
                out.arrivingPoll(exchange);
                session.on(Signal.POLL, out);
                out.pollSettled();
            }
        });
    }

    void postBegun(HttpExchange exchange) {
        exchange.heldBy(this);
        run(() -> {
            if (session.isClosed()) {
                exchange.refuse(EngineError.UNKNOWN_SID);
            } else {
                out.arrivingPost(exchange);
                session.on(Signal.POST_BEGUN, out);
                out.postSettled();
            }
        });
    }

    void postBody(HttpExchange exchange, Bytes body, boolean octets) {
        run(() -> {
            if (out.isRunningPost(exchange)) {
                session.on(
                        form.request(body, octets)
                                .<ServerInput>map(ServerInput.PostBody::new)
                                .orElse(Signal.POST_VOID),
                        out);
            }
        });
    }

    /** The running POST cannot go on, for the reason that {@code signal} names. */
    void postEnded(HttpExchange exchange, Signal signal, long size) {
        run(() -> {
            if (out.isRunningPost(exchange)) {
                if (signal == Signal.POST_TOO_LARGE) {
                    out.tooLarge(Transport.POLLING, size);
                    out.forgetPost();
                }
                session.on(signal, out);
            }
        });
    }

    /** The connection of a request went away before it was answered. */
    void aborted(HttpExchange exchange) {
        run(() -> {
            if (out.isRunningPost(exchange)) {
                session.on(Signal.POST_ABORTED, out);
            } else if (out.isWaitingPoll(exchange)) {
                out.forgetPoll();
                session.on(Signal.POLL_ABORTED, out);
            }
        });
    }

    /** The peer of a request sends nothing more: takes it for gone once what waits here for an answer has had it. */
    void inputEnded(HttpExchange exchange) {
        aborted(exchange);
        run(exchange::hangUp);
    }

    void probeOpened(WebSocketFront front) {
        run(() -> {
            if (session.isClosed()) {
                front.close();
            } else {
                out.arrivingProbe(front);
                session.on(Signal.PROBE_OPENED, out);
                out.probeSettled();
            }
        });
    }

    void received(WebSocketFront front, boolean text, Bytes data) {
        if (!loop.inEventLoop()) {
            run(() -> {
                receivedNow(front, text, data);
                scheduleFlush();
            });
            return;
        }
        inBurst = true;
        receivedNow(front, text, data);
    }

    private void receivedNow(WebSocketFront front, boolean text, Bytes data) {
        if (out.isSocket(front)) {
            session.on(text ? new ServerInput.SocketText(data) : new ServerInput.SocketBinary(data), out);
        } else if (out.isProbe(front)) {
            session.on(text ? new ServerInput.ProbeText(data) : Signal.PROBE_FAILED, out);
        }
    }

    void burstEnded(WebSocketFront front) {
        if (loop.inEventLoop() && inBurst) {
            inBurst = false;
            out.flush();
        }
    }

    void socketGone(WebSocketFront front, boolean failed) {
        run(() -> {
            inBurst = false;
            if (out.isSocket(front)) {
                session.on(failed ? Signal.SOCKET_FAILED : Signal.SOCKET_CLOSED, out);
            } else if (out.isProbe(front)) {
                session.on(failed ? Signal.PROBE_FAILED : Signal.PROBE_CLOSED, out);
                out.forgetProbe();
            }
        });
    }

    void socketFailed(WebSocketFront front, boolean tooLarge) {
        run(() -> {
            if (tooLarge) {
                out.tooLarge(Transport.WEBSOCKET, -1);
            }
            socketGone(front, true);
        });
    }
}
