package io.sioscope.app.ui.connect;

import static io.sioscope.app.ui.connect.ConnectFixture.fill;
import static io.sioscope.app.ui.connect.ConnectFixture.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a page does with what is filled in: it connects, says what came of it, and keeps it. */
class ConnectViewModelTest {

    private final ConnectFixture on = new ConnectFixture();
    private final ConnectViewModel page = on.page;

    private List<Setting> settings() {
        return page.settings().stream().flatMap(group -> group.settings().stream()).toList();
    }

    @Test
    void nothingCanBeConnectedBeforeThereIsAUrl() {
        assertThat(page.connectableProperty().get()).isFalse();
        page.connect();
        assertThat(on.calls).isEmpty();
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
        assertThat(page.namespaces().add("chat")).isTrue();
        fill(page.headers(), "X-Build", "7");
        fill(page.query(), "lang", "fr");
        fill(page.auth(), "token", "t\"1");
        page.connect();
        ConnectSpec spec = on.specs.getFirst();
        assertThat(spec.url()).isEqualTo("http://localhost:3000");
        assertThat(spec.path()).isEqualTo("/io");
        assertThat(spec.transports()).containsExactly(Transport.WEBSOCKET);
        assertThat(spec.namespaces()).containsExactly("/chat");
        assertThat(spec.headers().getFirst().name()).isEqualTo("X-Build");
        assertThat(spec.query()).isEqualTo(Map.of("lang", "fr"));
        assertThat(spec.auth()).isEqualTo("{\"token\":\"t\\\"1\"}");
        assertThat(on.opened).containsExactly("c1");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.CONNECTING);
    }

    @Test
    void aFirstFailureIsExplainedAndNotTriedAgain() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        ConnectFailure refused = new ConnectFailure.Refused(Transport.POLLING, "localhost", 3000);
        page.show(snapshot(new SessionState.Reconnecting(1, Instant.now()), Optional.of(refused)));
        assertThat(on.calls).containsExactly("open after ", "end c1");
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
        assertThat(on.calls).containsExactly("open after ");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.CONNECTING);
    }

    @Test
    void aRefusedNamespaceIsShownAtItsChipWithItsData() {
        page.urlProperty().set("localhost:3000");
        page.namespaces().add("/admin");
        page.connect();
        var data = JsonNodeFactory.instance.objectNode().put("code", "E_EXP");
        page.show(snapshot(
                new SessionState.Connected(Transport.WEBSOCKET),
                Optional.empty(),
                new NamespaceSnapshot("/admin", new NamespaceState.Refused("invalid token", Optional.of(data)))));
        NamespaceChip chip = page.namespaces().chips().getFirst();
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
        assertThat(page.namespaces().chips()).hasSize(1);
        page.show(snapshot(new SessionState.Closed("io client disconnect"), Optional.empty()));
        page.urlProperty().set("localhost:3000/other");
        page.connect();
        assertThat(on.specs.getLast().namespaces()).isEmpty();
        assertThat(on.calls).last().isEqualTo("open after c1");
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
        assertThat(on.calls).containsExactly("save shop 2");
        assertThat(on.specs).containsExactly(spec);
        page.fill("deep", spec.withAuth("{\"a\":[1.10]}"));
        assertThat(page.authAsJsonProperty().get()).isTrue();
        page.save("deep");
        assertThat(on.specs.getLast().auth()).isEqualTo("{\"a\":[1.10]}");
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
        assertThat(on.specs.getLast()).isEqualTo(other);
        assertThat(settings()).allMatch(Setting::differs);
        settings().forEach(Setting::reset);
        page.save("usual");
        assertThat(on.specs.getLast().options()).isEqualTo(ConnectOptions.DEFAULT);
        assertThat(on.specs.getLast().reconnection()).isEqualTo(Reconnection.DEFAULT);
        assertThat(on.specs.getLast().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings()).noneMatch(Setting::differs);
    }
}
