package io.sioscope.app.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.RoundTrip;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsViewModelTest {

    private Optional<RoundTrip> latency = Optional.empty();
    private final Selection selection = new Selection();
    private final SessionsViewModel tree = new SessionsViewModel(
            selection,
            new SessionActions() {
                @Override
                public void duplicate(String session) {}

                @Override
                public void connect() {}

                @Override
                public boolean takesNamespaces(String session) {
                    return false;
                }

                @Override
                public String addNamespace(String session, String name) {
                    return "";
                }

                @Override
                public void disconnect(String session, String namespace) {}

                @Override
                public void reconnect(String session, String namespace) {}

                @Override
                public void close(String session, String namespace) {}
            },
            new Texts(SessionsViewModel.class, Locale.ENGLISH),
            Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC));

    private static SessionSnapshot client(SessionState state, NamespaceSnapshot... namespaces) {
        Optional<ConnectFailure> failure = state instanceof SessionState.Failed(var why) ? Optional.of(why) : Optional.empty();
        return new SessionSnapshot(
                "c1", SessionSnapshot.Kind.CLIENT, "https://shop.test", state, failure, List.of(namespaces), List.of());
    }

    private SessionEntry.Item only() {
        assertThat(tree.items()).hasSize(1);
        return tree.items().getFirst();
    }

    private void show(SessionSnapshot snapshot) {
        tree.show(List.of(snapshot), id -> 312, id -> 1, (id, namespace) -> latency);
    }

    @Test
    void aSessionSaysHowItStands() {
        show(client(new SessionState.Connecting()));
        assertThat(only().health()).isEqualTo(Health.COMING);
        show(client(new SessionState.Connected(Transport.WEBSOCKET)));
        assertThat(only().health()).isEqualTo(Health.GOOD);
        assertThat(only().name()).isEqualTo("shop.test");
        assertThat(only().rate()).isEqualTo("312/s");
        assertThat(only().transport()).isEqualTo("ws");
        assertThat(only().spoken()).isEqualTo("Connection shop.test: connected over WebSocket");
        assertThat(only().asks()).isEqualTo(1);
        show(client(new SessionState.Connected(Transport.POLLING)));
        assertThat(only().transport()).isEqualTo("poll");
        show(client(new SessionState.Failed(new ConnectFailure.UnknownHost(Transport.POLLING, "shop.test"))));
        assertThat(only().health()).isEqualTo(Health.BAD);
        show(client(new SessionState.Closed("io client disconnect")));
        assertThat(only().health()).isEqualTo(Health.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"HEARTBEAT,heartbeat answered", "ACK,acknowledgement after", "CONNECT,namespace granted after"})
    void howLongTheServerTookIsSaidWithWhatWasMeasured(RoundTrip.Kind kind, String said) {
        NamespaceSnapshot namespace = new NamespaceSnapshot("/chat", new NamespaceState.Connected("s"));
        show(client(new SessionState.Connected(Transport.WEBSOCKET), namespace));
        assertThat(only().latency()).isEmpty();
        latency = Optional.of(new RoundTrip(kind, Duration.ofNanos(3_400_000)));
        show(client(new SessionState.Connected(Transport.WEBSOCKET), namespace));
        assertThat(only().namespaces().getFirst().latency()).isEqualTo(only().latency());
        assertThat(only().namespaces().getFirst().spoken()).contains("/chat", said, "3.4 ms");
        assertThat(only().latency().orElseThrow().words()).isEqualTo("3.4 ms");
        assertThat(only().spoken()).contains("connected over WebSocket", said, "3.4 ms");
        assertThat(only().spoken().contains("Engine.IO 4")).isEqualTo(kind != RoundTrip.Kind.HEARTBEAT);
    }

    @Test
    void aRefusedNamespaceHasABadge() {
        show(client(
                new SessionState.Connected(Transport.WEBSOCKET),
                new NamespaceSnapshot("/", new NamespaceState.Connected("s")),
                new NamespaceSnapshot("/admin", new NamespaceState.Refused("no", Optional.empty()))));
        assertThat(only().namespaces().get(0).badge()).isEmpty();
        assertThat(only().namespaces().get(1).badge()).isEqualTo("refused");
        assertThat(only().namespaces().get(1).spoken()).contains("/admin").contains("no");
    }

    @Test
    void nothingIsFiredWhenNothingChanged() {
        AtomicInteger changes = new AtomicInteger();
        tree.items().addListener((ListChangeListener<SessionEntry.Item>) change -> changes.incrementAndGet());
        SessionSnapshot snapshot = client(new SessionState.Connecting());
        show(snapshot);
        show(snapshot);
        assertThat(changes).hasValue(1);
    }

    @Test
    void pickingALinePicksSessionAndNamespace() {
        show(client(
                new SessionState.Connected(Transport.WEBSOCKET),
                new NamespaceSnapshot("/chat", new NamespaceState.Connected("s"))));
        SessionEntry.Namespace namespace = only().namespaces().getFirst();
        tree.pick(namespace);
        assertThat(selection.sessionProperty().get()).isEqualTo("c1");
        assertThat(selection.namespaceProperty().get()).isEqualTo("/chat");
        assertThat(tree.isPicked(namespace)).isTrue();
        assertThat(tree.isPicked(only())).isFalse();
    }

    @Test
    void aLostConnectionSaysWhenItIsTriedAgainAndAGivenNameStays() {
        show(client(new SessionState.Reconnecting(2, Instant.parse("2026-11-26T10:00:03Z"))));
        assertThat(only().again()).isEqualTo("4 s");
        assertThat(only().spoken()).endsWith("connection lost, attempt 2 in 4 s");
        show(client(new SessionState.Reconnecting(3, Instant.parse("2026-11-26T09:59:59Z"))));
        assertThat(only().again()).isEqualTo("attempt 3");
        assertThat(only().spoken()).endsWith("connection lost, attempt 3 under way");
        String own = tree.items().getFirst().name();
        tree.rename("c1", " shop ");
        show(client(new SessionState.Connecting()));
        assertThat(tree.items().getFirst().name()).isEqualTo("shop");
        tree.rename("c1", "");
        show(client(new SessionState.Connecting()));
        assertThat(tree.items().getFirst().name()).isEqualTo(own);
    }
}
