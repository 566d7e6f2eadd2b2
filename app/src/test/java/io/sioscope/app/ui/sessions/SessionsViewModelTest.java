package io.sioscope.app.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class SessionsViewModelTest {

    private long heartbeat = -1;
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
        tree.show(List.of(snapshot), id -> 312, id -> 1, id -> heartbeat);
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
        heartbeat = 3_400_000;
        show(client(new SessionState.Connected(Transport.WEBSOCKET)));
        assertThat(only().spoken()).contains("connected over WebSocket, heartbeat 3.4");
        heartbeat = -1;
        show(client(new SessionState.Connected(Transport.POLLING)));
        assertThat(only().transport()).isEqualTo("poll");
        show(client(new SessionState.Failed(new ConnectFailure.UnknownHost(Transport.POLLING, "shop.test"))));
        assertThat(only().health()).isEqualTo(Health.BAD);
        show(client(new SessionState.Closed("io client disconnect")));
        assertThat(only().health()).isEqualTo(Health.ENDED);
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
        assertThat(tree.items().getFirst().rate()).isEqualTo("again in 4 s");
        show(client(new SessionState.Reconnecting(3, Instant.parse("2026-11-26T09:59:59Z"))));
        assertThat(tree.items().getFirst().rate()).isEqualTo("attempt 3");
        String own = tree.items().getFirst().name();
        tree.rename("c1", " shop ");
        show(client(new SessionState.Connecting()));
        assertThat(tree.items().getFirst().name()).isEqualTo("shop");
        tree.rename("c1", "");
        show(client(new SessionState.Connecting()));
        assertThat(tree.items().getFirst().name()).isEqualTo(own);
    }
}
