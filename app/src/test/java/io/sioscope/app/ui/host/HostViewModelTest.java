package io.sioscope.app.ui.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostNamespaces;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.SocketTraffic;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostViewModelTest {

    private final List<HostSpec> started = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Hosting.Starting next = new Hosting.Starting.Started("h1");
    private final List<String> asked = new ArrayList<>();
    private HostSpec runs;
    private final List<AckRequest> acks = new ArrayList<>();
    private final Map<String, SocketTraffic> passed = new HashMap<>();
    private long now = 1;
    private final Selection selection = new Selection();
    private final FakeKept kept = new FakeKept();
    private final HostViewModel page = new HostViewModel(
            new Hosting() {
                @Override
                public Starting start(String before, HostSpec spec) {
                    started.add(spec);
                    return next;
                }

                @Override
                public void stop(String session) {
                    stopped.add(session);
                }

                @Override
                public Optional<HostSpec> spec(String session) {
                    return Optional.ofNullable(runs);
                }

                @Override
                public void join(String session, String namespace, String socket, String room) {
                    asked.add("join " + socket + " " + room);
                }

                @Override
                public void leave(String session, String namespace, String socket, String room) {
                    asked.add("leave " + socket + " " + room);
                }

                @Override
                public void disconnect(String session, String namespace, String socket, boolean close) {
                    asked.add("disconnect " + socket + " " + close);
                }

                @Override
                public Optional<SocketTraffic> traffic(String session, String socket) {
                    return Optional.ofNullable(passed.get(socket));
                }

                @Override
                public List<AckRequest> waiting(String session) {
                    return acks;
                }
            },
            kept,
            new DirectExecutor(),
            selection,
            started -> heard.add(started.session()),
            new Texts(HostViewModel.class, Locale.ENGLISH),
            new Explain(Locale.ENGLISH),
            () -> now);

    private static SocketSnapshot socket(String id, String... rooms) {
        return new SocketSnapshot("/", id, List.of(rooms), Transport.WEBSOCKET, "127.0.0.1");
    }

    private static SessionSnapshot snapshot(SessionState state) {
        return new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "http://localhost:4321", state, Optional.empty(), List.of(), List.of());
    }

    @Test
    void startsWhatIsFilledIn() {
        page.portProperty().set("0");
        page.namespacesProperty().set("/chat, admin");
        page.start();
        assertThat(started.getFirst().port()).isZero();
        assertThat(started.getFirst().effectiveNamespaces()).containsExactly("/chat", "/admin");
        assertThat(started.getFirst().behaviour()).isEqualTo(new Behaviour.Echo());
        assertThat(heard).containsExactly("h1");
        assertThat(page.commandLine()).isEqualTo("sioscope host --port 0 --echo --namespaces /chat,/admin --cors-origin '*'");
        page.show(snapshot(new SessionState.Listening("http://localhost:4321", 4321, "/socket.io")));
        assertThat(page.addressProperty().get()).isEqualTo("http://localhost:4321");
        assertThat(page.portProperty().get()).isEqualTo("4321");
        page.stop();
        assertThat(stopped).containsExactly("h1");
        page.show(snapshot(new SessionState.Closed("")));
        assertThat(page.phaseProperty().get()).isEqualTo(HostViewModel.Phase.EDITING);
    }

    @Test
    void aPortThatIsNoneIsToldAtOnce() {
        page.portProperty().set("http");
        assertThat(page.startableProperty().get()).isFalse();
        assertThat(page.problemProperty().get()).contains("http");
        page.start();
        assertThat(started).isEmpty();
        page.portProperty().set("70000");
        assertThat(page.startableProperty().get()).isFalse();
    }

    @Test
    void aBusyPortIsExplained() {
        next = new Hosting.Starting.Refused(new Explanation("Port 3000 is in use.", "Take another."));
        page.start();
        assertThat(page.phaseProperty().get()).isEqualTo(HostViewModel.Phase.EDITING);
        assertThat(page.failureProperty().get()).isEqualTo("Port 3000 is in use.");
        assertThat(page.failureHintProperty().get()).isEqualTo("Take another.");
        next = new Hosting.Starting.Started("h1");
        page.start();
        assertThat(page.failureProperty().get()).isEmpty();
    }

    @Test
    void theDemoTakesAFreePort() {
        page.startDemo();
        assertThat(started.getFirst().port()).isZero();
        assertThat(started.getFirst().behaviour()).isInstanceOf(Behaviour.Demo.class);
    }

    @Test
    void everyOptionIsReadAndSaidWhereItIsWrong() {
        page.form().protocol.pingInterval.text.set("300 ms");
        page.form().protocol.pingTimeout.text.set("2 min");
        page.form().protocol.maxSize.text.set("1,5 MB");
        page.form().cors.origins.text.set("http://localhost:5173");
        page.form().listen.bind.text.set("127.0.0.1");
        page.start();
        assertThat(started.getFirst().times().pingInterval()).isEqualTo(Duration.ofMillis(300));
        assertThat(started.getFirst().times().pingTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(started.getFirst().limits().maxHttpBufferSize()).isEqualTo(1_500_000);
        assertThat(page.commandLine())
                .isEqualTo("sioscope host --port 3000 --echo --bind 127.0.0.1 --cors-origin http://localhost:5173"
                        + " --ping-interval 300ms --ping-timeout 120s --max-http-buffer-size 1500000");
        page.form().protocol.maxSize.text.set("huge");
        page.form().protocol.pingInterval.text.set("often");
        assertThat(page.form().problemsProperty().get())
                .containsOnlyKeys(SpecProblem.Field.MAX_SIZE, SpecProblem.Field.PING_INTERVAL);
        assertThat(page.startableProperty().get()).isFalse();
    }

    @Test
    void aChangedOptionNeedsARestart() {
        page.start();
        page.show(snapshot(new SessionState.Listening("http://localhost:3000", 3000, "/socket.io")));
        assertThat(page.changedProperty().get()).isFalse();
        page.form().http.path.text.set("/other");
        assertThat(page.changedProperty().get()).isTrue();
        page.start();
        assertThat(started.getLast().http().path()).isEqualTo("/other");
        assertThat(page.changedProperty().get()).isFalse();
        assertThat(page.clientSnippet()).contains("io(\"http://localhost:3000\", { path: \"/other\" })");
    }

    @Test
    void socketsKeepTheirPlaceWhileOthersComeAndGo() {
        SessionState listening = new SessionState.Listening("http://localhost:3000", 3000, "/socket.io");
        java.util.function.Function<List<SocketSnapshot>, SessionSnapshot> with = sockets -> new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "", listening, Optional.empty(), List.of(), sockets);
        page.show(with.apply(List.of(socket("a"), socket("b"), socket("c"))));
        page.show(with.apply(List.of(socket("a"), socket("c", "lobby"), socket("d"))));
        assertThat(page.sockets()).containsExactly(socket("a"), socket("c", "lobby"), socket("d"));
        page.join(List.of(socket("a"), socket("d")), " den ");
        page.join(List.of(socket("a")), " ");
        page.leave(socket("c"), "lobby");
        page.disconnect(List.of(socket("c")), true);
        assertThat(asked).containsExactly("join a den", "join d den", "leave c lobby", "disconnect c true");
    }

    @Test
    void whatAClientWaitsForCanBeAnswered() {
        acks.add(new AckRequest(new AckRequest.Key("h1", "/chat", "c", 7), "confirm", io.sioscope.protocol.socketio.Arguments.NONE, 1));
        page.show(snapshot(new SessionState.Listening("http://localhost:3000", 3000, "/socket.io")));
        assertThat(page.waiting()).hasSize(1);
        page.answer(page.waiting().getFirst());
        assertThat(selection.answeringProperty().get().key()).isEqualTo(acks.getFirst().key());
    }

    @Test
    void aHostThatRunsAlreadyIsFilledInAndCanBeKept() {
        runs = HostSpec.on(3100, new Behaviour.Silent()).withNamespaces(HostNamespaces.only(List.of("/chat")));
        page.show(snapshot(new SessionState.Listening("http://localhost:3100", 3100, "/socket.io")));
        assertThat(page.commandLine()).isEqualTo("sioscope host --port 3100 --namespaces /chat");
        assertThat(page.changedProperty().get()).isFalse();
        page.save("mock");
        assertThat(kept.all()).extracting(KeptHost::name, host -> host.spec().port()).containsExactly(tuple("mock", 3100));
    }
}
