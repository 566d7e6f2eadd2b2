package io.sioscope.emulator.http;

import io.netty.channel.EventLoop;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ServerControl;
import io.sioscope.protocol.session.ServerInput;
import io.sioscope.protocol.session.ServerMessage;
import io.sioscope.protocol.session.ServerOutput;
import io.sioscope.protocol.session.ServerTimer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what a session wants done: answers its requests, writes its WebSocket, runs its timers. On the session's loop. */
final class LinkOutput implements ServerOutput {
    private final EventLoop loop;
    private final @Nullable LinkTap tap;
    private final Consumer<EngineLink> onClosed;
    private final Map<ServerTimer, Future<?>> timers = new EnumMap<>(ServerTimer.class);
    private @Nullable EngineLink link;
    private EngineApplication.@Nullable Session application;
    private @Nullable HttpExchange poll;
    private @Nullable HttpExchange arrivingPoll;
    private @Nullable HttpExchange post;
    private @Nullable HttpExchange arrivingPost;
    private @Nullable WebSocketFront socket;
    private @Nullable WebSocketFront probe;
    private @Nullable WebSocketFront arrivingProbe;

    LinkOutput(EventLoop loop, @Nullable LinkTap tap, Consumer<EngineLink> onClosed) {
        this.loop = loop;
        this.tap = tap;
        this.onClosed = onClosed;
    }

    /** Completes the circle of link, output and application; before any input. */
    void attach(EngineLink link, EngineApplication.Session application, @Nullable WebSocketFront socket) {
        this.link = link;
        this.application = application;
        this.socket = socket;
    }

    EngineApplication.Session application() {
        return attached(application);
    }

    private static <T> T attached(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before it was attached");
        }
        return part;
    }

    void arrivingPoll(HttpExchange exchange) {
        arrivingPoll = exchange;
    }

    void pollSettled() {
        if (arrivingPoll != null) {
            poll = arrivingPoll;
            arrivingPoll = null;
        }
    }

    boolean isWaitingPoll(HttpExchange exchange) {
        return poll == exchange;
    }

    void forgetPoll() {
        poll = null;
    }

    void arrivingPost(HttpExchange exchange) {
        arrivingPost = exchange;
    }

    void postSettled() {
        if (arrivingPost != null) {
            post = arrivingPost;
            arrivingPost = null;
        }
    }

    boolean isRunningPost(HttpExchange exchange) {
        return post == exchange;
    }

    void forgetPost() {
        post = null;
    }

    void arrivingProbe(WebSocketFront front) {
        arrivingProbe = front;
    }

    void probeSettled() {
        if (arrivingProbe != null) {
            probe = arrivingProbe;
            arrivingProbe = null;
        }
    }

    boolean isSocket(WebSocketFront front) {
        return socket == front;
    }

    boolean isProbe(WebSocketFront front) {
        return probe == front;
    }

    void forgetProbe() {
        probe = null;
    }

    void tooLarge(Transport transport, long size) {
        if (tap != null) {
            tap.tooLarge(transport, size);
        }
    }

    void flush() {
        if (socket != null) {
            socket.flush();
        }
    }

    private void tapSent(ServerMessage message, Transport transport) {
        if (tap == null) {
            return;
        }
        if (message instanceof ServerControl control) {
            tap.packet(Direction.TO_CLIENT, transport, control.packet());
        } else {
            application().sent(message, transport);
        }
    }

    @Override
    public void answerPoll(List<ServerMessage> messages) {
        pollSettled();
        HttpExchange exchange = poll;
        poll = null;
        List<EngineRecord> records = new ArrayList<>(messages.size());
        boolean compress = false;
        for (ServerMessage message : messages) {
            compress |= message.compress();
            tapSent(message, Transport.POLLING);
            if (!message.text().isEmpty()) {
                records.add(EngineRecord.text(message.text()));
            }
            message.attachments().forEach(data -> records.add(EngineRecord.binary(data)));
        }
        if (exchange != null) {
            LinkForm form = attached(link).form();
            exchange.answerPoll(form.answer(form.framing().encodePayload(records)), compress);
        }
    }

    @Override
    public void refusePoll() {
        if (arrivingPoll != null) {
            arrivingPoll.answerEmpty(400);
            arrivingPoll = null;
        }
    }

    @Override
    public void answerPost(boolean accepted) {
        if (post != null) {
            HttpExchange exchange = post;
            post = null;
            if (accepted) {
                exchange.answerPost();
            } else {
                exchange.answerEmpty(400);
            }
        }
    }

    @Override
    public void refusePost() {
        if (arrivingPost != null) {
            arrivingPost.answerEmpty(400);
            arrivingPost = null;
        }
    }

    @Override
    public void write(ServerMessage message) {
        tapSent(message, Transport.WEBSOCKET);
        if (socket != null) {
            socket.write(message);
        }
    }

    @Override
    public boolean isWritable() {
        return socket != null && socket.isWritable();
    }

    @Override
    public void closeSocket() {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void writeProbe(ServerMessage message) {
        tapSent(message, Transport.WEBSOCKET);
        if (probe != null) {
            probe.write(message);
            probe.flush();
        }
    }

    @Override
    public void closeProbe() {
        probeSettled();
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }

    @Override
    public void refuseProbe() {
        if (arrivingProbe != null) {
            arrivingProbe.close();
            arrivingProbe = null;
        }
    }

    @Override
    public void upgraded() {
        socket = probe;
        probe = null;
        attached(link).transport(Transport.WEBSOCKET);
        if (tap != null) {
            tap.upgraded(Transport.POLLING, Transport.WEBSOCKET);
        }
        application().upgraded(Transport.POLLING, Transport.WEBSOCKET);
    }

    @Override
    public void startTimer(ServerTimer timer, long nanos) {
        stopTimer(timer);
        EngineLink owner = attached(link);
        ServerInput.TimerFired fired = new ServerInput.TimerFired(timer);
        timers.put(timer, loop.schedule(() -> owner.timer(fired), nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public void stopTimer(ServerTimer timer) {
        Future<?> running = timers.remove(timer);
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public void text(Bytes raw) {
        application().text(raw);
    }

    @Override
    public void binary(Bytes data) {
        application().binary(data);
    }

    @Override
    public void received(EnginePacket packet) {
        if (tap != null) {
            boolean probe = packet instanceof EnginePacket.Upgrade || packet.raw().equals(EngineV4Codec.PROBE_PING);
            Transport transport = probe ? Transport.WEBSOCKET : attached(link).transport();
            tap.packet(Direction.TO_SERVER, transport, packet);
        }
    }

    @Override
    public void fault(ProtocolFault fault, Bytes raw, boolean binary) {
        if (tap != null) {
            tap.fault(attached(link).transport(), fault, raw, binary);
        }
    }

    @Override
    public void closed(CloseReason reason) {
        EngineLink owner = attached(link);
        answerPost(false);
        refusePost();
        refusePoll();
        onClosed.accept(owner);
        application().closed(reason);
        if (tap != null) {
            tap.closed(owner.transport(), reason.text());
        }
        flush();
    }
}
