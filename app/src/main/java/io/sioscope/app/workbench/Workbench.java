package io.sioscope.app.workbench;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.FormatReport;
import io.sioscope.app.capture.format.Imported;
import io.sioscope.app.capture.format.Progress;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.ReservedEvents;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The open sessions and everything that can be asked of them: what the window and the command line both drive. Any thread.
 */
public final class Workbench implements AutoCloseable {
    private static final int LOOP_THREADS = 2;
    private static final long CLOSE_SECONDS = 10;

    private final Hub hub;
    private final Words words;
    private final LocalCertificates certificates;
    private final EventLoops loops = EventLoops.start(LOOP_THREADS, "sioscope-client");
    private final PendingAcks acks = new PendingAcks();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, DemoChat> demos = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger hosts = new AtomicInteger();
    private final AtomicInteger files = new AtomicInteger();

    /**
     * An empty workbench that keeps no certificates.
     *
     * @param hub where the sessions tell their packets, each under its id; it outlives the workbench
     * @param locale the language of what the demo's people say
     */
    public Workbench(Hub hub, Locale locale) {
        this(hub, locale, LocalCertificates.notKept());
    }

    /**
     * An empty workbench.
     *
     * @param hub where the sessions tell their packets, each under its id; it outlives the workbench
     * @param locale the language of what the demo's people say
     * @param certificates makes those of hosts that bring none, and keeps them
     */
    public Workbench(Hub hub, Locale locale, LocalCertificates certificates) {
        this.hub = hub;
        this.certificates = certificates;
        this.words = Words.beside(Workbench.class, locale);
    }

    /**
     * Connects to a server; returns at once, the session's snapshot tells how it goes.
     *
     * @throws IllegalArgumentException if the spec has {@link ConnectSpec#problems()}
     */
    public ClientSession connect(ConnectSpec spec) {
        return connect(spec, ClientObserver.NONE);
    }

    /**
     * As {@link #connect(ConnectSpec)}.
     *
     * @param observer misses nothing of what happens
     */
    public ClientSession connect(ConnectSpec spec, ClientObserver observer) {
        refuse(spec.problems());
        ClientSession session = new ClientSession(home("c" + clients.incrementAndGet()), spec, observer);
        add(session);
        session.start();
        return session;
    }

    /**
     * Starts a server.
     *
     * @throws ListenException if the port cannot be had; nothing is left open then
     * @throws CertificateRefusal if its certificate cannot be used
     * @throws IllegalArgumentException if the spec has {@link HostSpec#problems()}
     */
    public HostSession host(HostSpec spec) throws ListenException, CertificateRefusal {
        return host(spec, new ServerListener() {});
    }

    /**
     * As {@link #host(HostSpec)}.
     *
     * @param observer misses nothing of what happens
     */
    public HostSession host(HostSpec spec, ServerListener observer) throws ListenException, CertificateRefusal {
        refuse(spec.problems());
        HostSession session = new HostSession(
                home("h" + hosts.incrementAndGet()), spec, InstalledClient.bundle(words), certificates, observer);
        add(session);
        if (spec.behaviour() instanceof Behaviour.Demo demo) {
            demos.put(session.id(), DemoChat.start(session.address(), demo, loops, words));
        }
        return session;
    }

    /** A capture that was opened: its session, and what reading it had to say. */
    public record Opened(FileSession session, FormatReport report) {}

    /**
     * Opens a capture of any format. Blocks until the file has been looked through, so that a broken one leaves nothing
     * behind; belongs on a worker. Its packets then arrive in the hub while the session's state counts them.
     *
     * @param progress hears how far the looking through is, and may end it
     * @throws FormatException if the file cannot be read, or its reading was ended
     */
    public Opened open(Path file, Progress progress) throws FormatException {
        Imported imported = CaptureFormats.open(file, Path.of(System.getProperty("java.io.tmpdir")), progress);
        FileSession session = new FileSession("f" + files.incrementAndGet(), file, this::changed);
        add(session);
        Thread.ofVirtual().name("open " + session.id()).start(() -> session.load(imported, hub));
        return new Opened(session, imported.report());
    }

    /** The open sessions in the order of their opening; a copy. */
    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** The snapshots of {@link #sessions()}. */
    public List<SessionSnapshot> snapshots() {
        return sessions.stream().map(Session::snapshot).toList();
    }

    /** What is known of a client's rooms: what it asked for, and what a server of this workbench did with it. */
    public RoomsOfClient rooms(String client) {
        List<SocketSnapshot> hosted = sessions.stream()
                .filter(HostSession.class::isInstance)
                .flatMap(host -> host.snapshot().sockets().stream())
                .toList();
        return session(client)
                .filter(ClientSession.class::isInstance)
                .map(found -> ((ClientSession) found).rooms(hosted))
                .orElse(RoomsOfClient.NONE);
    }

    /** The open session with this id. */
    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    /**
     * A number that grows with every change of a session, of its snapshot, or of {@link #ackRequests()}: who polls needs to
     * look only when it has grown.
     */
    public long version() {
        return version.get();
    }

    /** Calls {@code listener} after each change, on whatever thread it happens; it must be quick. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls {@code listener} no more. */
    public void removeOnChange(Runnable listener) {
        listeners.remove(listener);
    }

    /**
     * Sends an event.
     *
     * @return completes with what became of it, never exceptionally; on an event loop where an acknowledgement was waited for
     */
    public CompletableFuture<EmitOutcome> emit(EmitRequest request) {
        if (ReservedEvents.contains(request.event())) {
            return ClientSession.rejected(EmitOutcome.Why.RESERVED_EVENT);
        }
        return session(request.session())
                .map(session -> switch (session) {
                    case ClientSession client -> client.emit(request);
                    case HostSession host -> host.emit(request);
                    case FileSession file -> ClientSession.rejected(EmitOutcome.Why.NO_SESSION);
                })
                .orElseGet(() -> ClientSession.rejected(EmitOutcome.Why.NO_SESSION));
    }

    /** The acknowledgements that the other sides asked for and that wait for an answer, oldest first; a copy. */
    public List<AckRequest> ackRequests() {
        return acks.requests();
    }

    /** The acknowledgement that waits under this key. */
    public Optional<AckRequest> ackRequest(AckRequest.Key key) {
        return acks.find(key);
    }

    /**
     * Gives an acknowledgement that the other side asked for.
     *
     * @return false where it is not waited for: answered already, or its connection is gone
     */
    public boolean answerAck(AckRequest.Key key, Arguments arguments) {
        boolean sent = acks.answer(key, arguments);
        changed();
        return sent;
    }

    /** Ends a session and takes it out of {@link #sessions()}; what it captured stays. Completes when it has ended. */
    public CompletableFuture<Void> close(Session session) {
        sessions.remove(session);
        DemoChat demo = demos.remove(session.id());
        if (demo != null) {
            demo.close();
        }
        CompletableFuture<Void> ended =
                switch (session) {
                    case ClientSession client -> client.close();
                    case HostSession host -> host.close();
                    case FileSession file -> {
                        file.close();
                        yield CompletableFuture.completedFuture(null);
                    }
                };
        changed();
        return ended;
    }

    /** Ends all sessions and their threads; waits for their connections and ports, at most ten seconds. */
    @Override
    public void close() {
        CompletableFuture<?>[] ends = sessions().stream().map(this::close).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failed -> null)
                .join();
        loops.close();
    }

    private static void refuse(List<SpecProblem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
    }

    private SessionHome home(String id) {
        return new SessionHome(id, hub.sink(id), loops, acks, this::changed);
    }

    private void add(Session session) {
        sessions.add(session);
        changed();
    }

    private void changed() {
        version.incrementAndGet();
        listeners.forEach(Runnable::run);
    }
}
