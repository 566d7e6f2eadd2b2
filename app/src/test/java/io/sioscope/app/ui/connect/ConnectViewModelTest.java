package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.RoomAsk;
import io.sioscope.app.workbench.RoomsOfClient;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectViewModelTest {

    private final List<String> calls = new ArrayList<>();
    private RoomsOfClient rooms = RoomsOfClient.NONE;
    private final List<ConnectSpec> specs = new ArrayList<>();
    private final Connections connections = new Connections() {
        @Override
        public String open(String before, ConnectSpec spec) {
            calls.add("open after " + before);
            specs.add(spec);
            return "c" + specs.size();
        }

        @Override
        public void save(String name, ConnectSpec spec) {
            calls.add("save " + name);
            specs.add(spec);
        }

        @Override
        public void habits(String session, ConnectHabits habits) {
            calls.add("habits of " + session + ": " + habits.answers());
        }

        @Override
        public RoomsOfClient rooms(String session) {
            return rooms;
        }

        @Override
        public void ask(String session, String namespace, String event, String text) {
            calls.add("ask " + session + " " + namespace + " " + event + " " + text);
        }

        @Override
        public void end(String session) {
            calls.add("end " + session);
        }
    };
    private final List<String> opened = new ArrayList<>();
    private static final Texts TEXTS = new Texts(ConnectViewModel.class, Locale.ENGLISH);
    private final KeptEnvironments kept = new KeptEnvironments();
    private final EnvironmentsViewModel environments = new EnvironmentsViewModel(kept, TEXTS);
    private final ConnectViewModel page = new ConnectViewModel(
            connections,
            environments,
            new DirectExecutor(),
            opened::add,
            TEXTS,
            new Explain(Locale.ENGLISH),
            new DoctorViewModel(new DirectExecutor(), TEXTS));

    private static SessionSnapshot snapshot(
            SessionState state, Optional<ConnectFailure> failure, NamespaceSnapshot... namespaces) {
        return new SessionSnapshot(
                "c1", SessionSnapshot.Kind.CLIENT, "http://localhost:3000", state, failure, List.of(namespaces), List.of());
    }

    @Test
    void answersAreTakenOverWhileConnectedOnceTheyCanBeUsed() {
        page.urlProperty().set("localhost:3000");
        AnswerRow row = page.habits().form().rows().getFirst();
        row.eventProperty().set("confirm");
        row.answerProperty().set("[1]");
        page.connect();
        AnswerRule rule = new AnswerRule("", "confirm", "[1]", Duration.ZERO);
        assertThat(specs.getLast().habits().answers()).containsExactly(rule);
        row.answerProperty().set("[1");
        assertThat(row.problemProperty().get()).contains("not JSON");
        row.answerProperty().set("[1]");
        row.delayProperty().set("soon");
        assertThat(row.problemProperty().get()).contains("range");
        row.delayProperty().set("250");
        assertThat(row.problemProperty().get()).isEmpty();
        page.habits().form().remove(row);
        assertThat(calls)
                .containsExactly(
                        "open after ",
                        "habits of c1: " + List.of(new AnswerRule("", "confirm", "[1]", Duration.ofMillis(250))),
                        "habits of c1: []");
        page.fill("x", ConnectSpec.to("localhost:1").withHabits(ConnectHabits.NONE.withAnswers(List.of(rule))));
        assertThat(page.habits().form().habits().answers()).containsExactly(rule);
        assertThat(page.habits().form().rows()).hasSize(2);
    }

    @Test
    void aRoomIsAskedForWithTheApplicationsOwnEvent() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        calls.clear();
        page.habits().joinRoom("/", "lobby");
        page.habits().form().joinEventProperty().set("join:room");
        page.habits().joinRoom("/", "lobby");
        assertThat(calls).as("not before it is connected").containsExactly("habits of c1: []");
        rooms = new RoomsOfClient(List.of(new RoomAsk("/", "lobby")), List.of(), false, List.of(), List.of());
        page.show(snapshot(new SessionState.Connected(Transport.WEBSOCKET), Optional.empty()));
        assertThat(page.habits().roomsProperty().get()).isEqualTo(rooms);
        calls.clear();
        page.habits().joinRoom("/chat", " lobby ");
        page.habits().joinRoom("/chat", " ");
        page.habits().leaveRoom("/chat", "lobby");
        page.habits().form().joinEventProperty().set("connect");
        assertThat(page.habits().form().roomProblemProperty().get()).contains("connect");
        page.habits().joinRoom("/chat", "lobby");
        assertThat(calls).containsExactly("ask c1 /chat join:room lobby");
    }

    @Test
    void nothingCanBeConnectedBeforeThereIsAUrl() {
        assertThat(page.connectableProperty().get()).isFalse();
        page.connect();
        assertThat(calls).isEmpty();
        page.urlProperty().set("localhost:3000");
        assertThat(page.connectableProperty().get()).isTrue();
        assertThat(page.urlProblemProperty().get()).isEmpty();
        page.urlProperty().set("ftp://localhost");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.urlProblemProperty().get()).contains("scheme");
    }

    @Test
    void everythingThatIsFilledInReachesTheSpec() {
        page.urlProperty().set(" http://localhost:3000 ");
        page.pathProperty().set("/io");
        page.transportsProperty().set(TransportChoice.WEBSOCKET);
        assertThat(page.addNamespace("chat")).isTrue();
        fill(page.headers(), "X-Build", "7");
        fill(page.query(), "lang", "fr");
        fill(page.auth(), "token", "t\"1");
        page.connect();
        ConnectSpec spec = specs.getFirst();
        assertThat(spec.url()).isEqualTo("http://localhost:3000");
        assertThat(spec.path()).isEqualTo("/io");
        assertThat(spec.transports()).containsExactly(Transport.WEBSOCKET);
        assertThat(spec.namespaces()).containsExactly("/chat");
        assertThat(spec.headers().getFirst().name()).isEqualTo("X-Build");
        assertThat(spec.query()).isEqualTo(Map.of("lang", "fr"));
        assertThat(spec.auth()).isEqualTo("{\"token\":\"t\\\"1\"}");
        assertThat(opened).containsExactly("c1");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.CONNECTING);
    }

    private static void fill(PairTable table, String name, String value) {
        PairRow row = table.rows().getLast();
        row.nameProperty().set(name);
        row.valueProperty().set(value);
    }

    @Test
    void aLineThatIsSwitchedOffStaysButIsNotSent() {
        page.urlProperty().set("localhost");
        fill(page.query(), "a", "1");
        fill(page.query(), "b", "2");
        page.query().rows().getFirst().onProperty().set(false);
        page.connect();
        assertThat(specs.getFirst().query()).isEqualTo(Map.of("b", "2"));
        assertThat(page.query().rows()).hasSize(3);
    }

    @Test
    void theSameParameterTwiceIsMarkedAtItsLine() {
        page.urlProperty().set("localhost");
        fill(page.query(), "a", "1");
        fill(page.query(), "a", "2");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.query().rows().get(0).problemProperty().get()).isEmpty();
        assertThat(page.query().rows().get(1).problemProperty().get()).isNotEmpty();
        page.query().remove(page.query().rows().get(1));
        assertThat(page.connectableProperty().get()).isTrue();
    }

    @Test
    void aHeaderWithALineBreakIsRefused() {
        page.urlProperty().set("localhost");
        fill(page.headers(), "X", "a\r\nEvil: 1");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.headers().rows().getFirst().problemProperty().get()).isNotEmpty();
    }

    @Test
    void authGoesFromTableToJsonAndBackWhenNothingIsLost() {
        fill(page.auth(), "token", "abc");
        page.showAuthAsJson(true);
        assertThat(page.authJsonProperty().get()).isEqualTo("{\"token\":\"abc\"}");
        page.authJsonProperty().set("{\"token\":\"abc\",\"n\":1}");
        page.showAuthAsJson(false);
        assertThat(page.authAsJsonProperty().get()).isTrue();
        assertThat(page.authProblemProperty().get()).isNotEmpty();
        page.authJsonProperty().set("{\"user\":\"mia\"}");
        page.showAuthAsJson(false);
        assertThat(page.authAsJsonProperty().get()).isFalse();
        assertThat(page.auth().rows().getFirst().valueProperty().get()).isEqualTo("mia");
    }

    @Test
    void brokenAuthJsonSaysWhere() {
        page.urlProperty().set("localhost");
        page.showAuthAsJson(true);
        page.authJsonProperty().set("{\"token\":");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.authProblemProperty().get()).contains("1:");
        page.authJsonProperty().set("[1]");
        assertThat(page.connectableProperty().get()).isFalse();
    }

    @Test
    void namespacesAreCheckedAsTheyAreAdded() {
        assertThat(page.addNamespace("/chat")).isTrue();
        assertThat(page.addNamespace("chat")).isFalse();
        assertThat(page.namespaceProblemProperty().get()).isNotEmpty();
        assertThat(page.addNamespace("a,b")).isFalse();
        assertThat(page.addNamespace("  ")).isFalse();
        assertThat(page.namespaces()).hasSize(1);
    }

    @Test
    void aFirstFailureIsExplainedAndNotTriedAgain() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        ConnectFailure refused = new ConnectFailure.Refused(Transport.POLLING, "localhost", 3000);
        page.show(snapshot(new SessionState.Reconnecting(1, Instant.now()), Optional.of(refused)));
        assertThat(calls).containsExactly("open after ", "end c1");
        page.show(snapshot(new SessionState.Closed("io client disconnect"), Optional.of(refused)));
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.EDITING);
        assertThat(page.outcomeProperty().get().kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(page.outcomeProperty().get().headline()).contains("localhost").contains("3000");
        assertThat(page.outcomeProperty().get().hint()).isNotEmpty();
    }

    @Test
    void aLostConnectionIsLeftToTryAgain() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        page.show(snapshot(new SessionState.Connected(Transport.WEBSOCKET), Optional.empty()));
        page.show(snapshot(new SessionState.Reconnecting(1, Instant.now()), Optional.empty()));
        assertThat(calls).containsExactly("open after ");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.CONNECTING);
    }

    @Test
    void aRefusedNamespaceIsShownAtItsChipWithItsData() {
        page.urlProperty().set("localhost:3000");
        page.addNamespace("/admin");
        page.connect();
        var data = JsonNodeFactory.instance.objectNode().put("code", "E_EXP");
        page.show(snapshot(
                new SessionState.Connected(Transport.WEBSOCKET),
                Optional.empty(),
                new NamespaceSnapshot("/admin", new NamespaceState.Refused("invalid token", Optional.of(data)))));
        NamespaceChip chip = page.namespaces().getFirst();
        assertThat(chip.healthProperty().get()).isEqualTo(NamespaceChip.Health.REFUSED);
        assertThat(chip.wordsProperty().get()).contains("invalid token").contains("E_EXP");
        assertThat(page.outcomeProperty().get().kind()).isEqualTo(Outcome.Kind.REFUSED);
    }

    @Test
    void aNamespaceThatTheUrlImpliesIsShownButNotKept() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        page.show(snapshot(
                new SessionState.Connected(Transport.WEBSOCKET),
                Optional.empty(),
                new NamespaceSnapshot("/", new NamespaceState.Connected("sid"))));
        assertThat(page.namespaces()).hasSize(1);
        page.show(snapshot(new SessionState.Closed("io client disconnect"), Optional.empty()));
        page.urlProperty().set("localhost:3000/other");
        page.connect();
        assertThat(specs.getLast().namespaces()).isEmpty();
        assertThat(calls).last().isEqualTo("open after c1");
    }

    @Test
    void itSpeaksFrenchWhenTold() {
        page.urlProperty().set("ftp://x");
        String english = page.urlProblemProperty().get();
        page.speak(new Texts(ConnectViewModel.class, Locale.FRENCH), new Explain(Locale.FRENCH));
        assertThat(page.urlProblemProperty().get()).isNotEmpty().isNotEqualTo(english);
    }

    @Test
    void whatWasSavedIsFilledInWhole() {
        ConnectSpec spec = ConnectSpec.to("http://me:x@localhost:3000/x?v=7")
                .withNamespaces(List.of("/chat", "/admin"))
                .withAuth("{\"token\":\"t\"}")
                .withQuery(Map.of("lang", "fr"))
                .withHeaders(List.of(new io.sioscope.protocol.capture.Header("X-Build", "7")))
                .withPath("/io")
                .withTransports(List.of(Transport.WEBSOCKET));
        page.urlProperty().set("http://before");
        assertThat(page.suggestedName()).isEqualTo("before");
        page.fill("shop", spec);
        assertThat(page.authAsJsonProperty().get()).isFalse();
        assertThat(page.suggestedName()).isEqualTo("shop");
        page.save("shop 2");
        assertThat(calls).containsExactly("save shop 2");
        assertThat(specs).containsExactly(spec);
        page.fill("deep", spec.withAuth("{\"a\":[1.10]}"));
        assertThat(page.authAsJsonProperty().get()).isTrue();
        page.save("deep");
        assertThat(specs.getLast().auth()).isEqualTo("{\"a\":[1.10]}");
    }

    @Test
    void theSuggestedNameHoldsNoSecret() {
        page.urlProperty().set("https://me:secret@example.test:8443/chat?token=x");
        assertThat(page.suggestedName()).isEqualTo("example.test:8443");
    }

    @Test
    void everyFieldOfAConnectionHasItsPlaceOnThePage() throws ReflectiveOperationException {
        ConnectSpec other = new ConnectSpec(
                "https://example.test:8443/shop?a=1",
                List.of("/a", "/b"),
                "{\"deep\":[1]}",
                Map.of("q", "1"),
                List.of(new Header("X-A", "1"), new Header("X-A", "2")),
                "/io",
                List.of(Transport.WEBSOCKET, Transport.POLLING),
                false,
                new Reconnection(false, 3, 250, 90_000, 0.25),
                Duration.ofMillis(1_500),
                new ConnectOptions(
                        EngineChoice.DETECT,
                        PacketParser.MSGPACK,
                        false,
                        true,
                        true,
                        true,
                        true,
                        true,
                        "/ca.pem",
                        "/cert.pem",
                        "/key.pem",
                        "socks5://me:secret@127.0.0.1:1080",
                        AddressFamily.IPV6),
                new ConnectHabits(List.of(new AnswerRule("/a", "ask", "[1]", Duration.ofMillis(50))), "join", "leave"));
        for (Record[] pair : new Record[][] {
            {other, ConnectSpec.to("")},
            {other.options(), ConnectOptions.DEFAULT},
            {other.reconnection(), Reconnection.DEFAULT}
        }) {
            for (RecordComponent part : pair[0].getClass().getRecordComponents()) {
                assertThat(part.getAccessor().invoke(pair[0]))
                        .as("the test changes %s", part.getName())
                        .isNotEqualTo(part.getAccessor().invoke(pair[1]));
            }
        }
        page.fill("", other);
        page.save("other");
        assertThat(specs.getLast()).isEqualTo(other);
        assertThat(settings()).allMatch(Setting::differs);
        settings().forEach(Setting::reset);
        page.save("usual");
        assertThat(specs.getLast().options()).isEqualTo(ConnectOptions.DEFAULT);
        assertThat(specs.getLast().reconnection()).isEqualTo(Reconnection.DEFAULT);
        assertThat(specs.getLast().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings()).noneMatch(Setting::differs);
    }

    private List<Setting> settings() {
        return page.settings().stream().flatMap(group -> group.settings().stream()).toList();
    }

    private Setting.Typed<?> typed(String key) {
        return (Setting.Typed<?>) settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout,20000,unit",
        "timeout,0 ms,no time",
        "timeout,soon,soon",
        "timeout,99999999 min,a day at most",
        "reconnectionDelay,-1 s,no time",
        "reconnectionDelayMax,1 h,no time",
        "reconnectionAttempts,1.5,whole number",
        "reconnectionAttempts,-1,whole number",
        "reconnectionAttempts,99999999999,whole number",
        "randomizationFactor,2,from 0 to 1",
        "randomizationFactor,1.01,from 0 to 1",
        "randomizationFactor,NaN,from 0 to 1",
        "proxy,ftp://x,the proxy",
        "certificate,/cert.pem,certificate and its key"
    })
    void aWrongSettingIsSaidUnderItAndNothingIsOpened(String key, String text, String said) {
        page.urlProperty().set("localhost");
        typed(key).textProperty().set(text);
        Setting.Typed<?> shown = key.equals("certificate") ? typed("key") : typed(key);
        assertThat(shown.problemProperty().get()).contains(said);
        assertThat(page.connectableProperty().get()).isFalse();
        page.connect();
        assertThat(calls).isEmpty();
        typed(key).reset();
        assertThat(shown.problemProperty().get()).isEmpty();
        assertThat(page.connectableProperty().get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"timeout,300 ms,PT0.3S", "timeout,1.5s,PT1.5S", "timeout,'2,25 MIN',PT2M15S", "timeout,'  7 s ',PT7S"})
    void timesAreReadAsPeopleWriteThem(String key, String text, Duration time) {
        typed(key).textProperty().set(text);
        assertThat(typed(key).value()).isEqualTo(time);
    }

    @Test
    void aFileThatCannotBeReadIsSaidUnderItsFieldOnlyWhenItIsNeeded() {
        page.urlProperty().set("localhost");
        typed("authorities").textProperty().set("/no/such/file.pem");
        assertThat(page.connectableProperty().get()).isTrue();
        page.connect();
        assertThat(calls).isEmpty();
        assertThat(typed("authorities").problemProperty().get()).contains("/no/such/file.pem");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.EDITING);
    }

    @Test
    void namespacesPathAndNamesMayHaveVariables() {
        page.urlProperty().set("localhost");
        assertThat(page.addNamespace("/{{room}}")).isTrue();
        page.pathProperty().set("/{{tenant}}");
        fill(page.query(), "{{key}}", "1");
        assertThat(page.namespaceProblemProperty().get()).contains("room");
        assertThat(page.pathProblemProperty().get()).contains("tenant");
        assertThat(page.query().rows().getFirst().problemProperty().get()).contains("key");
        environments.edit();
        fill(environments.values(), "room", "chat");
        fill(environments.values(), "tenant", "acme");
        fill(environments.values(), "key", "k");
        assertThat(page.namespaceProblemProperty().get()).isEmpty();
        page.connect();
        assertThat(specs.getFirst().namespaces()).containsExactly("/chat");
        assertThat(specs.getFirst().path()).isEqualTo("/acme");
        assertThat(specs.getFirst().query()).isEqualTo(Map.of("k", "1"));
    }

    @Test
    void variablesGetTheValuesOfTheEnvironmentInUse() {
        page.urlProperty().set("http://{{host}}:3000/{{room}}");
        fill(page.auth(), "token", "{{token}}");
        fill(page.query(), "a", "1");
        fill(page.query(), "b", "{{token}}");
        assertThat(page.urlProblemProperty().get()).contains("host");
        assertThat(page.auth().rows().getFirst().problemProperty().get()).contains("token");
        assertThat(page.query().rows().get(0).problemProperty().get()).isEmpty();
        assertThat(page.query().rows().get(1).problemProperty().get()).contains("token");
        assertThat(page.impliedNamespaceProperty().get()).isEmpty();
        assertThat(page.connectableProperty().get()).isFalse();
        environments.edit();
        fill(environments.values(), "host", "localhost");
        fill(environments.values(), "room", "chat");
        fill(environments.values(), "token", "s3cret\"");
        assertThat(page.connectableProperty().get()).isTrue();
        assertThat(page.impliedNamespaceProperty().get()).isEqualTo("/chat");
        page.connect();
        assertThat(specs.getFirst().url()).isEqualTo("http://localhost:3000/chat");
        assertThat(specs.getFirst().auth()).isEqualTo("{\"token\":\"s3cret\\\"\"}");
        page.save("with variables");
        assertThat(specs.getLast().url()).isEqualTo("http://{{host}}:3000/{{room}}");
        assertThat(specs.getLast().auth()).contains("{{token}}");
    }
}
