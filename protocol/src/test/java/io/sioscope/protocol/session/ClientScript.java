package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.JsonArguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client's session with a network and a clock made by hand. Whatever the session does is a line; a test gives inputs and
 * reads the lines that came of them.
 */
final class ClientScript {
    static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":100}";
    static final String OPEN_UPGRADABLE = OPEN.replace("[]", "[\"websocket\"]");

    private final List<String> lines = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Map<String, ClientTimer> timers = new TreeMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final ClientManager manager;
    private final boolean tapped;
    private ClientEngine engine;
    private long now = TimeUnit.HOURS.toNanos(1);

    private ClientScript(List<Transport> transports, Reconnection reconnection, boolean tapped) {
        this(options(ClientEngineOptions.of(transports, true), reconnection, ClientSocketOptions.DEFAULT), tapped);
    }

    private static ClientManager.Options options(
            ClientEngineOptions engine, Reconnection reconnection, ClientSocketOptions sockets) {
        return new ClientManager.Options(
                engine, reconnection, sockets, PacketParser.JSON, Map.of("q", "1 2"), 20_000, ScanLimits.DEFAULT);
    }

    private ClientScript(ClientManager.Options options, boolean tapped) {
        this.tapped = tapped;
        this.manager = new ClientManager(
                options,
                made -> {
                    engine = made;
                    return new Links();
                },
                new Timers(),
                new Told(),
                () -> 0.0);
    }

    static ClientScript polling() {
        return new ClientScript(List.of(Transport.POLLING), Reconnection.DEFAULT, false);
    }

    static ClientScript upgrading() {
        return new ClientScript(List.of(Transport.POLLING, Transport.WEBSOCKET), Reconnection.DEFAULT, false);
    }

    static ClientScript webSocket(Reconnection reconnection) {
        return new ClientScript(List.of(Transport.WEBSOCKET), reconnection, false);
    }

    /** Without reconnection. */
    static ClientScript of(ClientEngineOptions engine) {
        return new ClientScript(options(engine, Reconnection.OFF, ClientSocketOptions.DEFAULT), false);
    }

    /** Over WebSocket. */
    static ClientScript of(ClientSocketOptions sockets) {
        ClientEngineOptions engine = ClientEngineOptions.of(List.of(Transport.WEBSOCKET), true);
        return new ClientScript(options(engine, Reconnection.DEFAULT, sockets), false);
    }

    /** A server 1.x or 2.x over the transport, its revision chosen. */
    static ClientScript older(Transport transport) {
        return of(new ClientEngineOptions(EngineChoice.V3, false, List.of(transport), true, false, false));
    }

    /** The revision is found out. */
    static ClientScript detecting(Transport transport) {
        return of(new ClientEngineOptions(EngineChoice.DETECT, false, List.of(transport), true, false, false));
    }

    static ClientScript tapped() {
        return new ClientScript(List.of(Transport.WEBSOCKET), Reconnection.DEFAULT, true);
    }

    /** The lines since the last call. */
    List<String> lines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** The names of the events that were told to leave, in order. */
    List<String> left() {
        return List.copyOf(left);
    }

    ClientScript skip() {
        lines.clear();
        return this;
    }

    ClientManager manager() {
        return manager;
    }

    ClientEngine engine() {
        return engine;
    }

    long now() {
        return now;
    }

    ClientScript pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        return this;
    }

    ClientNamespace socket(String name) {
        return manager.namespace(name, new Socket(name));
    }

    ClientScript connect(String name) {
        socket(name).connect(now);
        return this;
    }

    ClientScript polled(String body) {
        engine.onPollAnswer(Bytes.utf8(body), "text/plain", now);
        return this;
    }

    ClientScript posted() {
        engine.onPosted(now);
        return this;
    }

    ClientScript text(String message) {
        engine.onText(Bytes.utf8(message), now);
        return this;
    }

    ClientScript probeText(String message) {
        engine.onProbeText(Bytes.utf8(message), now);
        return this;
    }

    ClientScript emit(String name, String event, String json) {
        socket(name).emit(ClientEmission.of(event, JsonArguments.text(Bytes.utf8(json))), now);
        return this;
    }

    ClientScript emit(String name, String event, Arguments arguments) {
        socket(name).emit(ClientEmission.of(event, arguments), now);
        return this;
    }

    /** From now on a handler of {@code event} emits {@code answer}. */
    ClientScript answer(String event, String answer) {
        answers.put(event, answer);
        return this;
    }

    ClientScript emitWithAck(String name, String event, long timeoutMs) {
        return emitWithAck(name, event, TimeUnit.MILLISECONDS.toNanos(timeoutMs), new Waiter(event, true));
    }

    /** With a callback that has no error as its first parameter. */
    ClientScript emitWithPlainAck(String name, String event, long timeoutMs) {
        return emitWithAck(name, event, TimeUnit.MILLISECONDS.toNanos(timeoutMs), new Waiter(event, false));
    }

    /** For as long as the options say. */
    ClientScript emitWithAck(String name, String event) {
        return emitWithAck(name, event, ClientEmission.DEFAULT_TIMEOUT, new Waiter(event, true));
    }

    private ClientScript emitWithAck(String name, String event, long timeoutNanos, Waiter waiter) {
        socket(name).emit(new ClientEmission(event, Arguments.NONE, waiter, timeoutNanos, true, false), now);
        return this;
    }

    ClientScript emitVolatile(String name, String event) {
        socket(name).emit(new ClientEmission(event, Arguments.NONE, null, ClientEmission.DEFAULT_TIMEOUT, true, true), now);
        return this;
    }

    private final class Waiter implements ClientEmission.AckWaiter {
        private final String event;
        private final boolean hearsOfEnds;

        Waiter(String event, boolean hearsOfEnds) {
            this.event = event;
            this.hearsOfEnds = hearsOfEnds;
        }

        @Override
        public void answered(Arguments arguments) {
            lines.add(event + " answered " + arguments.values());
        }

        @Override
        public void timedOut() {
            lines.add(event + " timed out");
        }

        @Override
        public void disconnected() {
            lines.add(event + " lost");
        }

        @Override
        public boolean hearsOfEnds() {
            return hearsOfEnds;
        }
    }

    /** Fires the running timer of that name, after as much time as it was started with unless time passed already. */
    ClientScript fire(String name) {
        ClientTimer timer = timers.remove(name);
        if (timer == null) {
            throw new AssertionError(name + " does not run; these do: " + timers.keySet());
        }
        manager.onTimer(timer, now);
        return this;
    }

    boolean runs(String name) {
        return timers.containsKey(name);
    }

    private static String name(ClientTimer timer) {
        return switch (timer) {
            case ClientTimer.Heartbeat heartbeat -> "heartbeat " + heartbeat.engine();
            case ClientTimer.Ping ping -> "ping " + ping.engine();
            case ClientTimer.Settle settle -> "settle " + settle.engine();
            case ClientTimer.Probe probe -> "probe " + probe.engine();
            case ClientTimer.Connect ignored -> "connect";
            case ClientTimer.Reconnect ignored -> "reconnect";
            case ClientTimer.Ack ack -> "ack " + ack.namespace() + " " + ack.ackId();
        };
    }

    private static String shown(ClientOutgoing packet) {
        return packet.binary() ? "<" + packet.raw().length() + " bytes>" : packet.raw().utf8();
    }

    private final class Timers implements ClientTimers {
        @Override
        public void start(ClientTimer timer, long delayNanos) {
            timers.put(name(timer), timer);
            if (timer instanceof ClientTimer.Reconnect) {
                lines.add("reconnect in " + TimeUnit.NANOSECONDS.toMillis(delayNanos));
            }
        }

        @Override
        public void cancel(ClientTimer timer) {
            timers.remove(name(timer));
        }
    }

    private final class Links implements ClientLinks {
        @Override
        public @Nullable ClientTap tap() {
            return tapped ? new Tap() : null;
        }

        @Override
        public void openPolling() {
            lines.add("GET");
        }

        @Override
        public void openWebSocket() {
            lines.add("WS");
        }

        @Override
        public void poll(String sid) {
            lines.add("GET " + sid);
        }

        @Override
        public void post(String sid, List<ClientOutgoing> packets) {
            lines.add("POST " + sid + " "
                    + packets.stream().map(ClientScript::shown).collect(Collectors.joining(" | ")));
        }

        @Override
        public void write(ClientOutgoing packet) {
            lines.add("ws " + shown(packet));
        }

        @Override
        public void openProbe(String sid) {
            lines.add("probe " + sid);
        }

        @Override
        public void writeProbe(Bytes packet) {
            lines.add("probe> " + packet.utf8());
        }

        @Override
        public void adoptProbe() {
            lines.add("adopt");
        }

        @Override
        public void closeProbe() {
            lines.add("drop probe");
        }

        @Override
        public void finish() {
            lines.add("finish");
        }

        @Override
        public void abort() {
            lines.add("abort");
        }
    }

    private final class Told implements ClientManagerEvents {
        @Override
        public void versionFound(VersionFound found) {
            lines.add("* found " + found.version() + " " + found.how());
        }

        @Override
        public void opened(String engineId, Transport transport) {
            lines.add("* open " + engineId);
        }

        @Override
        public void error(ConnectFailure failure) {
            lines.add("* error " + failure.getClass().getSimpleName());
        }

        @Override
        public void closed(CloseReason reason, CloseDetail detail) {
            lines.add("* close " + reason.text());
        }

        @Override
        public void ping() {
            lines.add("* ping");
        }

        @Override
        public void upgraded(Transport from, Transport to) {
            lines.add("* upgraded");
        }

        @Override
        public void upgradeFailed(ConnectFailure failure) {
            lines.add("* upgrade failed");
        }

        @Override
        public void reconnecting(int attempt, long delayMs) {
            lines.add("* reconnecting " + attempt + " " + delayMs);
        }

        @Override
        public void reconnectAttempt(int attempt) {
            lines.add("* reconnect_attempt " + attempt);
        }

        @Override
        public void reconnectError(ConnectFailure failure) {
            lines.add("* reconnect_error");
        }

        @Override
        public void reconnected(int attempt) {
            lines.add("* reconnect " + attempt);
        }

        @Override
        public void reconnectFailed() {
            lines.add("* reconnect_failed");
        }
    }

    private final class Socket implements ClientNamespace.Events {
        private final String name;

        Socket(String name) {
            this.name = name;
        }

        @Override
        public void connected(String sid, boolean recovered) {
            lines.add(name + " connect " + sid + (recovered ? " recovered" : ""));
        }

        @Override
        public void refused(String message, Optional<com.fasterxml.jackson.databind.JsonNode> data) {
            lines.add(name + " refused " + message + data.map(value -> " " + value).orElse(""));
        }

        @Override
        public void olderServer() {
            lines.add(name + " older server");
        }

        @Override
        public void unreachable(ConnectFailure failure) {
            lines.add(name + " connect_error " + failure.message());
        }

        @Override
        public void disconnected(CloseReason reason, CloseDetail detail) {
            String fault = detail.fault().map(it -> " " + it.code()).orElse("");
            lines.add(name + " disconnect " + reason.text() + fault);
        }

        @Override
        public void leaving(SocketPacket.Event event) {
            left.add(event.name());
        }

        @Override
        public void event(SocketPacket.Event event) {
            lines.add(name + " event " + event.name() + " " + event.arguments().values());
            String answer = answers.get(event.name());
            if (answer != null) {
                emit(name, answer, "");
            }
        }
    }

    /** Writes what a capture would hold, as {@code tap} lines. */
    private final class Tap implements ClientTap {
        @Override
        public void opened(Transport transport, EngineVersion version, Handshake handshake) {
            lines.add("tap opened " + handshake.sid());
        }

        @Override
        public void engine(Direction direction, Transport transport, EnginePacket packet) {
            lines.add("tap " + direction + " " + packet.kind());
        }

        @Override
        public void packet(
                Direction direction,
                Transport transport,
                String socket,
                SocketPacket packet,
                Bytes raw,
                List<Bytes> attachments) {
            lines.add("tap " + direction + " " + packet.kind() + " " + packet.namespace() + " [" + socket + "] "
                    + raw.utf8() + " +" + attachments.size());
        }

        @Override
        public void fault(Transport transport, String namespace, ProtocolFault fault, Bytes raw, boolean binary) {
            lines.add("tap fault " + fault.code());
        }

        @Override
        public void link(Transport transport, LinkChange change) {
            lines.add("tap link " + change.getClass().getSimpleName());
        }

        @Override
        public void failed(ConnectFailure failure) {
            lines.add("tap failed");
        }
    }
}
