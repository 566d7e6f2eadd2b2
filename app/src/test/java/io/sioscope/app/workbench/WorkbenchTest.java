package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Recorder;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.Arguments;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Hub hub = new Hub(Recorder.keepingNothing());
    private final Workbench workbench = new Workbench(hub, Locale.ENGLISH);

    @AfterEach
    void close() {
        workbench.close();
        hub.close();
    }

    private ClientSession connect(HostSession host, String... namespaces) {
        ClientSession client = workbench.connect(
                ConnectSpec.to(host.address().url()).withNamespaces(List.of(namespaces)));
        for (String namespace : namespaces) {
            await().atMost(PATIENCE).until(() -> client.sid(namespace).isPresent());
        }
        return client;
    }

    private EmitOutcome emit(Session session, Target target, String namespace, String event, boolean ack)
            throws Exception {
        return workbench
                .emit(new EmitRequest(
                        session.id(),
                        target,
                        namespace,
                        event,
                        Arguments.of("x", 1),
                        ack ? Optional.of(Duration.ofSeconds(10)) : Optional.empty()))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void aHostWithoutTheJavaScriptClientSaysSoToWhoAsksForIt() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        URI file = URI.create(host.address().url() + "/socket.io/socket.io.js");
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("built without npm");
    }

    @Test
    void aClientAndAHostSeeEachOtherInTheirSnapshots() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        long before = workbench.version();
        ClientSession client = connect(host, "/", "/chat");

        assertThat(workbench.version()).isGreaterThan(before);
        assertThat(workbench.sessions()).containsExactly(host, client);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.snapshot().state())
                        .isEqualTo(new SessionState.Connected(Transport.WEBSOCKET)));
        assertThat(client.snapshot().namespaces())
                .extracting(NamespaceSnapshot::state)
                .allSatisfy(state -> assertThat(state).isInstanceOf(NamespaceState.Connected.class));

        String sid = client.sid("/chat").orElseThrow();
        host.join("/chat", sid, "lobby");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.snapshot().sockets())
                .filteredOn(socket -> socket.id().equals(sid))
                .singleElement()
                .satisfies(socket -> assertThat(socket.rooms()).containsExactly("lobby"))
                .satisfies(socket -> assertThat(socket.transport()).isEqualTo(Transport.WEBSOCKET)));

        client.leave("/chat");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.snapshot().sockets()).hasSize(1));
        assertThat(client.snapshot().namespaces().get(1).state())
                .isEqualTo(new NamespaceState.Left("io client disconnect"));
        client.join("/chat");
        await().atMost(PATIENCE).until(() -> client.sid("/chat").isPresent());
        workbench.close(client).get(20, TimeUnit.SECONDS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.snapshot().sockets()).isEmpty());
        await().atMost(PATIENCE).until(() -> hub.metrics().recorded() > 10);
    }

    @Test
    void anEchoingHostAcknowledgesAndEmitsBack() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Echo()));
        ClientSession client = connect(host, "/");

        assertThat(emit(client, new Target.Server(), "/", "hi", true))
                .isInstanceOfSatisfying(EmitOutcome.Acknowledged.class, acked -> {
                    assertThat(acked.answers().getFirst().values()).hasToString("[\"x\", 1]");
                    assertThat(acked.latency()).isPositive();
                });
        assertThat(emit(client, new Target.Server(), "/none", "hi", true))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.NO_NAMESPACE));
        assertThat(emit(client, new Target.All(), "/", "hi", true))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.WRONG_TARGET));
        assertThat(emit(client, new Target.Server(), "/", "connect", true))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.RESERVED_EVENT));
    }

    @Test
    void acksThatTheOtherSideAskedForAreAnsweredByHandInBothDirections() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        ClientSession client = connect(host, "/");
        String sid = client.sid("/").orElseThrow();

        var toServer = workbench.emit(new EmitRequest(
                client.id(), new Target.Server(), "/", "save", Arguments.of(1), Optional.of(Duration.ofSeconds(20))));
        AckRequest.Key asked = new AckRequest.Key(host.id(), "/", sid, 0);
        await().atMost(PATIENCE).until(() -> workbench.ackRequest(asked).isPresent());
        assertThat(workbench.ackRequest(asked).orElseThrow().event()).isEqualTo("save");
        assertThat(workbench.answerAck(asked, Arguments.of("ok"))).isTrue();
        assertThat(workbench.answerAck(asked, Arguments.of("again"))).isFalse();
        assertThat(toServer.get(20, TimeUnit.SECONDS)).isInstanceOf(EmitOutcome.Acknowledged.class);

        for (Target target : List.of(new Target.Socket(sid), new Target.Room(sid), new Target.All())) {
            var toClient = workbench.emit(new EmitRequest(
                    host.id(), target, "/", "ask", Arguments.of(2), Optional.of(Duration.ofSeconds(20))));
            await().atMost(PATIENCE).until(() -> !workbench.ackRequests().isEmpty());
            AckRequest request = workbench.ackRequests().getFirst();
            assertThat(request.key().session()).isEqualTo(client.id());
            assertThat(request.key().socket()).isEqualTo(sid);
            assertThat(workbench.answerAck(request.key(), Arguments.of("yes"))).isTrue();
            assertThat(toClient.get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(EmitOutcome.Acknowledged.class, acked -> assertThat(
                                    acked.answers().getFirst().value(0).asText())
                            .isEqualTo("yes"));
        }
        assertThat(emit(host, new Target.Socket("nobody"), "/", "e", false))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.NO_SOCKET));
    }

    @Test
    void anUnansweredAckTimesOutAndIsForgottenWithItsSocket() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        ClientSession client = connect(host, "/");
        assertThat(workbench
                        .emit(new EmitRequest(
                                client.id(),
                                new Target.Server(),
                                "/",
                                "save",
                                Arguments.NONE,
                                Optional.of(Duration.ofMillis(200))))
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo(new EmitOutcome.TimedOut(List.of()));
        await().atMost(PATIENCE).until(() -> workbench.ackRequests().size() == 1);
        client.disconnect();
        await().atMost(PATIENCE).until(() -> workbench.ackRequests().isEmpty());
    }

    @Test
    void aBusyPortAndAClosedOneAreValues() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        int port = host.address().port();
        assertThatThrownBy(() -> workbench.host(HostSpec.on(port, new Behaviour.Silent())))
                .isInstanceOfSatisfying(ListenException.class, busy -> {
                    assertThat(busy.reason()).isEqualTo(ListenException.Reason.PORT_IN_USE);
                    assertThat(new Explain(Locale.ENGLISH).listen(busy).message())
                            .contains("in use", Integer.toString(port));
                });
        assertThat(workbench.sessions()).containsExactly(host);
        workbench.close(host).get(20, TimeUnit.SECONDS);

        ClientSession client = workbench.connect(
                ConnectSpec.to(host.address().url()).withReconnection(Reconnection.OFF));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.snapshot().state()).isInstanceOf(SessionState.Failed.class));
        ConnectFailure failure = client.snapshot().lastFailure().orElseThrow();
        assertThat(failure).isInstanceOf(ConnectFailure.Refused.class);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(new Explain(locale).connect(failure, client.spec()).message())
                    .contains(Integer.toString(port));
        }
    }

    @Test
    void aLostConnectionShowsThatItIsTriedAgain() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        ClientSession client = connect(host, "/");
        workbench.close(host).get(20, TimeUnit.SECONDS);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(client.snapshot().state()).isInstanceOf(SessionState.Reconnecting.class));
        assertThat(client.snapshot().namespaces().getFirst().state()).isEqualTo(new NamespaceState.Waiting());
    }

    @Test
    void aNamespaceThatIsNotServedIsRefused() throws Exception {
        HostSession host =
                workbench.host(HostSpec.on(0, new Behaviour.Silent()).withNamespaces(HostNamespaces.only(List.of("/", "chat"))));
        ClientSession client = workbench.connect(
                ConnectSpec.to(host.address().url()).withNamespaces(List.of("/chat", "/other")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(client.snapshot().namespaces())
                .extracting(NamespaceSnapshot::state)
                .satisfiesExactly(
                        granted -> assertThat(granted).isInstanceOf(NamespaceState.Connected.class),
                        refused -> assertThat(refused)
                                .isEqualTo(new NamespaceState.Refused("Invalid namespace", Optional.empty()))));
    }

    @Test
    void theDemoFillsThreeRoomsInTwoNamespaces() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Demo(7)));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(host.snapshot().sockets()).hasSize(10);
            assertThat(host.snapshot().sockets().stream().flatMap(socket -> socket.rooms().stream()))
                    .contains("lobby", "coffee", "help");
        });
        assertThat(workbench.snapshots()).hasSize(1);
    }

    @RepeatedTest(5)
    void whatEndsTellsTheServerBeforeItsThreadsEnd() throws Exception {
        BlockingQueue<CloseReason> reasons = new LinkedBlockingQueue<>();
        Workbench own = new Workbench(hub, Locale.ENGLISH);
        try (SioServer server = SioServer.listen(0)) {
            server.of("/").onConnection(socket -> socket.onDisconnect(reasons::add));
            ClientSession client = own.connect(ConnectSpec.to(server.url().toString())
                    .withNamespaces(List.of("/"))
                    .withTransports(List.of(Transport.POLLING)));
            await().atMost(PATIENCE).until(() -> client.sid("/").isPresent());

            own.close();

            assertThat(reasons.poll(20, TimeUnit.SECONDS)).isEqualTo(CloseReason.CLIENT_NAMESPACE_DISCONNECT);
        }
    }
}
