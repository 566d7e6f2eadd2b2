package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transcripts of the server's side of namespaces; a socket is its namespace's name here. */
class ServerPacketSessionTest {
    private final Script script = new Script();

    @Test
    void joinsAndLeaves() {
        script.text("40").says("received connect /", "asked / ABSENT");
        script.accept("/").says("timer false", "send / 40{\"sid\":\"s\"}");
        script.text("40/chat,{\"token\":1}").says("received connect /chat", "asked /chat [{\"token\":1}]");
        script.accept("/chat").says("send /chat 40/chat,{\"sid\":\"s\"}");
        script.text("42[\"hi\",1]").says("received event /", "event / hi [1]");
        script.text("42/chat,7[\"hi\"]").says("received event /chat", "event /chat hi []");
        script.text("43/chat,3[2]").says("received ack /chat", "ack /chat 3 [2]");
        script.text("41").says("received disconnect /", "gone / client namespace disconnect");
        script.text("42/chat,[\"still\"]").says("received event /chat", "event /chat still []");
        script.text("40").says("received connect /", "asked / ABSENT");
    }

    @Test
    void readsANamespaceWithoutComma() {
        script.text("40/custom").says("received connect /custom", "asked /custom ABSENT");
    }

    @Test
    void keepsTheConnectionWhenItRefuses() {
        script.text("40/x").says("received connect /x", "asked /x ABSENT");
        script.session.refused("/x", Arguments.of(Map.of("message", "Invalid namespace")));
        script.says("error 44/x,{\"message\":\"Invalid namespace\"}");
        script.session.refused("/x", Arguments.of(Map.of("message", "again")));
        script.says();
    }

    @Test
    void passesOverASecondConnectThatComesBeforeTheDecision() {
        script.text("40").says("received connect /", "asked / ABSENT");
        script.text("40").says("received connect /", "fault / ALREADY_CONNECTED");
        script.accept("/").says("timer false", "send / 40{\"sid\":\"s\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "42/other,[\"x\"]", "41/other", "43/other,1[]", "44{\"message\":\"no\"}"})
    void endsOnViolations(String raw) {
        script.text("40");
        script.accept("/");
        script.text(raw);
        assertThat(script.lines.get(1)).startsWith("fault ");
        assertThat(script.lines.subList(2, script.lines.size()))
                .containsExactly("close-engine", "gone / forced server close");
        script.text("42[\"late\"]").says();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4", "48", "42[]", "42[null]", "42{", "42[\"connect\"]", "42[\"disconnecting\"]", "451-[\"x\",{\"_placeholder\":true,\"num\":1}]",
                "450-[\"x\"]", "4511-[\"x\"]", "45[\"x\"]", "42[\"x\",01]", "42\"x\"", "40\"text\"", "41[1]", "42[{\"a\":1}]"
            })
    void endsOnGarbage(String raw) {
        script.text("40");
        script.accept("/");
        script.text(raw);
        if (script.lines.isEmpty()) {
            script.text("42[\"text instead\"]");
        }
        assertThat(script.lines).contains("close-engine", "gone / forced close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "4212", "42[\"a\"]", "42[5]", "430", "42[\"error\"]"})
    void acceptsWhatTheReferenceAccepts(String raw) {
        script.text("40");
        script.accept("/");
        script.text(raw);
        assertThat(script.lines).doesNotContain("close-engine");
    }

    @Test
    void assemblesBinaryAndTellsWhatStayedIncomplete() {
        script.text("40");
        script.accept("/");
        script.text("452-[\"b\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]").says();
        script.binary("one").says();
        script.binary("two")
                .says("received event / one two", "event / b [\"b25l\", \"dHdv\"]");
        script.text("451-[\"c\",{\"_placeholder\":true,\"num\":0}]").says();
        script.text("42[\"text\"]")
                .says(
                        "fault  TEXT_INSTEAD_OF_ATTACHMENT",
                        "fault  TEXT_INSTEAD_OF_ATTACHMENT",
                        "error / TEXT_INSTEAD_OF_ATTACHMENT",
                        "close-engine",
                        "gone / forced close");
    }

    @Test
    void refusesBinaryThatNothingAnnounced() {
        script.text("40");
        script.accept("/");
        script.binary("x").says("fault  UNANNOUNCED_BINARY", "error / UNANNOUNCED_BINARY", "close-engine", "gone / forced close");
    }

    @Test
    void givesTheEnginesReasonIfItEndsAtOnce() {
        script.endsAtOnce = true;
        script.text("40");
        script.accept("/");
        script.text("40").says(
                "received connect /", "fault / ALREADY_CONNECTED", "close-engine", "gone / forced close");
    }

    @Test
    void disconnectsOneOrAll() {
        script.text("40");
        script.accept("/");
        script.text("40/a");
        script.accept("/a");
        script.lines.clear();
        script.session.leave("/");
        script.says("send / 41", "gone / server namespace disconnect");
        script.session.leaveAll();
        script.says("send /a 41/a,", "gone /a server namespace disconnect", "close-engine");
    }

    @Test
    void passesOverWhatComesWithTheLastPacketButNothingLater() {
        script.text("40");
        script.accept("/");
        script.text("40/a");
        script.accept("/a");
        script.session.leave("/");
        script.text("42[\"late\"]").says("received event /");
        script.text("430[]").says("received ack /");
        script.text("41").says("received disconnect /");
        script.text("42/b,[\"x\"]");
        assertThat(script.lines).contains("close-engine");
    }

    @Test
    void takesALatePacketForAViolationOnceTheRestIsRead() {
        script.text("40");
        script.accept("/");
        script.session.leave("/");
        script.session.left();
        script.text("42[\"late\"]").says("received event /", "fault / NOT_CONNECTED", "close-engine");
    }

    @Test
    void endsAConnectionThatJoinsNothing() {
        script.session.opened();
        script.says("timer true");
        script.text("40");
        script.lines.clear();
        script.session.connectTimedOut();
        script.says("close-engine", "timer false");
        assertThat(script.session.accepted("/", "/", Arguments.NONE)).isFalse();
        script.says();
    }

    @Test
    void staysIfANamespaceWasJoinedInTime() {
        script.session.opened();
        script.text("40");
        script.accept("/");
        script.text("41");
        script.lines.clear();
        script.session.connectTimedOut();
        script.says();
    }

    @Property
    void neverThrowsOnWhatAPeerSends(@ForAll List<String> texts, @ForAll byte[] data) {
        Script any = new Script();
        any.text("40");
        any.accept("/");
        for (String text : texts) {
            any.session.onText(Bytes.utf8("4" + text));
        }
        any.session.onBinary(Bytes.copyOf(data));
        any.session.closed(CloseReason.TRANSPORT_CLOSE);
        assertThat(any.lines.stream().filter(line -> line.startsWith("gone"))).hasSize(1);
    }

    private static final class Script implements ServerPacketOutput<String> {
        private final List<String> lines = new ArrayList<>();
        private final ServerPacketSession<String> session = new ServerPacketSession<>(EngineVersion.V4, PacketParser.JSON, ScanLimits.DEFAULT, this);
        private boolean endsAtOnce;

        Script text(String raw) {
            lines.clear();
            session.onText(Bytes.utf8(raw));
            return this;
        }

        Script binary(String data) {
            lines.clear();
            session.onBinary(Bytes.utf8(data));
            return this;
        }

        Script accept(String namespace) {
            lines.clear();
            assertThat(session.accepted(namespace, namespace, Arguments.of(Map.of("sid", "s"))))
                    .isTrue();
            return this;
        }

        void says(String... expected) {
            assertThat(lines).containsExactly(expected);
            lines.clear();
        }

        private static String shown(Arguments arguments) {
            return arguments instanceof Arguments.Absent ? "ABSENT" : arguments.values().toString();
        }

        @Override
        public void connectRequested(SocketPacket.Connect request) {
            lines.add("asked " + request.namespace() + " " + shown(request.arguments()));
        }

        @Override
        public void event(String socket, SocketPacket.Event event) {
            lines.add("event " + socket + " " + event.name() + " " + shown(event.arguments()));
        }

        @Override
        public void ack(String socket, SocketPacket.Ack ack) {
            lines.add("ack " + socket + " " + ack.ackId() + " " + shown(ack.arguments()));
        }

        @Override
        public void unreadable(String socket, ProtocolFault fault) {
            lines.add("error " + socket + " " + fault.code());
        }

        @Override
        public void disconnected(String socket, CloseReason reason) {
            lines.add("gone " + socket + " " + reason.text());
        }

        @Override
        public void send(String socket, SocketPacket packet) {
            lines.add("send " + socket + " " + SocketIoCodec.encode(packet).text().utf8());
        }

        @Override
        public void sendError(SocketPacket.ConnectError refusal) {
            lines.add("error " + SocketIoCodec.encode(refusal).text().utf8());
        }

        @Override
        public void closeEngine() {
            lines.add("close-engine");
            if (endsAtOnce) {
                session.closed(CloseReason.FORCED_CLOSE);
            }
        }

        @Override
        public void connectTimer(boolean run) {
            lines.add("timer " + run);
        }

        @Override
        public void received(SocketPacket packet, Bytes raw, List<Bytes> attachments) {
            StringBuilder line = new StringBuilder("received " + packet.kind() + " " + packet.namespace());
            attachments.forEach(part -> line.append(' ').append(part.utf8()));
            lines.add(line.toString());
        }

        @Override
        public void fault(String namespace, ProtocolFault fault, Bytes raw, boolean binary) {
            lines.add("fault " + namespace + " " + fault.code());
        }
    }
}
