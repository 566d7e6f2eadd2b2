package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The client's side of sessions with servers 1.x and 2.x, and how their generation is found out, as transcripts. */
class OlderEngineTest {
    /** As servers 2.x send it: 25 s and 5 s, no maxPayload. */
    private static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":5000}";

    private static String framed(String packet) {
        return packet.length() + ":" + packet;
    }

    @Nested
    class Heartbeat {
        private final ClientScript script = ClientScript.older(Transport.WEBSOCKET).connect("/").text(OPEN).text("40").skip();

        @Test
        void theClientSendsItAnIntervalAfterTheLastAnswer() {
            script.pass(25_000).fire("ping 1");
            assertThat(script.lines()).containsExactly("ws 2");
            assertThat(script.runs("ping 1")).as("the next one waits for the answer").isFalse();
            script.text("3");
            assertThat(script.lines()).containsExactly("* ping");
            assertThat(script.runs("ping 1")).isTrue();
        }

        @Test
        void withoutAnythingForTheTimeoutTheSessionEnds() {
            script.pass(25_000).fire("ping 1").skip().pass(4_999).fire("heartbeat 1");
            assertThat(script.lines()).isEmpty();
            script.pass(1).fire("heartbeat 1");
            assertThat(script.lines())
                    .containsExactly("finish", "* close ping timeout", "/ disconnect ping timeout");
            assertThat(script.runs("ping 1")).isFalse();
        }

        @Test
        void anyPacketIsASignOfLife() {
            script.pass(25_000).fire("ping 1").pass(4_000).text("42[\"x\"]").skip().pass(1_000).fire("heartbeat 1");
            assertThat(script.lines()).isEmpty();
            script.pass(29_000).fire("heartbeat 1");
            assertThat(script.lines()).contains("* close ping timeout");
        }

        @Test
        void aPingOfTheServersIsNotAnswered() {
            script.text("2");
            assertThat(script.lines()).isEmpty();
        }
    }

    @Nested
    class Namespaces {
        @Test
        void theServerConnectsTheRootByItselfUnderTheConnectionsId() {
            ClientScript script = ClientScript.older(Transport.WEBSOCKET).connect("/").text(OPEN);
            assertThat(script.lines()).containsExactly("WS", "* open E1");
            script.emit("/", "early", "1").text("40");
            assertThat(script.lines()).containsExactly("ws 42[\"early\",1]", "/ connect E1");
            script.text("40");
            assertThat(script.lines()).as("a second time").isEmpty();
        }

        @Test
        void theOthersAreAskedForWithQueryAndAuth() {
            ClientScript script = ClientScript.older(Transport.WEBSOCKET);
            script.socket("/chat").auth(ClientAuth.of(Arguments.of(Map.of("token", "ü,1"))));
            script.connect("/chat").text(OPEN);
            assertThat(script.lines()).containsExactly("WS", "* open E1", "ws 40/chat?q=1%202&token=%C3%BC%2C1,");
            script.text("40").text("40/chat?q=1%202,");
            assertThat(script.lines()).containsExactly("/chat connect /chat#E1");
        }

        @Test
        void aRootThatWasLeftIsAskedFor() {
            ClientScript script = ClientScript.older(Transport.WEBSOCKET).connect("/").connect("/chat").text(OPEN);
            script.text("40").text("40/chat").skip();
            script.socket("/").disconnect(script.now());
            script.connect("/");
            assertThat(script.lines()).containsExactly("ws 41", "/ disconnect io client disconnect", "ws 40");
        }

        @Test
        void refusalsAreTextOrAnyObject() {
            ClientScript script = ClientScript.older(Transport.WEBSOCKET).connect("/a").connect("/b").connect("/c").text(OPEN);
            script.skip().text("44/a,\"no\"").text("44/b,{\"message\":\"never\",\"n\":1}").text("44/c,{\"n\":1}");
            assertThat(script.lines())
                    .startsWith("/a refused no", "/b refused never {\"message\":\"never\",\"n\":1}")
                    .endsWith("/c refused {\"n\":1} {\"n\":1}");
        }

        @Test
        void aRefusalOfTheRootIsOneOfAllThatWait() {
            ClientScript script = ClientScript.older(Transport.WEBSOCKET).connect("/").connect("/chat").text(OPEN);
            script.skip().text("44\"no\"");
            assertThat(script.lines())
                    .containsExactly("/chat refused no", "finish", "* close forced close", "/ refused no");
        }
    }

    @Nested
    class Polling {
        @Test
        void lengthsAreCountedInUtf16Units() {
            ClientScript script = ClientScript.older(Transport.POLLING).connect("/").polled(framed(OPEN)).skip();
            script.polled("2:408:42[\"\uD83D\uDE42\"]");
            assertThat(script.lines()).containsExactly("/ connect E1", "/ event \uD83D\uDE42 []", "GET E1");
        }

        @Test
        void octetsAreAFormOfTheirOwn() {
            ClientScript script = ClientScript.older(Transport.POLLING).connect("/").polled(framed(OPEN)).skip();
            byte[] body = {0, 2, (byte) 0xff, '4', '0'};
            script.engine().onPollAnswer(Bytes.wrap(body), "application/octet-stream", script.now());
            assertThat(script.lines()).containsExactly("/ connect E1", "GET E1");
        }
    }

    @Nested
    class Detection {
        @Test
        void aPollingAnswerTellsByItsFraming() {
            ClientScript script = ClientScript.detecting(Transport.POLLING).connect("/").polled(framed(OPEN) + "2:40");
            assertThat(script.lines())
                    .containsExactly("GET", "* found V3 FRAMING", "* open E1", "/ connect E1", "GET E1");
            assertThat(script.engine().framing().version()).isEqualTo(EngineVersion.V3);
            assertThat(ClientScript.detecting(Transport.POLLING).connect("/").polled(ClientScript.OPEN).lines())
                    .contains("* found V4 FRAMING", "POST E1 40");
        }

        /** Servers 1.x answer in binary to whoever takes it. */
        @Test
        void aBinaryAnswerTellsTheSame() {
            ClientScript script = ClientScript.detecting(Transport.POLLING).connect("/").skip();
            byte[] open = OPEN.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] body = new byte[open.length + 4];
            body[1] = (byte) (open.length / 10);
            body[2] = (byte) (open.length % 10);
            body[3] = (byte) 0xff;
            System.arraycopy(open, 0, body, 4, open.length);
            script.engine().onPollAnswer(Bytes.wrap(body), "application/octet-stream", script.now());
            assertThat(script.lines()).startsWith("* found V3 FRAMING", "* open E1");
        }

        @Test
        void overWebSocketItIsAServerThatSpeaksFirst() {
            ClientScript script = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(OPEN);
            assertThat(script.lines()).containsExactly("WS");
            script.text("40");
            assertThat(script.lines()).containsExactly("* found V3 SERVER_SPOKE_FIRST", "* open E1", "/ connect E1");
            assertThat(script.runs("settle 1")).isFalse();
        }

        @Test
        void orOneThatWaitsOrPings() {
            ClientScript waits = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(OPEN).skip();
            waits.pass(500).fire("settle 1");
            assertThat(waits.lines()).containsExactly("* found V4 SERVER_WAITED", "* open E1", "ws 40");
            ClientScript pings = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(OPEN).skip();
            pings.text("2");
            assertThat(pings.lines()).containsExactly("* found V4 SERVER_PING", "* open E1", "ws 40", "ws 3", "* ping");
        }

        @Test
        void maxPayloadTellsAtOnce() {
            ClientScript script = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(ClientScript.OPEN);
            assertThat(script.lines()).containsExactly("WS", "* found V4 MAX_PAYLOAD", "* open E1", "ws 40");
        }

        @Test
        void aRefusalOfRevision4LeadsToOneMoreRequest() {
            ClientScript script = ClientScript.detecting(Transport.POLLING).connect("/").skip();
            script.engine()
                    .onFailed(new ConnectFailure.HttpStatus(Transport.POLLING, 400, 5, "Unsupported", "", ""), script.now());
            assertThat(script.lines()).containsExactly("abort", "GET");
            assertThat(script.engine().framing().version()).isEqualTo(EngineVersion.V3);
            script.polled(framed(OPEN));
            assertThat(script.lines()).startsWith("* found V3 REFUSED", "* open E1");
        }

        @Test
        void aServerOfTheRefusedRevisionIsNotAskedForEver() {
            ClientScript script = ClientScript.detecting(Transport.POLLING).connect("/").skip();
            ConnectFailure refused = new ConnectFailure.HttpStatus(Transport.POLLING, 400, 5, "Unsupported", "", "");
            script.engine().onFailed(refused, script.now());
            script.engine().onFailed(refused, script.now());
            assertThat(script.lines())
                    .containsExactly("abort", "GET", "abort", "* error HttpStatus", "/ connect_error xhr poll error");
        }

        /** Its middleware took longer than the wait. */
        @Test
        void aGrantWithoutIdOpensTheConnectionAnew() {
            ClientScript script = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(OPEN);
            script.pass(500).fire("settle 1").skip();
            script.text("40");
            assertThat(script.lines()).containsExactly("* found V3 GRANT_WITHOUT_ID", "finish", "WS");
            script.text(OPEN.replace("E1", "E2")).text("40");
            assertThat(script.lines()).containsExactly("* open E2", "/ connect E2");
            script.socket("/").disconnect(script.now());
            script.connect("/").text(ClientScript.OPEN).skip().text("40{\"sid\":\"S1\"}");
            assertThat(script.lines()).as("the server may be another one the next time").containsExactly("/ connect S1");
        }

        @Test
        void aConnectionThatEndsBeforeAnythingShowsIsAFailure() {
            ClientScript script = ClientScript.detecting(Transport.WEBSOCKET).connect("/").text(OPEN).skip();
            script.engine().onClosed(1006, "", script.now());
            assertThat(script.lines())
                    .containsExactly("abort", "* error ClosedEarly", "/ connect_error websocket error");
            assertThat(script.runs("settle 1")).isFalse();
        }

        @Test
        void theOtherRevisionIsNamedWhereOneWasChosen() {
            ClientScript older = ClientScript.polling().connect("/").polled(framed(OPEN));
            assertThat(older.lines()).contains("* error OtherVersion");
            ClientScript newer = ClientScript.older(Transport.POLLING).connect("/").polled(ClientScript.OPEN);
            assertThat(newer.lines()).contains("* error OtherVersion");
        }
    }

    @Nested
    class Routes {
        private static ClientEngineOptions options(boolean tryAll, boolean remember, Transport... transports) {
            return new ClientEngineOptions(EngineChoice.V4, false, List.of(transports), true, tryAll, remember);
        }

        private static void refuse(ClientScript script, Transport transport) {
            script.engine().onFailed(new ConnectFailure.ClosedEarly(transport, -1, "cut"), script.now());
        }

        @Test
        void theNextTransportIsTriedWhereThatIsAsked() {
            ClientScript script = ClientScript.of(options(true, false, Transport.WEBSOCKET, Transport.POLLING)).connect("/");
            refuse(script, Transport.WEBSOCKET);
            assertThat(script.lines()).containsExactly("WS", "abort", "GET");
            script.polled(ClientScript.OPEN_UPGRADABLE);
            assertThat(script.lines()).as("no upgrade to what has failed").containsExactly("* open E1", "POST E1 40", "GET E1");
        }

        @Test
        void theLastTransportsFailureIsTheConnections() {
            ClientScript script = ClientScript.of(options(true, false, Transport.WEBSOCKET, Transport.POLLING)).connect("/");
            refuse(script, Transport.WEBSOCKET);
            refuse(script, Transport.POLLING);
            assertThat(script.lines())
                    .containsExactly("WS", "abort", "GET", "abort", "* error ClosedEarly", "/ connect_error xhr poll error");
        }

        @Test
        void otherwiseTheFirstFailureIs() {
            ClientScript script = ClientScript.of(options(false, false, Transport.WEBSOCKET, Transport.POLLING)).connect("/");
            refuse(script, Transport.WEBSOCKET);
            assertThat(script.lines())
                    .containsExactly("WS", "abort", "* error ClosedEarly", "/ connect_error websocket error");
        }

        @Test
        void whenTheTimeIsUpNothingElseIsTried() {
            ClientScript script = ClientScript.of(options(true, false, Transport.WEBSOCKET, Transport.POLLING)).connect("/");
            script.pass(20_000).fire("connect");
            assertThat(script.lines()).containsExactly("WS", "abort", "* error Timeout", "/ connect_error timeout");
        }

        @Test
        void aWebSocketThatWorkedIsRemembered() {
            ClientScript script = ClientScript.of(options(false, true, Transport.POLLING, Transport.WEBSOCKET)).connect("/");
            script.polled(ClientScript.OPEN_UPGRADABLE).posted().polled("40{\"sid\":\"S1\"}");
            script.engine().onProbeOpened();
            script.probeText("3probe").polled("6").skip();
            script.engine().onClosed(1006, "", script.now());
            script.skip().socket("/").disconnect(script.now());
            script.connect("/");
            assertThat(script.lines()).containsExactly("WS");
            refuse(script, Transport.WEBSOCKET);
            script.skip().socket("/").disconnect(script.now());
            script.connect("/");
            assertThat(script.lines()).as("until it fails").containsExactly("GET");
        }
    }
}
