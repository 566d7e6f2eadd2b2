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
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Transcripts: what goes into a session, and line by line what it wants done. */
class EngineServerSessionTest {
    private static final ServerEngineOptions OPTIONS = new ServerEngineOptions(25, 20, 10, 1_000);

    private final Script polling = new Script(Transport.POLLING, List.of("websocket"));
    private final Script socket = new Script(Transport.WEBSOCKET, List.of());

    @Test
    void opensOnPolling() {
        polling.in(Signal.OPENED).says("start PING_INTERVAL 25");
        polling.in(Signal.POLL)
                .says("answer-poll 0{\"sid\":\"abc\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                        + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
    }

    @Test
    void answersTheFirstPollWithTheOpenPacketAlone() {
        polling.in(Signal.OPENED);
        polling.in(send("440")).says();
        polling.in(Signal.POLL);
        assertThat(polling.lines).singleElement().asString().startsWith("answer-poll 0{").endsWith("}");
        polling.in(Signal.POLL).says("answer-poll 440");
    }

    @Test
    void closesOnAPollThatWaits() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false))
                .ends("start CLOSE_TIMEOUT 30000000000", "answer-poll 1", "closed forced close");
    }

    @Test
    void opensOnWebSocketWithoutUpgrades() {
        socket.in(Signal.OPENED)
                .says(
                        "start PING_INTERVAL 25",
                        "write 0{\"sid\":\"abc\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,"
                                + "\"maxPayload\":1000000}");
    }

    @Test
    void timesTheNextPingFromThePong() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("3")).says("received pong", "stop PING_TIMEOUT", "start PING_INTERVAL 25");
    }

    @Test
    void endsWithoutAPong() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(timer(ServerTimer.PING_TIMEOUT)).ends("close-socket", "closed ping timeout");
        socket.in(text("4late")).says();
    }

    @Test
    void waitsOnceMoreForThePongOfAClientThatSpeaks() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("4first")).says("start PING_TIMEOUT 20", "text 4first");
        socket.in(text("4second")).says("text 4second");
        socket.in(text("3"));
        socket.in(text("4third")).says("text 4third");
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(new ServerInput.SocketBinary(Bytes.utf8("raw"))).says("start PING_TIMEOUT 20", "binary raw");
        socket.in(text("3"));
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("6")).says("received noop", "start PING_TIMEOUT 20");
    }

    @Test
    void leavesTheHeartbeatToAClientOfVersion3() {
        Script older = new Script(EngineFraming.V3, Transport.WEBSOCKET, List.of());
        older.in(Signal.OPENED);
        assertThat(older.lines).startsWith("start PING_TIMEOUT 45");
        older.in(text("2")).says("received ping", "start PING_TIMEOUT 45", "write 3");
        older.in(new ServerInput.SocketBinary(Bytes.wrap(new byte[] {4, 'x'}))).says("binary x");
        older.in(text("b4eA==")).says("binary x");
        older.in(text("3")).ends("fault ENGINE_UNEXPECTED_TYPE 3", "close-socket", "closed transport error");
    }

    @Test
    void endsAClientOfVersion3WithoutAPing() {
        Script older = new Script(EngineFraming.V3, Transport.POLLING, List.of());
        older.opened();
        older.in(Signal.POST_BEGUN).in(post("1:26:4hello")).says("answer-post true", "received ping", "start PING_TIMEOUT 45", "text 4hello");
        older.in(timer(ServerTimer.PING_TIMEOUT)).ends("closed ping timeout");
    }

    @Test
    void takesAClientsPingForAnError() {
        socket.opened();
        assertThat(socket.session.closeDetail()).isEmpty();
        socket.in(text("2")).ends("fault ENGINE_UNEXPECTED_TYPE 2", "close-socket", "closed transport error");
        assertThat(socket.session.closeDetail()).isEqualTo("invalid heartbeat direction");
    }

    @Test
    void handsMessagesOver() {
        socket.opened();
        socket.in(text("4hello")).says("text 4hello");
        socket.in(new ServerInput.SocketBinary(Bytes.utf8("raw"))).says("binary raw");
        socket.in(text("6")).says("received noop");
        socket.in(text("0{}")).says("received open");
        socket.in(text("9")).ends("fault ENGINE_UNKNOWN_TYPE 9", "close-socket", "closed parse error");
    }

    @Test
    void endsAtOnceOnACloseOverWebSocket() {
        socket.opened();
        socket.in(text("1")).ends("received close", "close-socket", "closed transport close");
    }

    @Test
    void answersAPollWithEverythingThatWaits() {
        polling.opened();
        polling.in(send("4one")).says();
        polling.in(send("4two", "bin")).says();
        polling.in(Signal.POLL).says("answer-poll 4one 4two+bin");
        polling.in(Signal.POLL).says();
        polling.in(send("4three")).says();
        polling.in(send("4four")).says();
        polling.in(Signal.FLUSH).says("answer-poll 4three 4four");
        polling.in(Signal.FLUSH).says();
    }

    @Test
    void diesOfASecondPoll() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(Signal.POLL).ends("refuse-poll", "answer-poll 1", "closed transport error");
        assertThat(polling.session.closeDetail()).isEqualTo("overlap from client");
    }

    @Test
    void diesOfASecondPost() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(Signal.POST_BEGUN).ends("refuse-post", "answer-poll 1", "closed transport error");
    }

    @Test
    void diesOfAnAbortedPollOrPost() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(Signal.POLL_ABORTED).ends("closed transport error");
        Script other = new Script(Transport.POLLING, List.of());
        other.opened();
        other.in(Signal.POST_BEGUN).says();
        other.in(Signal.POST_ABORTED).ends("closed transport error");
    }

    @Test
    void readsAPostPacketByPacket() {
        polling.opened();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(post("4a\u001e3\u001ebAQI=\u001e4b"))
                .says(
                        "answer-post true",
                        "text 4a",
                        "received pong",
                        "stop PING_TIMEOUT",
                        "start PING_INTERVAL 25",
                        "binary \u0001\u0002",
                        "text 4b");
    }

    @Test
    void answersABrokenPostAndEnds() {
        polling.opened();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(post("4a\u001exyz\u001e4never"))
                .ends("answer-post false", "text 4a", "fault ENGINE_UNKNOWN_TYPE xyz", "closed parse error");
    }

    @Test
    void releasesThePollWithWhatWasSaidBeforeTheEnd() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(send("4echo")).says();
        polling.in(Signal.POST_BEGUN).in(post("9")).ends("answer-post false", "fault ENGINE_UNKNOWN_TYPE 9", "answer-poll 4echo", "closed parse error");
    }

    @Test
    void takesAPostThatHoldsNothing() {
        polling.opened();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(Signal.POST_VOID).says("answer-post true");
        polling.in(Signal.POST_BEGUN).says();
    }

    @Test
    void releasesThePollOfAClientThatCloses() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(post("1")).ends("answer-post true", "received close", "answer-poll 6", "closed transport close");
    }

    @Test
    void releasesThePollWithWhatIsQueuedForAClientThatCloses() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(send("4last")).says();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(post("1")).ends("answer-post true", "received close", "answer-poll 4last", "closed transport close");
        assertThat(polling.session.closeDetail()).isEmpty();
    }

    @Test
    void upgradesAtTheSwitchAndNotBefore() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(probe("2probe")).says("received ping", "write-probe 3probe", "start UPGRADE_CHECK 100000000");
        polling.in(send("4before")).says();
        polling.in(Signal.FLUSH).says("answer-poll 4before");
        polling.in(Signal.POLL).says();
        polling.in(timer(ServerTimer.UPGRADE_CHECK)).says("start UPGRADE_CHECK 100000000", "answer-poll 6");
        polling.in(timer(ServerTimer.UPGRADE_CHECK)).says("start UPGRADE_CHECK 100000000");
        polling.in(send("4queued")).says();
        polling.in(probe("5"))
                .says("received upgrade", "stop UPGRADE_TIMEOUT", "stop UPGRADE_CHECK", "upgraded", "write 4queued");
        polling.in(send("4after")).says("write 4after");
        polling.in(Signal.POLL).says("refuse-poll");
        polling.in(Signal.POST_BEGUN).says("refuse-post");
        polling.in(Signal.PROBE_OPENED).says("refuse-probe");
    }

    @Test
    void endsThePollThatStillWaitsAtTheSwitch() {
        polling.opened();
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(Signal.POLL).says();
        polling.in(probe("5")).says("received upgrade", "stop UPGRADE_TIMEOUT", "stop UPGRADE_CHECK", "answer-poll 1", "upgraded");
    }

    @Test
    void outlivesAFailedProbe() {
        polling.opened();
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(Signal.PROBE_OPENED).says("refuse-probe");
        polling.in(probe("4early"))
                .says("fault ENGINE_UNEXPECTED_TYPE 4early", "stop UPGRADE_TIMEOUT", "stop UPGRADE_CHECK", "close-probe");
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(timer(ServerTimer.UPGRADE_TIMEOUT)).says("stop UPGRADE_TIMEOUT", "stop UPGRADE_CHECK", "close-probe");
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(Signal.PROBE_CLOSED).says("stop UPGRADE_TIMEOUT", "stop UPGRADE_CHECK");
        polling.in(send("4still")).says();
        polling.in(Signal.POLL).says("answer-poll 4still");
    }

    @Test
    void closesGracefullyOnPolling() {
        polling.opened();
        polling.in(send("4last")).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false)).says("start CLOSE_TIMEOUT 30000000000");
        polling.in(send("4too late")).says();
        polling.in(Signal.POLL).says("answer-poll 4last");
        polling.in(Signal.POLL).ends("answer-poll 6 1", "closed forced close");
    }

    @Test
    void keepsWhatWaitsThroughTheMistakesOfAClientThatIsBeingClosed() {
        polling.opened();
        polling.in(send("4last")).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false)).says("start CLOSE_TIMEOUT 30000000000");
        polling.in(Signal.POST_BEGUN).in(post("2\u001e9"))
                .says("answer-post false", "fault ENGINE_UNEXPECTED_TYPE 2", "fault ENGINE_UNKNOWN_TYPE 9");
        polling.in(Signal.POLL).says("answer-poll 4last");
        polling.in(Signal.POST_BEGUN).in(post("1")).ends("answer-post true", "received close", "closed transport close");
    }

    @Test
    void givesUpWaitingForAPoll() {
        polling.opened();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false)).says("start CLOSE_TIMEOUT 30000000000");
        polling.in(timer(ServerTimer.CLOSE_TIMEOUT)).ends("closed forced close");
    }

    @Test
    void finishesACloseOverTheNewTransport() {
        polling.opened();
        polling.in(Signal.PROBE_OPENED).says("start UPGRADE_TIMEOUT 10");
        polling.in(send("4last")).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false)).says("start CLOSE_TIMEOUT 30000000000");
        polling.in(probe("5"))
                .ends(
                        "received upgrade",
                        "stop UPGRADE_TIMEOUT",
                        "stop UPGRADE_CHECK",
                        "upgraded",
                        "write 4last",
                        "close-socket",
                        "closed forced close");
    }

    @Test
    void dropsEverythingWhenDiscarding() {
        polling.opened();
        polling.in(send("4lost")).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, true)).ends("closed forced close");
    }

    @Test
    void boundsWhatWaitsForAPoll() {
        polling.opened();
        polling.in(send("4" + "x".repeat(998))).says();
        polling.in(send("4yy")).ends("closed transport error");
    }

    @Property
    void neverThrowsOnWhatAPeerSends(@ForAll List<byte[]> messages) {
        Script script = new Script(Transport.WEBSOCKET, List.of());
        script.opened();
        Script poll = new Script(Transport.POLLING, List.of());
        poll.opened();
        for (byte[] message : messages) {
            script.session.on(new ServerInput.SocketText(Bytes.copyOf(message)), script);
            poll.session.on(Signal.POST_BEGUN, poll);
            poll.session.on(new ServerInput.PostBody(new EnginePayload(Bytes.copyOf(message), false)), poll);
            poll.session.on(Signal.POLL, poll);
        }
        long ends = script.lines.stream().filter(line -> line.startsWith("closed")).count();
        assertThat(ends).isEqualTo(script.session.isClosed() ? 1 : 0);
    }

    private static ServerInput text(String raw) {
        return new ServerInput.SocketText(Bytes.utf8(raw));
    }

    private static ServerInput probe(String raw) {
        return new ServerInput.ProbeText(Bytes.utf8(raw));
    }

    private static ServerInput post(String body) {
        return new ServerInput.PostBody(new EnginePayload(Bytes.utf8(body), false));
    }

    private static ServerInput timer(ServerTimer timer) {
        return new ServerInput.TimerFired(timer);
    }

    private record Message(Bytes text, List<Bytes> attachments) implements ServerMessage {}

    private static ServerInput send(String text, String... attachments) {
        return new ServerInput.Send(
                new Message(Bytes.utf8(text), List.of(attachments).stream().map(Bytes::utf8).toList()));
    }

    /** A session and what it said since the last look. */
    private static final class Script implements ServerOutput {
        private final List<String> lines = new ArrayList<>();
        private final EngineServerSession session;

        Script(Transport transport, List<String> upgrades) {
            this(EngineFraming.V4, transport, upgrades);
        }

        Script(EngineFraming framing, Transport transport, List<String> upgrades) {
            session = new EngineServerSession(
                    new Handshake("abc", upgrades, 25_000, 20_000, 1_000_000), framing, transport, OPTIONS);
        }

        void opened() {
            in(Signal.OPENED);
            if (session.transport() == Transport.POLLING) {
                in(Signal.POLL);
            }
        }

        Script in(ServerInput input) {
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
            int at = java.util.Collections.lastIndexOfSubList(told, stops);
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
            lines.add("answer-poll " + messages.stream().map(Script::shown).collect(Collectors.joining(" ")));
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
    }
}
