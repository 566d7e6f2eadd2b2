package io.sioscope.protocol.session;

import static io.sioscope.protocol.session.ServerScript.post;
import static io.sioscope.protocol.session.ServerScript.send;
import static io.sioscope.protocol.session.ServerScript.text;
import static io.sioscope.protocol.session.ServerScript.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transcripts: how a session ends, by either side. */
class ServerCloseTest {
    private final ServerScript polling = new ServerScript(Transport.POLLING, List.of("websocket"));
    private final ServerScript socket = new ServerScript(Transport.WEBSOCKET, List.of());

    @Test
    void closesOnAPollThatWaits() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, false))
                .ends("start CLOSE_TIMEOUT 30000000000", "answer-poll 1", "closed forced close");
    }

    @Test
    void endsAtOnceOnACloseOverWebSocket() {
        socket.opened();
        socket.in(text("1")).ends("received close", "close-socket", "closed transport close");
    }

    @Test
    void releasesThePollWithWhatWasSaidBeforeTheEnd() {
        polling.opened();
        polling.in(Signal.POLL).says();
        polling.in(send("4echo")).says();
        polling.in(Signal.POST_BEGUN).in(post("9")).ends("answer-post false", "fault ENGINE_UNKNOWN_TYPE 9", "answer-poll 4echo", "closed parse error");
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
        assertThat(polling.session().closeDetail()).isEmpty();
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
    void dropsEverythingWhenDiscarding() {
        polling.opened();
        polling.in(send("4lost")).says();
        polling.in(new ServerInput.Close(CloseReason.FORCED_CLOSE, true)).ends("closed forced close");
    }
}
