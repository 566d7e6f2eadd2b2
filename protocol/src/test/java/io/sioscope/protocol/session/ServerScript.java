package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A server's session and what it said since the last look, line by line. */
final class ServerScript implements ServerOutput {
    private static final ServerEngineOptions OPTIONS = new ServerEngineOptions(25, 20, 10, 1_000);

    private final List<String> lines = new ArrayList<>();
    private final EngineServerSession session;

    ServerScript(Transport transport, List<String> upgrades) {
        this(EngineFraming.V4, transport, upgrades);
    }

    ServerScript(EngineFraming framing, Transport transport, List<String> upgrades) {
        session = new EngineServerSession(
                new Handshake("abc", upgrades, 25_000, 20_000, 1_000_000), framing, transport, OPTIONS);
    }

    /** What it said since the last look. */
    List<String> lines() {
        return lines;
    }

    /** The session itself. */
    EngineServerSession session() {
        return session;
    }

    void opened() {
        in(Signal.OPENED);
        if (session.transport() == Transport.POLLING) {
            in(Signal.POLL);
        }
    }

    ServerScript in(ServerInput input) {
        lines.clear();
        session.on(input, this);
        return this;
    }

    void says(String... expected) {
        assertThat(lines).containsExactly(expected);
    }

    /** As {@link #says}, without the timers that an end stops. */
    void ends(String... expected) {
        List<String> told = new ArrayList<>(lines);
        List<String> stops = new ArrayList<>();
        for (ServerTimer timer : ServerTimer.values()) {
            stops.add("stop " + timer);
        }
        int at = Collections.lastIndexOfSubList(told, stops);
        assertThat(at).as("all timers are stopped in %s", told).isNotNegative();
        told.subList(at, at + stops.size()).clear();
        assertThat(told).containsExactly(expected);
        assertThat(session.isClosed()).isTrue();
    }

    private static String shown(ServerMessage message) {
        return message.text().utf8()
                + message.attachments().stream().map(part -> "+" + part.utf8()).collect(Collectors.joining());
    }

    @Override
    public void answerPoll(List<ServerMessage> messages) {
        lines.add("answer-poll " + messages.stream().map(ServerScript::shown).collect(Collectors.joining(" ")));
    }

    @Override
    public void refusePoll() {
        lines.add("refuse-poll");
    }

    @Override
    public void answerPost(boolean accepted) {
        lines.add("answer-post " + accepted);
    }

    @Override
    public void refusePost() {
        lines.add("refuse-post");
    }

    @Override
    public void write(ServerMessage message) {
        lines.add("write " + shown(message));
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void closeSocket() {
        lines.add("close-socket");
    }

    @Override
    public void writeProbe(ServerMessage message) {
        lines.add("write-probe " + shown(message));
    }

    @Override
    public void closeProbe() {
        lines.add("close-probe");
    }

    @Override
    public void refuseProbe() {
        lines.add("refuse-probe");
    }

    @Override
    public void upgraded() {
        lines.add("upgraded");
    }

    @Override
    public void startTimer(ServerTimer timer, long nanos) {
        lines.add("start " + timer + " " + nanos);
    }

    @Override
    public void stopTimer(ServerTimer timer) {
        lines.add("stop " + timer);
    }

    @Override
    public void text(Bytes raw) {
        lines.add("text " + raw.utf8());
    }

    @Override
    public void binary(Bytes data) {
        lines.add("binary " + data.utf8());
    }

    @Override
    public void received(EnginePacket packet) {
        lines.add("received " + packet.kind());
    }

    @Override
    public void fault(ProtocolFault fault, Bytes raw, boolean binary) {
        lines.add("fault " + fault.code() + " " + raw.utf8());
    }

    @Override
    public void closed(CloseReason reason) {
        lines.add("closed " + reason.text());
    }

    static ServerInput text(String raw) {
        return new ServerInput.SocketText(Bytes.utf8(raw));
    }

    static ServerInput probe(String raw) {
        return new ServerInput.ProbeText(Bytes.utf8(raw));
    }

    static ServerInput post(String body) {
        return new ServerInput.PostBody(new EnginePayload(Bytes.utf8(body), false));
    }

    static ServerInput timer(ServerTimer timer) {
        return new ServerInput.TimerFired(timer);
    }

    private record Message(Bytes text, List<Bytes> attachments) implements ServerMessage {}

    static ServerInput send(String text, String... attachments) {
        return new ServerInput.Send(
                new Message(Bytes.utf8(text), List.of(attachments).stream().map(Bytes::utf8).toList()));
    }
}
