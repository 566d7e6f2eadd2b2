package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The client's side of an Engine.IO session, as transcripts. */
class ClientEngineTest {
    private static final String GRANT = "40{\"sid\":\"S1\"}";

    @Nested
    class Polling {
        private final ClientScript script = ClientScript.polling();

        @Test
        void opensPollsAndSendsOnePostAtATime() {
            script.connect("/").polled(ClientScript.OPEN);
            assertThat(script.lines()).containsExactly("GET", "* open E1", "POST E1 40", "GET E1");
            script.posted().polled(GRANT);
            assertThat(script.lines()).containsExactly("/ connect S1", "GET E1");
            script.emit("/", "a", "1").emit("/", "b", "2").emit("/", "c", "3");
            assertThat(script.lines()).containsExactly("POST E1 42[\"a\",1]");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 42[\"b\",2] | 42[\"c\",3]");
        }

        @Test
        void namespacesThatWaitForTheSessionAskInOnePost() {
            script.connect("/").connect("/chat").polled(ClientScript.OPEN);
            assertThat(script.lines()).contains("POST E1 40 | 40/chat,");
        }

        @Test
        void splitsPostsBeforeThePacketThatWouldPassMaxPayload() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            String forty = "\"" + "x".repeat(30) + "\"";
            script.emit("/", "first", "0");
            script.emit("/", "a", forty).emit("/", "b", forty).emit("/", "c", forty).skip();
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 42[\"a\"," + forty + "] | 42[\"b\"," + forty + "]");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 42[\"c\"," + forty + "]");
        }

        @Test
        void aSinglePacketAboveMaxPayloadIsSentAnyway() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.emit("/", "big", "\"" + "x".repeat(200) + "\"");
            assertThat(script.lines()).hasSize(1).first().asString().startsWith("POST E1 42[\"big\"");
        }

        @Test
        void countsBinaryAThirdLarger() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.emit("/", "first", "0").skip();
            script.emit("/", "bin", Arguments.of(new byte[30]));
            script.emit("/", "c", "1234567890").posted();
            assertThat(script.lines())
                    .as("1 + 42 of text + 2 + 40 for 30 bytes + 2 + 17 pass 100; 30 in place of 40 would not")
                    .containsExactly("POST E1 451-[\"bin\",{\"_placeholder\":true,\"num\":0}] | <30 bytes>");
        }

        @Test
        void answersTheHeartbeatAndLetsItEndLate() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.pass(40_000).polled("2");
            assertThat(script.lines()).containsExactly("POST E1 3", "* ping", "GET E1");
            script.posted().pass(44_999).fire("heartbeat 1");
            assertThat(script.lines()).isEmpty();
            assertThat(script.runs("heartbeat 1")).isTrue();
            script.pass(1).fire("heartbeat 1");
            assertThat(script.lines())
                    .containsExactly(
                            "POST E1 1",
                            "finish",
                            "* close ping timeout",
                            "/ disconnect ping timeout",
                            "* reconnecting 1 1000",
                            "reconnect in 1000");
        }

        @Test
        void aFloodOfHeartbeatsHasOneAnswerAtATime() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.polled(String.join("\u001e", java.util.Collections.nCopies(1_000, "2"))).skip();
            script.posted();
            assertThat(script.lines()).as("one was under way when the others came").containsExactly("POST E1 3");
            script.posted();
            assertThat(script.lines()).isEmpty();
            script.polled("2");
            assertThat(script.lines()).containsExactly("POST E1 3", "* ping", "GET E1");
        }

        @Test
        void theClockFindsALostHeartbeatBeforeTheTimerDoes() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.pass(60_000).emit("/", "a", "1");
            assertThat(script.lines()).contains("/ disconnect ping timeout").doesNotContain("POST E1 42[\"a\",1]");
            script.fire("reconnect").polled(ClientScript.OPEN.replace("E1", "E2")).posted().skip();
            script.polled("40{\"sid\":\"S2\"}");
            assertThat(script.lines()).contains("POST E2 42[\"a\",1]", "/ connect S2");
        }

        @Test
        void closesWithAPacketOnceEverythingHasLeft() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.emit("/", "a", "1").emit("/", "b", "2");
            script.socket("/").disconnect(script.now());
            assertThat(script.lines())
                    .containsExactly(
                            "POST E1 42[\"a\",1]", "* close forced close", "/ disconnect io client disconnect");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 42[\"b\",2] | 41");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 1", "finish");
        }

        @Test
        void theServersClosePacketEndsTheSession() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.polled("42[\"last\"]\u001e1\u001e42[\"ignored\"]");
            assertThat(script.lines())
                    .startsWith("/ event last []", "abort", "* close transport close", "/ disconnect transport close");
        }

        @Test
        void anErrorStatusIsATransportError() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.engine()
                    .onFailed(
                            new ConnectFailure.HttpStatus(Transport.POLLING, 413, -1, "", "", ""), script.now());
            assertThat(script.lines())
                    .startsWith(
                            "* error HttpStatus",
                            "POST E1 1",
                            "finish",
                            "* close transport error",
                            "/ disconnect transport error");
        }

        @Test
        void aPacketOfNoTypeIsATransportErrorWithItsFault() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.polled("x");
            assertThat(script.lines())
                    .startsWith(
                            "* error BrokenPacket",
                            "POST E1 1",
                            "finish",
                            "* close transport error",
                            "/ disconnect transport error ENGINE_UNKNOWN_TYPE");
        }

        @Test
        void aFailedPostIsNotInTheWayOfTheClose() {
            script.connect("/").polled(ClientScript.OPEN).skip();
            ConnectFailure refused = new ConnectFailure.HttpStatus(Transport.POLLING, 400, -1, "", "", "");
            script.engine().onFailed(new ConnectFailure.Post(refused), script.now());
            assertThat(script.lines())
                    .startsWith(
                            "* error Post",
                            "/ connect_error xhr post error",
                            "POST E1 1",
                            "finish",
                            "* close transport error");
        }

        @Test
        void whatWaitsIsSentBeforeTheEndThatABrokenPacketCauses() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT);
            script.emit("/", "a", "1").emit("/", "b", "2").skip();
            script.polled("42[");
            assertThat(script.lines())
                    .startsWith("* close parse error", "/ disconnect parse error JSON_SYNTAX", "* reconnecting 1 1000");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 42[\"b\",2]");
            script.polled("42[").posted();
            assertThat(script.lines()).containsExactly("GET E1", "POST E1 1", "finish");
        }

        @Test
        void aServerThatHoldsAPostBackDoesNotHoldTheEndBack() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT);
            script.emit("/", "a", "1").polled("42[").skip();
            script.pass(9_999).polled("2").fire("heartbeat 1");
            assertThat(script.lines()).doesNotContain("finish");
            script.pass(1).fire("heartbeat 1");
            assertThat(script.lines()).containsExactly("finish");
            script.posted();
            assertThat(script.lines()).containsExactly("POST E1 1");
            script.posted();
            assertThat(script.lines()).isEmpty();
        }

        @Test
        void aSecondOpenPacketChangesNothing() {
            script.connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.polled(ClientScript.OPEN.replace("E1", "E9"));
            assertThat(script.lines()).containsExactly("GET E1");
        }

        @Test
        void whatIsNoEngineIoIsAFailure() {
            script.connect("/").polled("<html>");
            assertThat(script.lines()).containsSubsequence("abort", "* error NotEngineIo", "/ connect_error xhr poll error");
        }

        @Test
        void anAnswerThatDoesNotBeginWithTheHandshakeIsAFailure() {
            script.connect("/").polled("6");
            assertThat(script.lines()).contains("* error HandshakeBroken");
        }

        @Test
        void aBrokenHandshakeIsAFailure() {
            script.connect("/").polled("0{\"sid\":\"E1\"}");
            assertThat(script.lines()).contains("abort", "* error HandshakeBroken");
        }
    }

    @Nested
    class Upgrade {
        private final ClientScript script = ClientScript.upgrading();

        @Test
        void probesPausesSwitchesAndFlushes() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE);
            assertThat(script.lines())
                    .containsExactly("GET", "* open E1", "probe E1", "POST E1 40", "GET E1");
            script.engine().onProbeOpened();
            script.posted().polled(GRANT).probeText("3probe");
            assertThat(script.lines()).containsExactly("probe> 2probe", "/ connect S1", "GET E1");
            script.emit("/", "waits", "1");
            assertThat(script.lines()).as("paused").isEmpty();
            script.polled("6");
            assertThat(script.lines())
                    .containsExactly("probe> 5", "adopt", "* upgraded", "ws 42[\"waits\",1]");
            assertThat(script.runs("probe 1")).isFalse();
            script.text("2");
            assertThat(script.lines()).containsExactly("ws 3", "* ping");
        }

        @Test
        void waitsForTheRunningPostToo() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE);
            script.engine().onProbeOpened();
            script.probeText("3probe").polled("6").skip();
            assertThat(script.lines()).isEmpty();
            script.posted();
            assertThat(script.lines()).containsExactly("probe> 5", "adopt", "* upgraded");
        }

        @Test
        void aPingDuringThePauseIsAnsweredOverTheNewTransport() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).posted().polled(GRANT);
            script.engine().onProbeOpened();
            script.probeText("3probe").skip();
            script.polled("2");
            assertThat(script.lines()).containsExactly("* ping", "probe> 5", "adopt", "* upgraded", "ws 3");
        }

        @Test
        void aFailedProbeLeavesTheSession() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).posted().polled(GRANT).skip();
            script.engine().onProbeFailed(new ConnectFailure.WebSocketRefused(Transport.WEBSOCKET, 502, "", ""), script.now());
            script.emit("/", "a", "1");
            assertThat(script.lines()).containsExactly("drop probe", "* upgrade failed", "POST E1 42[\"a\",1]");
        }

        @Test
        void aProbeThatBreaksDuringThePauseResumesPolling() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).posted();
            script.engine().onProbeOpened();
            script.probeText("3probe").emit("/", "a", "1").skip();
            script.engine().onProbeFailed(new ConnectFailure.ClosedEarly(Transport.WEBSOCKET, 1006, ""), script.now());
            script.polled(GRANT);
            assertThat(script.lines())
                    .containsExactly("drop probe", "* upgrade failed", "POST E1 42[\"a\",1]", "/ connect S1", "GET E1");
        }

        @Test
        void aWrongAnswerToTheProbeFailsIt() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).skip();
            script.engine().onProbeOpened();
            script.probeText("3");
            assertThat(script.lines()).containsExactly("probe> 2probe", "drop probe", "* upgrade failed");
        }

        @Test
        void aProbeWithoutAnswerIsGivenUp() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).skip();
            script.pass(10_000).fire("probe 1");
            assertThat(script.lines()).containsExactly("drop probe", "* upgrade failed");
        }

        @Test
        void closeWaitsForTheSwitchAndLosesNothing() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).posted().polled(GRANT);
            script.engine().onProbeOpened();
            script.probeText("3probe").emit("/", "a", "1").skip();
            script.socket("/").disconnect(script.now());
            assertThat(script.lines()).containsExactly("* close forced close", "/ disconnect io client disconnect");
            script.polled("6");
            assertThat(script.lines())
                    .containsExactly("probe> 5", "adopt", "ws 42[\"a\",1]", "ws 41", "finish");
        }

        @Test
        void aCloseDuringTheProbeDropsIt() {
            script.connect("/").polled(ClientScript.OPEN_UPGRADABLE).posted().polled(GRANT).skip();
            script.socket("/").disconnect(script.now());
            script.posted();
            assertThat(script.lines()).containsSubsequence("POST E1 41", "drop probe", "POST E1 1", "finish");
        }
    }

    @Nested
    class WebSocket {
        private final ClientScript script = ClientScript.webSocket(Reconnection.OFF);

        @Test
        void keepsPacketsWhileItIsNotWritable() {
            script.connect("/").text(ClientScript.OPEN).text(GRANT).skip();
            script.engine().onWritable(false, script.now());
            script.emit("/", "a", "1").emit("/", "b", "2");
            assertThat(script.lines()).isEmpty();
            script.engine().onWritable(true, script.now());
            assertThat(script.lines()).containsExactly("ws 42[\"a\",1]", "ws 42[\"b\",2]");
        }

        @Test
        void aCloseFrameIsATransportClose() {
            script.connect("/").text(ClientScript.OPEN).text(GRANT).skip();
            script.engine().onClosed(1005, "", script.now());
            assertThat(script.lines())
                    .containsExactly("abort", "* close transport close", "/ disconnect transport close");
        }

        @Test
        void binaryMessagesFollowTheirHeader() {
            script.connect("/").text(ClientScript.OPEN).text(GRANT).skip();
            script.emit("/", "bin", Arguments.of(new byte[] {1}, Bytes.EMPTY));
            assertThat(script.lines())
                    .containsExactly(
                            "ws 452-[\"bin\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                            "ws <1 bytes>",
                            "ws <0 bytes>");
        }

        @Test
        void inputsAfterTheEndAreIgnored() {
            script.connect("/").text(ClientScript.OPEN).text(GRANT);
            script.engine().onClosed(1006, "", script.now());
            script.skip();
            script.text("42[\"late\"]").polled("42[\"late\"]").posted().probeText("3probe");
            script.engine().onWritable(true, script.now());
            script.engine().onFailed(new ConnectFailure.Other(Transport.WEBSOCKET, "late"), script.now());
            assertThat(script.lines()).isEmpty();
        }
    }
}
