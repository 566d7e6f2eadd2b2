package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import org.junit.jupiter.api.Test;

/** A client's connection and its namespaces, as transcripts. */
class ClientManagerTest {
    private static final String GRANT = "40{\"sid\":\"S1\"}";

    private static ClientScript connected() {
        return ClientScript.webSocket(Reconnection.DEFAULT)
                .connect("/")
                .text(ClientScript.OPEN)
                .text(GRANT)
                .skip();
    }

    @Test
    void whatWasEmittedBeforeGoesOutBeforeConnectIsTold() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/");
        script.emit("/", "early", "1").text(ClientScript.OPEN).emit("/", "later", "2").skip();
        script.text(GRANT);
        assertThat(script.lines()).containsExactly("ws 42[\"early\",1]", "ws 42[\"later\",2]", "/ connect S1");
    }

    @Test
    void whatLeavesIsToldWhenItDoes() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN);
        script.emit("/", "waits", "1").emitVolatile("/", "waits too");
        assertThat(script.left()).isEmpty();
        script.text(GRANT).emit("/", "at once", "2");
        script.engine().onWritable(false, script.now());
        script.emitVolatile("/", "dropped").emit("/", "kept below", "3");
        assertThat(script.left()).containsExactly("waits", "waits too", "at once", "kept below");
    }

    @Test
    void eventsBeforeTheGrantAreDeliveredWithIt() {
        ClientScript script =
                ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN).skip();
        script.text("42[\"missed\",1]").emit("/", "out", "2");
        assertThat(script.lines()).isEmpty();
        script.text(GRANT);
        assertThat(script.lines()).containsExactly("/ event missed [1]", "ws 42[\"out\",2]", "/ connect S1");
    }

    @Test
    void tooManyEventsBeforeTheGrantEndTheConnection() {
        ClientScript script =
                ClientScript.webSocket(Reconnection.OFF).connect("/").text(ClientScript.OPEN).skip();
        for (int i = 0; i < ClientNamespace.MAX_EARLY_EVENTS; i++) {
            script.text("42[\"missed\"]");
        }
        assertThat(script.lines()).isEmpty();
        script.text("42[\"missed\"]");
        assertThat(script.lines())
                .containsExactly("finish", "* close parse error", "/ disconnect parse error NOT_CONNECTED");
    }

    @Test
    void eventsBeforeTheGrantAreBoundedInBytesToo() {
        ClientScript script =
                ClientScript.webSocket(Reconnection.OFF).connect("/").text(ClientScript.OPEN).skip();
        String tenMegabytes = "42[\"missed\",\"" + "x".repeat(10_000_000) + "\"]";
        for (int i = 0; i < 9; i++) {
            script.text(tenMegabytes);
        }
        assertThat(script.lines()).isEmpty();
        script.text(tenMegabytes);
        assertThat(script.lines()).contains("/ disconnect parse error NOT_CONNECTED");
    }

    @Test
    void anEngineClosedFromBelowIsAForcedCloseAndComesBack() {
        ClientScript script = connected();
        script.manager().closeEngine(script.now());
        assertThat(script.lines())
                .containsExactly(
                        "finish",
                        "* close forced close",
                        "/ disconnect forced close",
                        "* reconnecting 1 1000",
                        "reconnect in 1000");
        script.fire("reconnect").text(ClientScript.OPEN).text(GRANT);
        assertThat(script.lines()).contains("* reconnect_attempt 1", "* reconnect 1", "/ connect S1");
    }

    @Test
    void anEngineClosedFromBelowSendsWhatWaitsFirst() {
        ClientScript script = connected();
        script.engine().onWritable(false, script.now());
        script.emit("/", "a", "1");
        script.manager().closeEngine(script.now());
        script.text("42[\"still\"]");
        assertThat(script.lines()).containsExactly("/ event still []");
        script.engine().onWritable(true, script.now());
        assertThat(script.lines()).startsWith("ws 42[\"a\",1]", "finish", "* close forced close");
    }

    @Test
    void anEngineClosedWhileItOpensIsGivenUpAndTriedAgain() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").skip();
        script.manager().closeEngine(script.now());
        assertThat(script.lines()).contains("* error ClosedEarly", "* reconnecting 1 1000");
        script.manager().closeEngine(script.now());
        assertThat(script.lines()).isEmpty();
    }

    @Test
    void namespacesShareTheConnectionUntilTheLastLeaves() {
        ClientScript script = connected().connect("/chat");
        assertThat(script.lines()).containsExactly("ws 40/chat,");
        script.text("40/chat,{\"sid\":\"S2\"}").text("42/chat,[\"m\"]").text("42[\"r\"]");
        assertThat(script.lines()).containsExactly("/chat connect S2", "/chat event m []", "/ event r []");
        script.socket("/").disconnect(script.now());
        assertThat(script.lines()).containsExactly("ws 41", "/ disconnect io client disconnect");
        script.socket("/chat").disconnect(script.now());
        assertThat(script.lines())
                .containsExactly(
                        "ws 41/chat,", "finish", "* close forced close", "/chat disconnect io client disconnect");
        assertThat(script.runs("reconnect")).isFalse();
    }

    @Test
    void authIsThePayloadOfEveryConnect() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT);
        script.socket("/").auth(ClientAuth.of(Arguments.of(java.util.Map.of("token", "abc"))));
        script.connect("/").text(ClientScript.OPEN);
        assertThat(script.lines()).contains("ws 40{\"token\":\"abc\"}");
        script.engine().onClosed(1006, "", script.now());
        script.fire("reconnect").skip().text(ClientScript.OPEN);
        assertThat(script.lines()).containsExactly("* open E1", "* reconnect 1", "ws 40{\"token\":\"abc\"}");
    }

    @Test
    void aRefusedNamespaceIsNotTriedAgainAndTheOthersGoOn() {
        ClientScript script = connected().connect("/admin").skip();
        script.text("44/admin,{\"message\":\"not authorized\",\"data\":{\"need\":\"token\"}}");
        assertThat(script.lines()).containsExactly("/admin refused not authorized {\"need\":\"token\"}");
        assertThat(script.socket("/admin").active()).isFalse();
        script.engine().onClosed(1006, "", script.now());
        script.fire("reconnect").skip().text(ClientScript.OPEN);
        assertThat(script.lines()).containsExactly("* open E1", "* reconnect 1", "ws 40");
    }

    @Test
    void aRefusalOfTheOnlyNamespaceClosesTheConnection() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/x").text(ClientScript.OPEN).skip();
        script.text("44/x,\"plain\"");
        assertThat(script.lines()).containsExactly("finish", "* close forced close", "/x refused plain");
    }

    @Test
    void aGrantWithoutIdIsAnOlderServers() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN).skip();
        script.text("40");
        assertThat(script.lines()).containsExactly("/ older server");
        assertThat(script.socket("/").connected()).isFalse();
    }

    @Test
    void theServersDisconnectIsFinal() {
        ClientScript script = connected();
        script.text("41");
        assertThat(script.lines())
                .containsExactly("finish", "* close forced close", "/ disconnect io server disconnect");
        assertThat(script.runs("reconnect")).isFalse();
        script.connect("/");
        assertThat(script.lines()).containsExactly("WS");
    }

    @Test
    void acksFindTheirEmit() {
        ClientScript script = connected();
        script.emitWithAck("/", "a", 1000).emitWithAck("/", "b", 1000);
        assertThat(script.lines()).containsExactly("ws 420[\"a\"]", "ws 421[\"b\"]");
        script.text("431[2]").text("430[1]").text("430[\"again\"]").text("4399[]");
        assertThat(script.lines()).containsExactly("b answered [2]", "a answered [1]");
        assertThat(script.runs("ack / 0")).isFalse();
    }

    @Test
    void anAckThatIsLateTimesOutAndTheUnsentEventIsDropped() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/");
        script.emitWithAck("/", "a", 1000).skip().fire("ack / 0");
        assertThat(script.lines()).containsExactly("a timed out");
        script.text(ClientScript.OPEN).skip().text(GRANT);
        assertThat(script.lines()).containsExactly("/ connect S1");
    }

    @Test
    void aDisconnectLosesAcksOfWhatWasSentAndKeepsTheUnsent() {
        ClientScript script = connected();
        script.emitWithAck("/", "sent", 60_000).skip();
        script.engine().onClosed(1006, "", script.now());
        assertThat(script.lines()).contains("sent lost");
        script.emitWithAck("/", "unsent", 60_000);
        script.fire("reconnect").text(ClientScript.OPEN).skip().text(GRANT);
        assertThat(script.lines()).containsExactly("ws 421[\"unsent\"]", "/ connect S1");
        script.text("431[]");
        assertThat(script.lines()).containsExactly("unsent answered []");
    }

    @Test
    void aReplyOfAnEarlierConnectionIsNotSent() {
        ClientScript script = connected();
        script.text("427[\"question\"]");
        long epoch = script.socket("/").epoch();
        script.engine().onClosed(1006, "", script.now());
        script.fire("reconnect").text(ClientScript.OPEN).text(GRANT).skip();
        script.socket("/").reply(7, Arguments.NONE, epoch);
        assertThat(script.lines()).isEmpty();
        script.socket("/").reply(7, Arguments.of(1), script.socket("/").epoch());
        assertThat(script.lines()).containsExactly("ws 437[1]");
    }

    @Test
    void aPacketThatCannotBeReadIsAParseErrorAndReconnects() {
        ClientScript script = connected();
        script.text("42{\"not\":\"an array\"}");
        assertThat(script.lines())
                .containsExactly(
                        "finish",
                        "* close parse error",
                        "/ disconnect parse error PAYLOAD_SHAPE",
                        "* reconnecting 1 1000",
                        "reconnect in 1000");
    }

    @Test
    void textInPlaceOfAnAttachmentIsAParseError() {
        ClientScript script = connected();
        script.text("451-[\"b\",{\"_placeholder\":true,\"num\":0}]").text("42[\"x\"]");
        assertThat(script.lines()).contains("/ disconnect parse error TEXT_INSTEAD_OF_ATTACHMENT");
    }

    @Test
    void anEventWithoutPayloadDoesNothing() {
        ClientScript script = connected();
        script.text("42").text("4212");
        assertThat(script.lines()).isEmpty();
    }

    @Test
    void packetsOfNamespacesThatNobodyOpenedAreIgnored() {
        ClientScript script = connected();
        script.text("42/nobody,[\"x\"]").text("41/nobody,").text("40/nobody,{\"sid\":\"S9\"}");
        assertThat(script.lines()).isEmpty();
    }

    @Test
    void attemptsGoOnWithGrowingPausesUntilOneSucceeds() {
        ClientScript script = ClientScript.webSocket(new Reconnection(true, 10, 1000, 5000, 0)).connect("/");
        refuse(script);
        assertThat(script.lines())
                .containsExactly(
                        "WS",
                        "abort",
                        "* error Refused",
                        "/ connect_error websocket error",
                        "* reconnecting 1 1000",
                        "reconnect in 1000");
        refuse(script.fire("reconnect"));
        assertThat(script.lines())
                .containsExactly(
                        "* reconnect_attempt 1",
                        "WS",
                        "abort",
                        "* error Refused",
                        "/ connect_error websocket error",
                        "* reconnecting 2 2000",
                        "reconnect in 2000",
                        "* reconnect_error");
        script.fire("reconnect").skip().text(ClientScript.OPEN);
        assertThat(script.lines()).containsExactly("* open E1", "* reconnect 2", "ws 40");
        script.engine().onClosed(1006, "", script.now());
        assertThat(script.lines()).as("counted anew").contains("* reconnecting 1 1000");
    }

    private static void refuse(ClientScript script) {
        script.engine().onFailed(new ConnectFailure.Refused(Transport.WEBSOCKET, "localhost", 1), script.now());
    }

    @Test
    void attemptsRunOut() {
        ClientScript script = ClientScript.webSocket(new Reconnection(true, 2, 1, 1, 0)).connect("/");
        refuse(script);
        refuse(script.fire("reconnect"));
        script.skip();
        refuse(script.fire("reconnect"));
        assertThat(script.lines())
                .containsExactly(
                        "* reconnect_attempt 2",
                        "WS",
                        "abort",
                        "* error Refused",
                        "/ connect_error websocket error",
                        "* reconnect_failed",
                        "* reconnect_error");
        assertThat(script.runs("reconnect")).isFalse();
    }

    @Test
    void withoutReconnectionThereIsOneAttempt() {
        ClientScript script = ClientScript.webSocket(Reconnection.OFF).connect("/");
        refuse(script);
        assertThat(script.lines())
                .containsExactly("WS", "abort", "* error Refused", "/ connect_error websocket error");
    }

    @Test
    void anAttemptThatTakesTooLongIsATimeout() {
        ClientScript script = ClientScript.webSocket(Reconnection.OFF).connect("/").pass(20_000).fire("connect");
        assertThat(script.lines()).containsExactly("WS", "abort", "* error Timeout", "/ connect_error timeout");
    }

    @Test
    void leavingDuringThePauseEndsTheAttempts() {
        ClientScript script = connected();
        script.engine().onClosed(1006, "", script.now());
        script.skip().socket("/").disconnect(script.now());
        assertThat(script.runs("reconnect")).isFalse();
        assertThat(script.lines()).isEmpty();
    }

    @Test
    void leavingWhileOpeningGivesUpQuietly() {
        ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").skip();
        script.socket("/").disconnect(script.now());
        assertThat(script.lines()).containsExactly("abort");
        assertThat(script.runs("connect")).isFalse();
    }

    @Test
    void closingTheClientEndsAllThatWaits() {
        ClientScript script = connected().connect("/chat").skip();
        script.emitWithAck("/", "sent", 60_000).emitWithAck("/chat", "unsent", 60_000).skip();
        script.manager().close(script.now());
        assertThat(script.lines())
                .containsExactly(
                        "ws 41",
                        "/ disconnect io client disconnect",
                        "sent lost",
                        "finish",
                        "* close forced close",
                        "unsent lost");
        assertThat(script.runs("ack /chat 0")).isFalse();
    }

    @Test
    void aClosingEngineAndItsSuccessorDoNotMeet() {
        ClientScript script = ClientScript.polling().connect("/").polled(ClientScript.OPEN).posted().polled(GRANT);
        ClientEngine old = script.engine();
        script.emit("/", "a", "1");
        script.socket("/").disconnect(script.now());
        script.connect("/").polled(ClientScript.OPEN.replace("E1", "E2")).skip();
        old.onPosted(script.now());
        old.onPosted(script.now());
        assertThat(script.lines()).containsExactly("POST E1 41", "POST E1 1", "finish");
        assertThat(script.runs("heartbeat 1")).isFalse();
        assertThat(script.runs("heartbeat 2")).isTrue();
    }

    @Test
    void theTapSeesEveryPacketOnceAtItsHighestLayer() {
        ClientScript script = ClientScript.tapped().connect("/").text(ClientScript.OPEN).text(GRANT).text("2");
        assertThat(script.lines().stream().filter(line -> line.startsWith("tap")))
                .containsExactly(
                        "tap opened E1",
                        "tap TO_CLIENT open",
                        "tap TO_SERVER connect / [] 40 +0",
                        "tap TO_CLIENT connect / [S1] 40{\"sid\":\"S1\"} +0",
                        "tap TO_CLIENT ping",
                        "tap TO_SERVER pong");
        script.text("451-[\"b\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(script.lines()).isEmpty();
        script.engine().onBinary(Bytes.utf8("x"), script.now());
        assertThat(script.lines().getFirst())
                .isEqualTo("tap TO_CLIENT event / [S1] 451-[\"b\",{\"_placeholder\":true,\"num\":0}] +1");
        script.text("4x");
        assertThat(script.lines().stream().filter(line -> line.startsWith("tap")))
                .containsExactly("tap fault SOCKET_UNKNOWN_TYPE", "tap link Closed", "tap link Reconnecting");
    }
}
