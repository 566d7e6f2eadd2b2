package io.sioscope.protocol.session;

import static io.sioscope.protocol.session.ServerScript.probe;
import static io.sioscope.protocol.session.ServerScript.send;
import static io.sioscope.protocol.session.ServerScript.timer;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transcripts: how a session moves to a WebSocket. */
class ServerUpgradeTest {
    private final ServerScript polling = new ServerScript(Transport.POLLING, List.of("websocket"));

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
}
