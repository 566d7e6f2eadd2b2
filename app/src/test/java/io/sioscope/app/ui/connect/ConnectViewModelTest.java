package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectViewModelTest {

    private final List<String> calls = new ArrayList<>();
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
        public void end(String session) {
            calls.add("end " + session);
        }
    };
    private final List<String> opened = new ArrayList<>();
    private static final Texts TEXTS = new Texts(ConnectViewModel.class, Locale.ENGLISH);
    private final ConnectViewModel page = new ConnectViewModel(
            connections,
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
}
