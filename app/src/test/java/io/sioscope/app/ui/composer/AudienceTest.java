package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HandshakeSnapshot;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private final List<EmitRequest> emitted = new ArrayList<>();
    private final Selection selection = new Selection();
    private final ComposerViewModel composer = new ComposerViewModel(
            new Emitter() {
                @Override
                public CompletableFuture<EmitOutcome> emit(EmitRequest request) {
                    emitted.add(request);
                    return CompletableFuture.completedFuture(new EmitOutcome.Sent());
                }

                @Override
                public boolean answer(AckRequest.Key key, Arguments arguments) {
                    return true;
                }

                @Override
                public List<String> seenEvents() {
                    return List.of();
                }
            },
            new KeptRules(),
            new DirectExecutor(),
            selection,
            new Texts(ComposerViewModel.class, Locale.ENGLISH),
            new Explain(Locale.ENGLISH));
    private final Audience audience = composer.audience();

    private static SocketSnapshot socket(String namespace, String id, String name, String... rooms) {
        return new SocketSnapshot(
                namespace, id, List.of(rooms), Transport.WEBSOCKET, "127.0.0.1",
                new HandshakeSnapshot(Map.of(), Map.of(), "{}", name, Instant.EPOCH));
    }

    private static SessionSnapshot host(SocketSnapshot... sockets) {
        List<NamespaceSnapshot> namespaces = List.of(
                new NamespaceSnapshot("/", new NamespaceState.Served(1)),
                new NamespaceSnapshot("/chat", new NamespaceState.Served(3)));
        return new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "host", new SessionState.Listening("http://localhost", 1, "/socket.io"),
                Optional.empty(), namespaces, List.of(sockets));
    }

    private static SessionSnapshot usual() {
        return host(
                socket("/", "rrrrrrrrrrrr", ""),
                socket("/chat", "aaaaaaaaaaaa", "mia", "lobby"),
                socket("/chat", "bbbbbbbbbbbb", "jo", "lobby", "dev"),
                socket("/chat", "cccccccccccc", "", "dev"));
    }

    private void enter(String namespace) {
        audience.namespaceProperty().set(namespace);
    }

    private TargetChoice only(TargetsFound found) {
        assertThat(found.choices()).hasSize(1);
        return found.choices().getFirst();
    }

    private TargetChoice target() {
        return Objects.requireNonNull(audience.targetProperty().get());
    }

    @Test
    void theListNamesAllThenRoomsThenSocketsByTheirNames() {
        composer.show(usual());
        enter("/chat");
        assertThat(audience.targets("").choices()).extracting(TargetChoice::words)
                .containsExactly(
                        "everybody in /chat, 3", "every namespace, 4", "room dev, 2", "room lobby, 2",
                        "mia  aaaaaaaa…", "jo  bbbbbbbb…", "socket cccccccc…");
        assertThat(only(audience.targets("MIA")).id()).isEqualTo("aaaaaaaaaaaa");
        assertThat(audience.targets("nobody at all").choices()).isEmpty();
        assertThat(composer.sendWordsProperty().get()).isEqualTo("Emit to 3");
    }

    @Test
    void somebodyIsLeftOutOfARoomOrANamespaceOnly() {
        composer.show(usual());
        enter("/chat");
        composer.eventProperty().set("news");
        audience.targetProperty().set(only(audience.targets("lobby")));
        audience.exceptProperty().set(only(audience.exceptions("dev")));
        assertThat(composer.sendWordsProperty().get()).isEqualTo("Emit to 1");
        composer.send();
        assertThat(emitted.getFirst().target()).isEqualTo(new Target.Room("lobby"));
        assertThat(emitted.getFirst().except()).containsExactly("dev");
        audience.targetProperty().set(audience.targets("").choices().getFirst());
        audience.exceptProperty().set(only(audience.exceptions("mia")));
        assertThat(audience.reachProperty().get()).isEqualTo(2);
        audience.targetProperty().set(only(audience.targets("jo")));
        assertThat(audience.canExceptProperty().get()).isFalse();
        composer.send();
        assertThat(emitted.getLast().target()).isEqualTo(new Target.Socket("bbbbbbbbbbbb"));
        assertThat(emitted.getLast().except()).isEmpty();
    }

    @Test
    void everyNamespaceGetsARequestOfItsOwn() {
        composer.show(usual());
        composer.eventProperty().set("news");
        audience.targetProperty().set(only(audience.targets("every namespace")));
        assertThat(composer.sendWordsProperty().get()).isEqualTo("Emit to 4");
        composer.send();
        assertThat(emitted).extracting(EmitRequest::namespace).containsExactly("/", "/chat");
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.SENT);
    }

    @Test
    void theComposerFollowsWhatIsPickedElsewhere() {
        composer.show(usual());
        selection.pickRoom("/chat", "dev");
        assertThat(audience.namespaceProperty().get()).isEqualTo("/chat");
        assertThat(target().target()).isEqualTo(new Target.Room("dev"));
        selection.pickSocket("/", "rrrrrrrrrrrr");
        assertThat(audience.namespaceProperty().get()).isEqualTo("/");
        assertThat(target().target()).isEqualTo(new Target.Socket("rrrrrrrrrrrr"));
        audience.targetProperty().set(audience.targets("").choices().getFirst());
        composer.show(host(socket("/", "rrrrrrrrrrrr", ""), socket("/", "new", "")));
        assertThat(target().target()).as("chosen by hand").isEqualTo(new Target.All());
        assertThat(target().reach()).isEqualTo(2);
    }

    @Test
    void aSocketThatLeftStaysTheTargetSoThatNothingGoesToAll() {
        composer.show(usual());
        selection.pickSocket("/chat", "aaaaaaaaaaaa");
        composer.show(host(socket("/chat", "bbbbbbbbbbbb", "")));
        assertThat(target().target()).isEqualTo(new Target.Socket("aaaaaaaaaaaa"));
        assertThat(target().words()).isEqualTo("socket aaaaaaaa…, gone");
        assertThat(composer.sendWordsProperty().get()).isEqualTo("Emit to 0");
        enter("/");
        assertThat(target().target()).isEqualTo(new Target.All());
    }

    @Test
    void nothingIsSentToNobody() {
        composer.show(host());
        composer.eventProperty().set("news");
        composer.send();
        assertThat(emitted).isEmpty();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
    }

    @Test
    void fiveHundredSocketsAreFoundByTyping() {
        SocketSnapshot[] many = new SocketSnapshot[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = socket("/chat", "socket-%03d-xyz".formatted(i), "user %d".formatted(i));
        }
        composer.show(host(many));
        assertThat(audience.targets("").choices()).hasSize(Recipients.MOST);
        assertThat(audience.targets("").more()).isEqualTo(501 - Recipients.MOST);
        assertThat(audience.targets("user 43").choices()).hasSize(11);
        assertThat(only(audience.targets("user 437")).id()).isEqualTo("socket-437-xyz");
        assertThat(only(audience.targets("437-x")).brief()).isEqualTo("user 437 sock");
    }

    @Test
    void manyOutcomesAreOne() {
        EmitOutcome one = new EmitOutcome.Acknowledged(List.of(Arguments.of(1)), Duration.ofMillis(3));
        EmitOutcome two = new EmitOutcome.Acknowledged(List.of(Arguments.of(2)), Duration.ofMillis(5));
        assertThat(Outcomes.merged(List.of(one, two))).isInstanceOfSatisfying(EmitOutcome.Acknowledged.class, both -> {
            assertThat(both.answers()).hasSize(2);
            assertThat(both.latency()).isEqualTo(Duration.ofMillis(5));
        });
        assertThat(Outcomes.merged(List.of(one, new EmitOutcome.TimedOut(List.of())))).isInstanceOf(EmitOutcome.TimedOut.class);
        assertThat(Outcomes.merged(List.of(new EmitOutcome.Sent(), new EmitOutcome.Rejected(EmitOutcome.Why.NO_NAMESPACE))))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.NO_NAMESPACE));
        assertThat(Outcomes.merged(List.of(new EmitOutcome.Sent(), new EmitOutcome.Sent()))).isEqualTo(new EmitOutcome.Sent());
    }
}
