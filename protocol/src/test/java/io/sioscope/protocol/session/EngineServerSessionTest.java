package io.sioscope.protocol.session;

import static io.sioscope.protocol.session.ServerScript.post;
import static io.sioscope.protocol.session.ServerScript.send;
import static io.sioscope.protocol.session.ServerScript.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Transcripts: what goes into a session, and line by line what it wants done. */
class EngineServerSessionTest {
    private final ServerScript polling = new ServerScript(Transport.POLLING, List.of("websocket"));
    private final ServerScript socket = new ServerScript(Transport.WEBSOCKET, List.of());

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
        assertThat(polling.lines()).singleElement().asString().startsWith("answer-poll 0{").endsWith("}");
        polling.in(Signal.POLL).says("answer-poll 440");
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
    void handsMessagesOver() {
        socket.opened();
        socket.in(text("4hello")).says("text 4hello");
        socket.in(new ServerInput.SocketBinary(Bytes.utf8("raw"))).says("binary raw");
        socket.in(text("6")).says("received noop");
        socket.in(text("0{}")).says("received open");
        socket.in(text("9")).ends("fault ENGINE_UNKNOWN_TYPE 9", "close-socket", "closed parse error");
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
        assertThat(polling.session().closeDetail()).isEqualTo("overlap from client");
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
        ServerScript other = new ServerScript(Transport.POLLING, List.of());
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
    void takesAPostThatHoldsNothing() {
        polling.opened();
        polling.in(Signal.POST_BEGUN).says();
        polling.in(Signal.POST_VOID).says("answer-post true");
        polling.in(Signal.POST_BEGUN).says();
    }

    @Test
    void boundsWhatWaitsForAPoll() {
        polling.opened();
        polling.in(send("4" + "x".repeat(998))).says();
        polling.in(send("4yy")).ends("closed transport error");
    }

    @Property
    void neverThrowsOnWhatAPeerSends(@ForAll List<byte[]> messages) {
        ServerScript script = new ServerScript(Transport.WEBSOCKET, List.of());
        script.opened();
        ServerScript poll = new ServerScript(Transport.POLLING, List.of());
        poll.opened();
        for (byte[] message : messages) {
            script.session().on(new ServerInput.SocketText(Bytes.copyOf(message)), script);
            poll.session().on(Signal.POST_BEGUN, poll);
            poll.session().on(new ServerInput.PostBody(new EnginePayload(Bytes.copyOf(message), false)), poll);
            poll.session().on(Signal.POLL, poll);
        }
        long ends = script.lines().stream().filter(line -> line.startsWith("closed")).count();
        assertThat(ends).isEqualTo(script.session().isClosed() ? 1 : 0);
    }
}
