package io.sioscope.app.ui.sessions;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.RoundTrip;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tree's lines and what is picked among them. */
public final class SessionsViewModel {

    private static final int MOST_SOCKETS = 200;
    private static final int LONGEST_NAME = 60;

    private final Selection selection;
    private final SessionActions actions;
    private final ObservableList<SessionEntry.Item> items = FXCollections.observableArrayList();
    private final ObservableList<SessionEntry.Item> shown = FXCollections.unmodifiableObservableList(items);
    private final Map<String, String> names = new HashMap<>();
    private final Clock clock;
    private List<SessionSnapshot> latest = List.of();
    private Texts texts;

    /**
     * An empty tree.
     *
     * @param selection what is picked in the window
     * @param actions what the tree's menu does
     * @param texts the words
     * @param clock says how long a lost connection still waits
     */
    public SessionsViewModel(Selection selection, SessionActions actions, Texts texts, Clock clock) {
        this.clock = clock;
        this.selection = selection;
        this.actions = actions;
        this.texts = texts;
    }

    /** Speaks another language from the next {@link #show} on. */
    public void speak(Texts changed) {
        texts = changed;
    }

    /**
     * Shows how the sessions stand; fires one change, and none when nothing changed.
     *
     * @param snapshots of all sessions
     * @param rates packets a second by session id
     * @param asks how many acknowledgements wait for a person, by session id
     * @param latencies how long each server took to answer last, by session id and namespace; of the whole connection where the
     *     namespace is empty
     */
    public void show(
            List<SessionSnapshot> snapshots,
            ToLongFunction<String> rates,
            ToIntFunction<String> asks,
            BiFunction<String, String, Optional<RoundTrip>> latencies) {
        latest = List.copyOf(snapshots);
        List<SessionEntry.Item> now = snapshots.stream()
                .map(each -> item(
                        each,
                        rates.applyAsLong(each.id()),
                        asks.applyAsInt(each.id()),
                        latencies))
                .toList();
        if (!now.equals(items)) {
            items.setAll(now);
        }
    }

    private SessionEntry.Item item(
            SessionSnapshot snapshot,
            long rate,
            int asks,
            BiFunction<String, String, Optional<RoundTrip>> latencies) {
        Optional<RoundTrip> latency = latencies.apply(snapshot.id(), "");
        String name = nameOf(snapshot);
        String state = withLatency(stateWords(snapshot), latency);
        return new SessionEntry.Item(
                snapshot.id(),
                iconOf(snapshot.kind()),
                name,
                healthOf(snapshot),
                state,
                transportWords(snapshot),
                latency.map(this::latency),
                againWords(snapshot),
                rate > 0 && snapshot.kind() != SessionSnapshot.Kind.FILE ? texts.get("rate", rate) : "",
                asks,
                snapshot.insecure(),
                texts.get(
                        snapshot.insecure() ? "session.spoken.insecure" : "session.spoken",
                        kindWords(snapshot.kind()),
                        name,
                        state),
                snapshot.namespaces().stream()
                        .map(each -> namespace(snapshot, each, latencies.apply(snapshot.id(), each.name())))
                        .toList());
    }

    private String withLatency(String state, Optional<RoundTrip> latency) {
        return latency.map(taken -> texts.get(
                        "state.latency." + taken.kind(), state, texts.formats().latency(taken.took().toNanos())))
                .orElse(state);
    }

    private SessionEntry.Latency latency(RoundTrip taken) {
        String icon = switch (taken.kind()) {
            case HEARTBEAT -> "mdi2h-heart-pulse";
            case ACK -> "mdi2k-keyboard-return";
            case CONNECT -> "mdi2l-login-variant";
        };
        return new SessionEntry.Latency(icon, texts.formats().latency(taken.took().toNanos()));
    }

    /** While a lost connection waits to be opened again, how long it still waits, shortly. */
    private String againWords(SessionSnapshot snapshot) {
        return snapshot.state() instanceof SessionState.Reconnecting(int attempt, Instant until)
                ? secondsTo(until) > 1 ? texts.get("again", secondsTo(until)) : texts.get("again.now", attempt)
                : "";
    }

    /** From 1 up: the second that has begun counts. */
    private long secondsTo(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toSeconds()) + 1;
    }

    /** What carries a client's connection, shortly; its {@link #stateWords state} says it in full. */
    private String transportWords(SessionSnapshot snapshot) {
        return snapshot.state() instanceof SessionState.Connected(Transport transport)
                ? texts.get("transport.short." + transport.name())
                : "";
    }

    private static String iconOf(SessionSnapshot.Kind kind) {
        return switch (kind) {
            case CLIENT -> "mdi2l-lan-connect";
            case HOST -> "mdi2s-server-network";
            case FILE -> "mdi2f-file-document-outline";
        };
    }

    private String kindWords(SessionSnapshot.Kind kind) {
        return switch (kind) {
            case CLIENT -> texts.get("kind.client");
            case HOST -> texts.get("kind.host");
            case FILE -> texts.get("kind.file");
        };
    }

    private String nameOf(SessionSnapshot snapshot) {
        String given = names.get(snapshot.id());
        if (given != null) {
            return given;
        }
        String bare = snapshot.name().replaceFirst("^[a-z]+://", "");
        return snapshot.kind() == SessionSnapshot.Kind.HOST
                ? texts.get("host.name", bare.replaceFirst("^(localhost|127\\.0\\.0\\.1|\\[::1\\])(?=:)", ""))
                : bare;
    }

    private static Health healthOf(SessionSnapshot snapshot) {
        boolean refused = snapshot.namespaces().stream().anyMatch(each -> each.state() instanceof NamespaceState.Refused);
        return switch (snapshot.state()) {
            case SessionState.Connecting _, SessionState.Reconnecting _ -> Health.COMING;
            case SessionState.Connected _ -> refused && noneConnected(snapshot) ? Health.BAD : Health.GOOD;
            case SessionState.Listening _ -> Health.GOOD;
            case SessionState.Failed _ -> Health.BAD;
            case SessionState.Closed _ -> snapshot.lastFailure().isPresent() || refused ? Health.BAD : Health.ENDED;
            case SessionState.Loading _ -> Health.COMING;
            case SessionState.Opened _ -> Health.STILL;
        };
    }

    private static boolean noneConnected(SessionSnapshot snapshot) {
        return snapshot.namespaces().stream().noneMatch(each -> each.state() instanceof NamespaceState.Connected);
    }

    private String stateWords(SessionSnapshot snapshot) {
        return switch (snapshot.state()) {
            case SessionState.Connecting _ -> texts.get("state.connecting");
            case SessionState.Connected(Transport transport) ->
                texts.get("state.connected", texts.get("transport." + transport.name()));
            case SessionState.Reconnecting(int attempt, Instant until) ->
                secondsTo(until) > 1
                        ? texts.get("state.waiting", attempt, secondsTo(until))
                        : texts.get("state.reconnecting", attempt);
            case SessionState.Closed _ -> texts.get("state.closed");
            case SessionState.Failed _ -> texts.get("state.failed");
            case SessionState.Listening _ -> texts.get("state.listening", snapshot.sockets().size());
            case SessionState.Loading(long packets) -> texts.get("state.loading", packets);
            case SessionState.Opened(long packets) -> texts.get("state.opened", packets);
        };
    }

    private SessionEntry.Namespace namespace(
            SessionSnapshot session, NamespaceSnapshot each, Optional<RoundTrip> latency) {
        String state = switch (each.state()) {
            case NamespaceState.Waiting _ -> texts.get("namespace.waiting");
            case NamespaceState.Connected _ -> texts.get("namespace.connected");
            case NamespaceState.Refused(String message, var _) -> texts.get("namespace.refused", message);
            case NamespaceState.Left _ -> texts.get("namespace.left");
            case NamespaceState.Served(int sockets) -> texts.get("namespace.served", sockets);
        };
        boolean over = session.state() instanceof SessionState.Closed || session.state() instanceof SessionState.Failed;
        Health health = switch (each.state()) {
            case NamespaceState.Waiting _ -> over ? Health.ENDED : Health.COMING;
            case NamespaceState.Connected _, NamespaceState.Served _ -> Health.GOOD;
            case NamespaceState.Refused _ -> Health.BAD;
            case NamespaceState.Left _ -> Health.ENDED;
        };
        String count = each.state() instanceof NamespaceState.Served(int sockets)
                ? texts.formats().count(sockets)
                : "";
        String badge = health == Health.BAD ? texts.get("badge.refused") : "";
        return new SessionEntry.Namespace(
                session.id(),
                each.name(),
                health,
                state,
                count,
                badge,
                latency.map(this::latency),
                texts.get("namespace.spoken", each.name(), withLatency(state, latency)),
                sockets(session, each.name()));
    }

    private List<SessionEntry.Socket> sockets(SessionSnapshot session, String namespace) {
        List<SocketSnapshot> there = session.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .toList();
        boolean both = session.sockets().stream().anyMatch(SocketSnapshot::isOlder);
        List<SessionEntry.Socket> lines = new ArrayList<>();
        for (SocketSnapshot socket : there.subList(0, Math.min(MOST_SOCKETS, there.size()))) {
            lines.add(new SessionEntry.Socket(
                    session.id(),
                    namespace,
                    socket.id(),
                    socket.displayName(),
                    socket.transport() == Transport.POLLING,
                    both ? texts.get("generation.short", socket.eio()) : "",
                    socket.isOlder(),
                    spoken(socket, both)));
        }
        if (there.size() > MOST_SOCKETS) {
            String more = texts.get("socket.more", there.size() - MOST_SOCKETS);
            lines.add(new SessionEntry.Socket(session.id(), namespace, "", more, false, "", false, more));
        }
        return lines;
    }

    /** The generation is worth saying where there are two of them. */
    private String spoken(SocketSnapshot socket, boolean both) {
        String words = texts.get(
                "socket.spoken", socket.displayName(), socket.id(), String.join(", ", socket.rooms()));
        return both ? texts.get(socket.isOlder() ? "generation.older" : "generation.newer", words) : words;
    }

    /**
     * Calls a session otherwise in the tree.
     *
     * @param session its id
     * @param name what it is called from now on; blank for its own name
     */
    public void rename(String session, String name) {
        if (name.isBlank()) {
            names.remove(session);
        } else {
            String given = name.strip();
            names.put(session, given.substring(0, Math.min(LONGEST_NAME, given.length())));
        }
    }

    /** The sessions in the order of their opening. */
    public ObservableList<SessionEntry.Item> items() {
        return shown;
    }

    /** Picks a line for the whole window. */
    public void pick(SessionEntry entry) {
        selection.namespaceProperty().set("");
        selection.pickNobody();
        selection.sessionProperty().set(entry.session());
        selection.namespaceProperty().set(entry.namespace());
        if (entry instanceof SessionEntry.Socket socket && !socket.id().isEmpty()) {
            selection.pickSocket(socket.namespace(), socket.id());
        }
    }

    /** Whether this is the line that the window shows. */
    public boolean isPicked(SessionEntry entry) {
        return entry.session().equals(selection.sessionProperty().get())
                && entry.namespace().equals(selection.namespaceProperty().get())
                && (!(entry instanceof SessionEntry.Socket socket)
                        || socket.id().equals(selection.socketProperty().get()) && !socket.id().isEmpty());
    }

    /**
     * Why a command can do nothing to a line, in words; empty where it can.
     *
     * @param namespace the one of a connection; empty for the whole session
     */
    String why(TreeCommand command, String session, String namespace) {
        return latest.stream()
                .filter(each -> each.id().equals(session))
                .findFirst()
                .flatMap(each -> Refusal.of(command, each, namespace, actions.takesNamespaces(session)))
                .map(refusal -> texts.get(refusal.key()))
                .orElse("");
    }

    /** What a line's session is. */
    SessionSnapshot.Kind kind(SessionEntry entry) {
        return latest.stream()
                .filter(each -> each.id().equals(entry.session()))
                .map(SessionSnapshot::kind)
                .findFirst()
                .orElse(SessionSnapshot.Kind.CLIENT);
    }

    /** What is picked in the window. */
    public Selection selection() {
        return selection;
    }

    /** What the tree's menu does. */
    public SessionActions actions() {
        return actions;
    }
}
