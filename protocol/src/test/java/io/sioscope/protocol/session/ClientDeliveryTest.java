package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of events and acknowledgements when the connection fails them, as transcripts. */
class ClientDeliveryTest {
    private static final String GRANT = "40{\"sid\":\"S1\"}";
    private static final String RECOVERABLE = "40{\"sid\":\"S1\",\"pid\":\"P1\"}";

    private static ClientScript connected(ClientScript script) {
        return script.connect("/").text(ClientScript.OPEN).text(GRANT).skip();
    }

    private static ClientScript connected() {
        return connected(ClientScript.webSocket(Reconnection.DEFAULT));
    }

    private static ClientScript lose(ClientScript script) {
        script.engine().onClosed(1006, "", script.now());
        return script;
    }

    private static ClientScript reopen(ClientScript script) {
        return script.fire("reconnect").text(ClientScript.OPEN.replace("E1", "E2"));
    }

    @Nested
    class Answers {
        /** As in the reference (Socket.emitBuffered): what came early is handled before what waits is sent. */
        @Test
        void thoseToWhatCameEarlyLeaveBeforeWhatWaited() {
            ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN);
            script.emit("/", "waited", "").answer("q", "a").text("42[\"q\"]").skip().text(GRANT);
            assertThat(script.lines())
                    .containsExactly("/ event q []", "ws 42[\"a\"]", "ws 42[\"waited\"]", "/ connect S1");
        }
    }

    @Nested
    class Acks {
        @Test
        void aCallbackWithoutErrorIsForgottenWhenTheConnectionEnds() {
            ClientScript script = connected();
            script.emitWithPlainAck("/", "plain", 0).emitWithAck("/", "error", 0).skip();
            lose(script);
            assertThat(script.lines()).contains("error lost").doesNotContain("plain lost");
            reopen(script).text(GRANT).skip().text("430[1]").text("431[1]");
            assertThat(script.lines()).isEmpty();
        }

        @Test
        void withATimeoutItHears() {
            ClientScript script = connected();
            script.emitWithPlainAck("/", "plain", 1000).skip();
            lose(script);
            assertThat(script.lines()).contains("plain lost");
            assertThat(script.runs("ack / 0")).isFalse();
        }

        @Test
        void theDisconnectIsToldBeforeThem() {
            ClientScript script = connected();
            script.emitWithAck("/", "a", 0).skip();
            lose(script);
            assertThat(script.lines()).containsSubsequence("/ disconnect transport close", "a lost");
        }

        @Test
        void theOptionsTimeoutIsThatOfEmitsWithoutOne() {
            ClientScript script =
                    connected(ClientScript.of(new ClientSocketOptions(TimeUnit.MILLISECONDS.toNanos(300), 0)));
            script.emitWithAck("/", "a").emitWithAck("/", "b", 0).skip();
            assertThat(script.runs("ack / 0")).isTrue();
            assertThat(script.runs("ack / 1")).as("an emit may say that it waits for ever").isFalse();
            script.fire("ack / 0");
            assertThat(script.lines()).containsExactly("a timed out");
        }
    }

    @Nested
    class Volatile {
        @Test
        void isDroppedWithoutAConnectionOrWhileItIsNotReady() {
            ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT);
            script.emitVolatile("/", "early").connect("/").emitVolatile("/", "opening").text(ClientScript.OPEN).text(GRANT).skip();
            script.engine().onWritable(false, script.now());
            script.emitVolatile("/", "full");
            script.engine().onWritable(true, script.now());
            script.emitVolatile("/", "sent");
            assertThat(script.lines()).containsExactly("ws 42[\"sent\"]");
        }

        @Test
        void isDroppedWhileAPostIsUnderWay() {
            ClientScript script = ClientScript.polling().connect("/").polled(ClientScript.OPEN).posted().polled(GRANT).skip();
            script.emit("/", "first", "1").emitVolatile("/", "dropped").posted().emitVolatile("/", "sent");
            assertThat(script.lines()).containsExactly("POST E1 42[\"first\",1]", "POST E1 42[\"sent\"]");
        }

        /** socket.io-client 4.8, Socket.emit: only the transport is looked at. */
        @Test
        void waitsForTheGrantIfTheTransportIsReady() {
            ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN).skip();
            script.emitVolatile("/", "kept").text(GRANT);
            assertThat(script.lines()).containsExactly("ws 42[\"kept\"]", "/ connect S1");
        }
    }

    @Nested
    class Retries {
        private final ClientScript script =
                ClientScript.of(new ClientSocketOptions(TimeUnit.MILLISECONDS.toNanos(100), 2));

        @Test
        void oneEventIsUnderWayAtATimeAndEachIsAcknowledged() {
            connected(script).emit("/", "a", "1").emitWithAck("/", "b").emit("/", "c", "3");
            assertThat(script.lines()).containsExactly("ws 420[\"a\",1]");
            script.text("430[]");
            assertThat(script.lines()).containsExactly("ws 421[\"b\"]");
            script.text("431[\"done\"]");
            assertThat(script.lines()).containsExactly("b answered [\"done\"]", "ws 422[\"c\",3]");
        }

        @Test
        void itIsSentAgainUnderANewIdAndThenGivenUp() {
            connected(script).emitWithAck("/", "a").emit("/", "b", "2");
            script.fire("ack / 0").fire("ack / 1");
            assertThat(script.lines()).containsExactly("ws 420[\"a\"]", "ws 421[\"a\"]", "ws 422[\"a\"]");
            script.fire("ack / 2");
            assertThat(script.lines()).containsExactly("a timed out", "ws 423[\"b\",2]");
        }

        @Test
        void anAnswerToAnEarlierTryIsTooLate() {
            connected(script).emitWithAck("/", "a").fire("ack / 0").skip();
            script.text("430[\"late\"]");
            assertThat(script.lines()).isEmpty();
            script.text("431[\"in time\"]");
            assertThat(script.lines()).containsExactly("a answered [\"in time\"]");
        }

        @Test
        void theQueueWaitsForTheConnectionAndGoesOutOnceBeforeConnectIsTold() {
            script.connect("/").emitWithAck("/", "a").emit("/", "b", "2").text(ClientScript.OPEN).skip();
            script.text(GRANT);
            assertThat(script.lines()).containsExactly("ws 420[\"a\"]", "/ connect S1");
            lose(script);
            assertThat(script.lines()).doesNotContain("a lost").contains("/ disconnect transport close");
            reopen(script).skip().text(GRANT);
            assertThat(script.lines()).containsExactly("ws 421[\"a\"]", "/ connect S1");
            script.text("431[]");
            assertThat(script.lines()).containsExactly("a answered []", "ws 422[\"b\",2]");
        }

        @Test
        void connectionsThatEndCountAsTries() {
            connected(script).emitWithAck("/", "a");
            reopen(lose(script)).text(GRANT);
            reopen(lose(script)).text(GRANT).skip();
            lose(script);
            assertThat(script.lines()).contains("a lost");
        }

        @Test
        void volatileGoesPastTheQueue() {
            connected(script).emit("/", "a", "1").emitVolatile("/", "v");
            assertThat(script.lines()).containsExactly("ws 420[\"a\",1]", "ws 42[\"v\"]");
        }

        @Test
        void closingTheClientEndsTheQueue() {
            connected(script).emitWithAck("/", "a").emitWithAck("/", "b").skip();
            script.manager().close(script.now());
            assertThat(script.lines()).containsOnlyOnce("a lost", "b lost");
        }
    }

    @Nested
    class Recovery {
        private final ClientScript script =
                ClientScript.webSocket(Reconnection.DEFAULT).connect("/").text(ClientScript.OPEN).text(RECOVERABLE);

        @Test
        void theLastOffsetGoesWithTheNextConnect() {
            script.text("42[\"a\",1,\"o1\"]").text("42[\"b\",\"o2\"]").text("427[\"ack\",\"no offset\"]").text("42[\"v\",5]");
            reopen(lose(script));
            assertThat(script.lines().getLast()).isEqualTo("ws 40{\"pid\":\"P1\",\"offset\":\"o2\"}");
        }

        @Test
        void withoutAnEventThereIsNoOffset() {
            reopen(lose(script));
            assertThat(script.lines().getLast()).isEqualTo("ws 40{\"pid\":\"P1\"}");
        }

        @Test
        void whatAuthSaysComesLastAndWins() {
            script.socket("/").auth(ClientAuth.of(Arguments.of(Map.of("pid", "mine"))));
            script.text("42[\"a\",\"o1\"]");
            reopen(lose(script));
            assertThat(script.lines().getLast()).isEqualTo("ws 40{\"pid\":\"mine\",\"offset\":\"o1\"}");
        }

        @Test
        void missedEventsComeBeforeTheGrantAndAreDeliveredWithIt() {
            script.text("42[\"a\",\"o1\"]");
            reopen(lose(script)).skip().text("42[\"missed\",\"o2\"]");
            assertThat(script.lines()).isEmpty();
            script.text(RECOVERABLE);
            assertThat(script.lines()).containsExactly("/ event missed [\"o2\"]", "/ connect S1 recovered");
            reopen(lose(script));
            assertThat(script.lines().getLast()).as("a missed event has an offset too").contains("\"offset\":\"o2\"");
        }

        @Test
        void anotherPrivateIdIsANewSession() {
            reopen(lose(script)).skip().text("40{\"sid\":\"S2\",\"pid\":\"P2\"}");
            assertThat(script.lines()).containsExactly("/ connect S2");
            reopen(lose(script));
            assertThat(script.lines().getLast()).isEqualTo("ws 40{\"pid\":\"P2\"}");
        }

        @Test
        void serversWithoutRecoveryEndIt() {
            reopen(lose(script)).text(GRANT);
            script.text("42[\"a\",\"text\"]");
            reopen(lose(script));
            assertThat(script.lines().getLast()).isEqualTo("ws 40");
        }
    }

    @Nested
    class Auth {
        private final List<Consumer<Arguments>> asked = new ArrayList<>();
        private final ClientScript script = ClientScript.webSocket(Reconnection.DEFAULT);

        @Test
        void isAskedForAtEachConnectAndMayComeLater() {
            script.socket("/").auth(asked::add);
            script.connect("/").text(ClientScript.OPEN);
            assertThat(script.lines()).containsExactly("WS", "* open E1");
            asked.getFirst().accept(Arguments.of(Map.of("n", 1)));
            asked.getFirst().accept(Arguments.of(Map.of("n", "again")));
            assertThat(script.lines()).containsExactly("ws 40{\"n\":1}");
            script.text(GRANT);
            reopen(lose(script)).skip();
            asked.getLast().accept(Arguments.of(Map.of("n", 2)));
            assertThat(script.lines()).containsExactly("ws 40{\"n\":2}");
        }

        @Test
        void thatOfAnEndedConnectionIsNotUsed() {
            script.socket("/").auth(asked::add);
            script.connect("/").text(ClientScript.OPEN);
            reopen(lose(script)).skip();
            asked.getFirst().accept(Arguments.of(Map.of("n", 1)));
            assertThat(script.lines()).isEmpty();
            asked.getLast().accept(Arguments.of(Map.of("n", 2)));
            assertThat(script.lines()).containsExactly("ws 40{\"n\":2}");
        }
    }
}
