package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.composer.Emitter;
import io.sioscope.app.ui.connect.Connections;
import io.sioscope.app.ui.host.Hosting;
import io.sioscope.app.ui.traffic.AckWatch;
import io.sioscope.app.capture.Row;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.CertificateRefusal;
import io.sioscope.app.workbench.ClientSession;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.MadeCertificate;
import io.sioscope.app.workbench.RoomsOfClient;
import io.sioscope.app.workbench.RoundTrip;
import io.sioscope.app.workbench.Session;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.SocketTraffic;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.app.workbench.Target;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The workbench as the window's pages use it. A session that ended stays in the window's list until a person closes it, so
 * that its packets can still be looked at. Any thread.
 */
final class Desk implements Connections, Hosting, Emitter, AckWatch {

    private final Workbench workbench;
    private final Supplier<List<String>> seenEvents;
    private final Supplier<Explain> explain;
    private final Shelf shelf;
    private final Map<String, SessionSnapshot> stopped = new ConcurrentHashMap<>();

    Desk(
            Workbench workbench,
            Supplier<List<String>> seenEvents,
            Supplier<Explain> explain,
            Shelf shelf) {
        this.shelf = shelf;
        this.workbench = workbench;
        this.seenEvents = seenEvents;
        this.explain = explain;
    }

    /** All sessions in the order of their opening; those that were stopped come last. */
    List<SessionSnapshot> snapshots() {
        List<SessionSnapshot> all = new ArrayList<>(workbench.snapshots());
        stopped.values().stream()
                .sorted(java.util.Comparator.comparing(SessionSnapshot::id))
                .forEach(all::add);
        return all;
    }

    Optional<SessionSnapshot> snapshot(String id) {
        return workbench.session(id).map(Session::snapshot).or(() -> Optional.ofNullable(stopped.get(id)));
    }

    @Override
    public String open(String before, ConnectSpec spec) {
        Optional<Session> old = workbench.session(before);
        if (old.isPresent() && old.get() instanceof ClientSession client) {
            if (client.spec().equals(spec)) {
                client.reconnect();
                return before;
            }
            retire(client);
        }
        return workbench.connect(spec).id();
    }

    /** What once was connected stays in the list, what never was goes. */
    private void retire(ClientSession client) {
        SessionSnapshot last = client.snapshot();
        if (last.lastFailure().isEmpty()) {
            stopped.put(client.id(), ended(last));
        }
        workbench.close(client);
    }

    private static SessionSnapshot ended(SessionSnapshot last) {
        String reason = last.state() instanceof SessionState.Closed(String given) ? given : "";
        return new SessionSnapshot(
                last.id(),
                last.kind(),
                last.name(),
                new SessionState.Closed(reason),
                last.lastFailure(),
                List.of(),
                List.of(),
                last.insecure());
    }

    @Override
    public void save(String name, ConnectSpec spec) {
        shelf.saveConnection(name, spec);
    }

    @Override
    public boolean saveAnswer(String name, AnswerRule rule) {
        return shelf.saveAnswer(name, rule);
    }

    @Override
    public void habits(String session, ConnectHabits habits) {
        client(session).ifPresent(client -> client.habits(habits));
    }

    @Override
    public RoomsOfClient rooms(String session) {
        return workbench.rooms(session);
    }

    @Override
    public void ask(String session, String namespace, String event, String text) {
        workbench.emit(new EmitRequest(
                session, new Target.Server(), namespace, event, Arguments.of(text), Optional.empty()));
    }

    @Override
    public Optional<HostSpec> spec(String session) {
        return host(session).map(HostSession::spec);
    }

    @Override
    public void end(String session) {
        workbench.session(session).ifPresent(found -> {
            switch (found) {
                case ClientSession client -> client.disconnect();
                case HostSession host -> stop(session);
                case io.sioscope.app.workbench.FileSession file -> {}
            }
        });
    }

    /** Who is in a room of a host. */
    Set<String> members(String session, String namespace, String room) {
        return snapshot(session).stream()
                .flatMap(found -> found.sockets().stream())
                .filter(socket -> socket.namespace().equals(namespace) && socket.rooms().contains(room))
                .map(SocketSnapshot::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The running hosts in the order of their opening. */
    List<HostSession> hosts() {
        return workbench.sessions().stream()
                .filter(HostSession.class::isInstance)
                .map(HostSession.class::cast)
                .toList();
    }

    /** The running host with this id. */
    Optional<HostSession> host(String session) {
        return workbench.session(session).filter(HostSession.class::isInstance).map(HostSession.class::cast);
    }

    /** The connection with this id, open or not. */
    Optional<ClientSession> client(String session) {
        return workbench.session(session).filter(ClientSession.class::isInstance).map(ClientSession.class::cast);
    }

    /** How long a connection's server took to answer last, also in one namespace alone; empty where that is not known. */
    Optional<RoundTrip> latency(String session, String namespace) {
        return client(session).flatMap(each -> namespace.isEmpty() ? each.latency() : each.latency(namespace));
    }

    void reconnect(String session) {
        client(session).ifPresent(ClientSession::reconnect);
    }

    /** Asks for one more namespace; what is wrong with its name, in words, or empty. */
    String addNamespace(String session, String name) {
        List<SpecProblem> wrong = ConnectSpec.to("http://localhost").withNamespaces(List.of(name.strip())).problems();
        if (wrong.isEmpty()) {
            client(session).ifPresent(client -> client.join(name.strip()));
        }
        return wrong.stream().findFirst().map(problem -> explain.get().problem(problem).message()).orElse("");
    }

    /** Ends a session and forgets it. */
    void close(String session) {
        stopped.remove(session);
        workbench.session(session).ifPresent(workbench::close);
    }

    @Override
    public Starting start(String before, HostSpec spec) {
        workbench.session(before).ifPresent(running -> workbench.close(running).join());
        try {
            HostSession host = workbench.host(spec);
            stopped.remove(before);
            return new Starting.Started(host.id());
        } catch (ListenException refused) {
            return new Starting.Refused(explain.get().listen(refused));
        } catch (CertificateRefusal refused) {
            return new Starting.Refused(explain.get().certificate(refused));
        }
    }

    @Override
    public void join(String session, String namespace, String socket, String room) {
        host(session).ifPresent(found -> found.join(namespace, socket, room));
    }

    @Override
    public void leave(String session, String namespace, String socket, String room) {
        host(session).ifPresent(found -> found.leave(namespace, socket, room));
    }

    @Override
    public Optional<MadeCertificate> madeCertificate(String session) {
        return host(session).flatMap(HostSession::madeCertificate);
    }

    @Override
    public Optional<SocketTraffic> traffic(String session, String socket) {
        return host(session).flatMap(found -> found.traffic(socket));
    }

    @Override
    public void disconnect(String session, String namespace, String socket, boolean close) {
        host(session).ifPresent(found -> found.disconnect(namespace, socket, close));
    }

    @Override
    public List<AckRequest> waiting(String session) {
        return workbench.ackRequests().stream()
                .filter(request -> request.key().session().equals(session))
                .toList();
    }

    @Override
    public void stop(String session) {
        workbench.session(session).ifPresent(found -> {
            stopped.put(session, ended(found.snapshot()));
            workbench.close(found);
        });
    }

    @Override
    public CompletableFuture<EmitOutcome> emit(EmitRequest request) {
        return workbench.emit(request);
    }

    @Override
    public boolean answer(AckRequest.Key key, Arguments arguments) {
        return workbench.answerAck(key, arguments);
    }

    @Override
    public List<String> seenEvents() {
        return seenEvents.get();
    }

    /** How many acknowledgements wait for a person in a session. */
    int asks(String session) {
        return waiting(session).size();
    }

    @Override
    public boolean answerable(Row row) {
        AckRequest.Key key = new AckRequest.Key(row.session(), row.namespace(), row.socket(), row.ackId());
        return workbench.ackRequest(key).isPresent();
    }

    @Override
    public boolean live(String session) {
        return workbench
                .session(session)
                .filter(found -> !(found instanceof io.sioscope.app.workbench.FileSession))
                .isPresent();
    }

    /** Whether a session is the demo chat's host. */
    boolean isDemo(String session) {
        return workbench.session(session)
                .filter(found -> found instanceof HostSession host
                        && host.spec().behaviour() instanceof io.sioscope.app.workbench.Behaviour.Demo)
                .isPresent();
    }

    /** Connections, hosts and environments that a person saved. */
    Shelf shelf() {
        return shelf;
    }

    /** What a connection was opened with. */
    Optional<ConnectSpec> connectSpec(String session) {
        return workbench.session(session)
                .filter(ClientSession.class::isInstance)
                .map(found -> ((ClientSession) found).spec());
    }

    /** Grows with every change of a session. */
    long version() {
        return workbench.version();
    }
}
