package io.sioscope.app.ui.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostCors;
import io.sioscope.app.workbench.HostHttp;
import io.sioscope.app.workbench.HostLimits;
import io.sioscope.app.workbench.HostListen;
import io.sioscope.app.workbench.HostProtocol;
import io.sioscope.app.workbench.HostRecovery;
import io.sioscope.app.workbench.HostTimes;
import io.sioscope.app.workbench.HostTls;
import io.sioscope.app.workbench.MadeCertificate;
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
import io.sioscope.protocol.socketio.PacketParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    private Optional<MadeCertificate> made = Optional.empty();
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
                public Optional<MadeCertificate> madeCertificate(String session) {
                    return made;
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

    @Test
    void everyUncommonOptionIsReadAndSaidInACommandLine() {
        HostForm form = page.form();
        form.listen.tls.chosen.set(Encryption.PKCS12);
        form.listen.certificate.text.set("my server.p12");
        form.listen.password.text.set("secret");
        form.http.slash.on.set(false);
        form.http.client.on.set(false);
        form.http.compress.on.set(false);
        form.http.cookie.text.set("io; Secure");
        form.cors.origins.text.set("http://localhost:* /^https:/");
        form.cors.credentials.on.set(true);
        form.cors.methods.text.set("GET POST");
        form.cors.headers.text.set("X-A");
        form.cors.exposed.text.set("X-B, X-C");
        form.namespaces.recover.on.set(true);
        form.namespaces.away.text.set("5 min");
        form.namespaces.skip.on.set(false);
        form.namespaces.cleanup.on.set(true);
        form.protocol.transports.chosen.set(Offered.WEBSOCKET);
        form.protocol.parser.chosen.set(PacketParser.MSGPACK);
        form.protocol.older.on.set(true);
        form.protocol.upgrades.on.set(false);
        form.protocol.deflate.on.set(true);
        form.protocol.deflateFrom.text.set("64");
        form.protocol.upgradeTimeout.text.set("1 s");
        form.protocol.connectTimeout.text.set("2 s");
        form.protocol.headersTimeout.text.set("3 s");
        form.protocol.outbound.text.set("2 MiB");
        form.protocol.throttle.on.set(true);
        assertThat(form.problemsProperty().get()).isEmpty();
        page.start();
        HostSpec usual = HostSpec.on(3000, new Behaviour.Echo());
        assertThat(started.getFirst())
                .isEqualTo(new HostSpec(
                        HostListen.on(3000).withTls(new HostTls.Pkcs12("my server.p12", "secret")),
                        new HostHttp("/socket.io", false, false, new HostCompression(false, 1024), "io; Secure"),
                        new HostCors(
                                List.of("http://localhost:*", "/^https:/"),
                                true,
                                List.of("GET", "POST"),
                                List.of("X-A"),
                                List.of("X-B", "X-C")),
                        new HostNamespaces(List.of(), true),
                        new HostProtocol(
                                List.of(Transport.WEBSOCKET), false, true, PacketParser.MSGPACK, new HostCompression(true, 64)),
                        new HostTimes(
                                Duration.ofSeconds(25),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3)),
                        new HostLimits(1_000_000, 2 * 1024 * 1024, true),
                        new HostRecovery(true, Duration.ofMinutes(5), false),
                        usual.behaviour()));
        assertThat(page.commandLine())
                .isEqualTo("sioscope host --port 3000 --echo --allow-eio3 --tls-pkcs12 'my server.p12'"
                        + " --tls-password \"$TLS_PASSWORD\" --cors-origin 'http://localhost:*' --cors-origin '/^https:/'"
                        + " --cors-credentials --cors-methods GET,POST --cors-allowed-headers X-A"
                        + " --cors-exposed-headers X-B,X-C --upgrade-timeout 1s --connect-timeout 2s --headers-timeout 3s"
                        + " --max-outbound-buffer 2097152 --throttle --transports websocket --no-allow-upgrades --parser msgpack --per-message-deflate 64"
                        + " --no-add-trailing-slash --no-serve-client --http-compression off --cookie 'io; Secure'"
                        + " --cleanup-empty-child-namespaces --connection-state-recovery 300s --no-skip-middlewares");
        assertThat(page.clientSnippet())
                .contains("socket.io-msgpack-parser", "https://localhost:3000")
                .contains("{ addTrailingSlash: false, transports: [\"websocket\"], parser }");
    }

    @Test
    void whatIsWrongInAnUncommonOptionIsSaidUnderIt() {
        HostForm form = page.form();
        form.listen.tls.chosen.set(Encryption.PEM);
        form.cors.origins.text.set("/(/");
        form.cors.methods.text.set("G(T");
        form.http.cookie.text.set("a=b; c");
        form.http.threshold.text.set("large");
        form.namespaces.recover.on.set(true);
        form.namespaces.away.text.set("0 s");
        form.protocol.outbound.text.set("0");
        assertThat(form.problemsProperty().get())
                .containsOnlyKeys(
                        SpecProblem.Field.CERTIFICATE,
                        SpecProblem.Field.KEY,
                        SpecProblem.Field.CORS_ORIGIN,
                        SpecProblem.Field.CORS_METHODS,
                        SpecProblem.Field.COOKIE,
                        SpecProblem.Field.HTTP_COMPRESSION,
                        SpecProblem.Field.RECOVERY,
                        SpecProblem.Field.OUTBOUND_BUFFER);
        form.listen.tls.chosen.set(Encryption.NONE);
        form.http.compress.on.set(false);
        form.namespaces.recover.on.set(false);
        assertThat(form.problemsProperty().get())
                .as("what does not stand there is not wrong")
                .containsOnlyKeys(
                        SpecProblem.Field.CORS_ORIGIN,
                        SpecProblem.Field.CORS_METHODS,
                        SpecProblem.Field.COOKIE,
                        SpecProblem.Field.OUTBOUND_BUFFER);
    }

    @Test
    void theSuitesBringTheirOptionsAndTakeThemAlong() {
        HostForm form = page.form();
        form.http.path.text.set("/mine");
        form.listen.port.text.set("3100");
        form.answers.set(Answers.CONFORMANCE);
        assertThat(form.spec()).isEqualTo(HostSpec.conformance(3100));
        assertThat(form.protocol.pingInterval.text.get()).isEqualTo("300 ms");
        assertThat(form.protocol.pingInterval.differs().get()).isFalse();
        form.protocol.pingInterval.text.set("1 s");
        assertThat(form.protocol.pingInterval.differs().get()).isTrue();
        assertThat(page.commandLine()).isEqualTo("sioscope host --port 3100 --conformance --ping-interval 1s");
        form.answers.set(Answers.BY_HAND);
        assertThat(form.spec().http().path()).isEqualTo("/mine");
        assertThat(form.spec().times()).isEqualTo(HostTimes.USUAL);
        assertThat(form.http.path.differs().get()).isTrue();
        assertThat(form.protocol.pingInterval.differs().get()).isFalse();
    }

    @Test
    void aCertificateThatWasMadeIsShownWithItsFileWhileTheHostListens() {
        Path file = Path.of("kept", "localhost.pem");
        made = Optional.of(new MadeCertificate(
                "AB:CD", Optional.of(file), Optional.of(Path.of("kept")), Instant.EPOCH, true));
        page.start();
        page.show(listening("h1"));
        assertThat(page.certificate().fingerprintProperty().get()).isEqualTo("AB:CD");
        assertThat(page.certificate().fileProperty().get()).isEqualTo(file.toString());
        made = Optional.of(new MadeCertificate(
                "AB:CD", Optional.empty(), Optional.of(Path.of("kept")), Instant.EPOCH, true));
        page.show(listening("h1"));
        assertThat(page.certificate().fileProperty().get()).contains("could not be kept in kept");
        made = Optional.empty();
        page.show(listening("h1"));
        assertThat(page.certificate().fingerprintProperty().get()).isEmpty();
        assertThat(page.certificate().fileProperty().get()).isEmpty();
    }

    private static SessionSnapshot listening(String id) {
        SessionState listening = new SessionState.Listening("https://localhost:3000", 3000, "/socket.io");
        return new SessionSnapshot(
                id, SessionSnapshot.Kind.HOST, "", listening, Optional.empty(), List.of(), List.of());
    }

    @Test
    void ratesAreTakenOnceASecondFromWhatWasCounted() {
        SessionState listening = new SessionState.Listening("http://localhost:3000", 3000, "/socket.io");
        SessionSnapshot one = new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "", listening, Optional.empty(), List.of(), List.of(socket("a")));
        passed.put("a", new SocketTraffic(1_000, 50_000, 7, 700));
        page.show(one);
        var rate = page.rate(socket("a"));
        now += 1_000_000_000L;
        page.show(one);
        assertThat(rate.get()).as("what passed before anybody looked is no rate").isEqualTo(SocketRate.NONE);
        passed.put("a", new SocketTraffic(1_030, 51_500, 7, 700));
        now += 500_000_000L;
        page.show(one);
        assertThat(rate.get()).as("half a second is no second").isEqualTo(SocketRate.NONE);
        now += 1_000_000_000L;
        page.show(one);
        assertThat(rate.get()).isEqualTo(new SocketRate(20, 1_000, 0, 0));
        now += 2_000_000_000L;
        page.show(one);
        assertThat(rate.get()).isEqualTo(SocketRate.NONE);
    }

    @Test
    void whatIsStartedIsKeptAndAnEditedOneTakesItsPlace() {
        page.start();
        assertThat(kept.all()).singleElement().satisfies(host -> {
            assertThat(host.name()).isEqualTo("host 3000");
            assertThat(host.session()).isEqualTo("h1");
        });
        page.form().http.path.text.set("/other");
        page.start();
        assertThat(kept.all()).singleElement().satisfies(host -> assertThat(host.spec().http().path()).isEqualTo("/other"));
        page.startDemo();
        assertThat(kept.all()).as("the demo can be had at any time").hasSize(1);
    }

    @Test
    void aKeptHostIsFilledInToBeEdited() {
        KeptHost mock = new KeptHost("k7", "mock", HostSpec.on(3100, new Behaviour.Silent()), "", "");
        kept.save("k7", "mock", mock.spec());
        page.showKept();
        page.edit(page.kept().getFirst());
        page.form().http.path.text.set("/edited");
        page.start();
        assertThat(kept.all()).singleElement().satisfies(host -> {
            assertThat(host.name()).isEqualTo("mock");
            assertThat(host.spec().http().path()).isEqualTo("/edited");
        });
    }
}
