package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One host's page: what is filled in, how the server stands, and who is connected. */
public final class HostViewModel {

    /** How far the page is. */
    public enum Phase {
        /** Being filled in. */
        EDITING,
        /** Being started. */
        STARTING,
        /** It listens. */
        LISTENING
    }

    private final Hosting hosting;
    private final KeptHosts keptHosts;
    private final FxExecutor fx;
    private final Selection selection;
    private final Consumer<HostViewModel> onStarted;
    private final HostForm form;
    private final LongSupplier nanos;
    private final SocketRates rates;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.EDITING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper failureHint = new ReadOnlyStringWrapper(this, "failureHint", "");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ShownCertificate certificate = new ShownCertificate();
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper(this, "startable", true);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed", false);
    private final ObservableList<SocketSnapshot> sockets = FXCollections.observableArrayList();
    private final ObservableList<SocketSnapshot> shownSockets = FXCollections.unmodifiableObservableList(sockets);
    private final ObservableList<WaitingAck> waiting = FXCollections.observableArrayList();
    private final ObservableList<KeptHost> kept = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper(this, "fresh", true);
    private @Nullable HostSpec running;
    private String keptId = "";
    private Texts texts;
    private String session = "";

    /**
     * A page for a new host.
     *
     * @param hosting does what the buttons say
     * @param keptHosts the hosts of the workspace
     * @param fx starts servers off the JavaFX thread
     * @param selection what is picked in the window
     * @param onStarted gets the page each time that it started a session
     * @param texts the page's words
     * @param explain the words for failures
     * @param nanos a clock that only goes forward, for rates
     */
    public HostViewModel(
            Hosting hosting,
            KeptHosts keptHosts,
            FxExecutor fx,
            Selection selection,
            Consumer<HostViewModel> onStarted,
            Texts texts,
            Explain explain,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.rates = new SocketRates(socket -> hosting.traffic(session(), socket));
        this.hosting = hosting;
        this.keptHosts = keptHosts;
        this.fx = fx;
        this.selection = selection;
        this.onStarted = onStarted;
        this.texts = texts;
        this.form = new HostForm(explain);
        form.problemsProperty().addListener(ignored -> validate());
        form.specProperty().addListener(ignored -> validate());
        validate();
    }

    /** Speaks another language from now on. */
    public void speak(Texts changedTexts, Explain changedExplain) {
        texts = changedTexts;
        form.speak(changedExplain);
    }

    /** Fills in and starts the demo chat on a free port. */
    public void startDemo() {
        form.listen.port.text.set("0");
        form.answers.set(Answers.DEMO);
        start();
    }

    /** Starts the server, or starts it anew with what is filled in now; does nothing while something is wrong. */
    public void start() {
        if (!startable.get() || phase.get() == Phase.STARTING) {
            return;
        }
        phase.set(Phase.STARTING);
        explainFailure(new Explanation("", ""));
        HostSpec spec = form.spec();
        String before = session;
        fx.work(() -> hosting.start(before, spec), starting -> onStarting(starting, spec), failed -> {
            phase.set(Phase.EDITING);
            explainFailure(new Explanation(texts.get("internal"), ""));
        });
    }

    private void onStarting(Hosting.Starting starting, HostSpec spec) {
        switch (starting) {
            case Hosting.Starting.Started(String id) -> {
                session = id;
                running = spec;
                fresh.set(false);
                if (!(spec.behaviour() instanceof Behaviour.Demo)) {
                    keptId = keptHosts.keep(keptId, spec, id);
                }
                phase.set(Phase.LISTENING);
                validate();
                onStarted.accept(this);
            }
            case Hosting.Starting.Refused(Explanation why) -> {
                phase.set(Phase.EDITING);
                explainFailure(why);
            }
        }
    }

    private void explainFailure(Explanation why) {
        failure.set(why.message());
        failureHint.set(why.hint());
    }

    /** Stops the server. */
    public void stop() {
        if (!session.isEmpty()) {
            hosting.stop(session);
        }
    }

    /** Shows how the page's session stands. */
    public void show(SessionSnapshot snapshot) {
        boolean other = !snapshot.id().equals(session);
        session = snapshot.id();
        if (other && running == null && phase.get() != Phase.STARTING) {
            adopt();
        }
        if (phase.get() != Phase.STARTING) {
            showState(snapshot);
        }
        if (SocketList.update(sockets, snapshot.sockets())) {
            rates.keep(snapshot.sockets().stream().map(SocketSnapshot::id).collect(Collectors.toSet()));
        }
        rates.look(nanos.getAsLong());
        List<WaitingAck> now = hosting.waiting(session).stream()
                .map(request -> new WaitingAck(request, who(snapshot, request)))
                .toList();
        if (!now.equals(waiting)) {
            waiting.setAll(now);
        }
    }

    /** A host that another page started: a saved one, or one that was opened again. */
    private void adopt() {
        hosting.spec(session).ifPresent(spec -> {
            form.write(spec);
            running = form.spec();
            fresh.set(false);
            keptId = keptHosts.idOf(session);
            validate();
        });
    }

    /** Fills in a kept host; what is started then takes its place. */
    public void edit(KeptHost host) {
        form.write(host.spec());
        keptId = host.id();
    }

    /** Shows which hosts are kept and how they stand. */
    public void showKept() {
        List<KeptHost> now = keptHosts.all();
        if (!now.equals(kept)) {
            kept.setAll(now);
        }
        if (now.stream().noneMatch(host -> host.id().equals(keptId))) {
            keptId = "";
        }
    }

    /** Keeps what is filled in under a name. */
    public void save(String name) {
        if (startable.get()) {
            keptId = keptHosts.save(keptId, name, form.spec());
        }
    }

    private void showState(SessionSnapshot snapshot) {
        if (snapshot.state() instanceof SessionState.Listening(String url, int listening, String ignored)) {
            phase.set(Phase.LISTENING);
            address.set(url);
            certificate.show(hosting.madeCertificate(session), texts);
            if (form.listen.port.text.get().strip().equals("0")) {
                form.listen.port.text.set(Integer.toString(listening));
                running = running == null ? null : running.withPort(listening);
                validate();
            }
        } else {
            phase.set(Phase.EDITING);
            address.set("");
            certificate.show(Optional.empty(), texts);
        }
    }

    private static String who(SessionSnapshot snapshot, AckRequest request) {
        return snapshot.sockets().stream()
                .filter(socket -> socket.id().equals(request.key().socket()))
                .findFirst()
                .map(SocketSnapshot::displayName)
                .orElse(request.key().socket());
    }

    private void validate() {
        problem.set(form.problemsProperty().get().values().stream().findFirst().orElse(""));
        startable.set(form.problemsProperty().get().isEmpty());
        HostSpec now = running;
        changed.set(now != null && !now.equals(form.spec()));
    }

    /** Picks a socket for the whole window. */
    public void pick(SocketSnapshot socket) {
        selection.pickSocket(socket.namespace(), socket.id());
    }

    /** Puts sockets into a room; nothing happens without a name. */
    public void join(List<SocketSnapshot> chosen, String room) {
        if (!room.isBlank()) {
            chosen.forEach(socket -> hosting.join(session, socket.namespace(), socket.id(), room.strip()));
        }
    }

    /** Takes a socket out of a room. */
    public void leave(SocketSnapshot socket, String room) {
        hosting.leave(session, socket.namespace(), socket.id(), room);
    }

    /** Disconnects sockets from their namespaces, or with {@code close} the connections below them. */
    public void disconnect(List<SocketSnapshot> chosen, boolean close) {
        chosen.forEach(socket -> hosting.disconnect(session, socket.namespace(), socket.id(), close));
    }

    /** Turns the composer into the answer of an acknowledgement. */
    public void answer(WaitingAck ack) {
        AckRequest.Key key = ack.request().key();
        selection
                .answeringProperty()
                .set(new AnswerRequest(
                        0, key.session(), key.namespace(), key.socket(), key.ackId(), ack.request().event()));
    }

    /** The same server on the command line. */
    public String commandLine() {
        return Snippets.command(form.spec());
    }

    /** Lines of JavaScript that connect to it. */
    public String clientSnippet() {
        String port = form.listen.port.text.get().strip();
        return Snippets.client(form.spec(), address.get().isEmpty() ? Snippets.url(form.spec(), port) : address.get());
    }

    /** The id of the session that the page started last; empty before the first. */
    public String session() {
        return session;
    }

    HostForm form() {
        return form;
    }

    Selection selection() {
        return selection;
    }

    /** The port to listen on, as typed; 0 takes a free one. */
    public StringProperty portProperty() {
        return form.listen.port.text;
    }

    /** The namespaces that are granted, blanks between; none for all. */
    public StringProperty namespacesProperty() {
        return form.namespaces.granted.text;
    }

    /** What it does with events. */
    public ObjectProperty<Answers> answersProperty() {
        return form.answers;
    }

    /** How far the page is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The first thing that is wrong with what is filled in; empty while it can be used. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why it could not be started; empty if it was not tried. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What to do about that. */
    public ReadOnlyStringProperty failureHintProperty() {
        return failureHint.getReadOnlyProperty();
    }

    /** What to give to a client; empty while it does not listen. */
    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** The certificate that was made for it, while it listens. */
    ShownCertificate certificate() {
        return certificate;
    }

    /** Whether all that is filled in can be used. */
    public ReadOnlyBooleanProperty startableProperty() {
        return startable.getReadOnlyProperty();
    }

    /** Whether what is filled in is not what runs. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether nothing was started on this page yet. */
    ReadOnlyBooleanProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** The hosts that are kept with the workspace. */
    ObservableList<KeptHost> kept() {
        return kept;
    }

    KeptHosts keptHosts() {
        return keptHosts;
    }

    /** Who is connected. */
    public ObservableList<SocketSnapshot> sockets() {
        return shownSockets;
    }

    /** What passes to and from a socket in a second; anew once a second from now on. */
    ReadOnlyObjectProperty<SocketRate> rate(SocketSnapshot socket) {
        return rates.of(socket.id());
    }

    /** The acknowledgements that clients wait for, oldest first. */
    public ObservableList<WaitingAck> waiting() {
        return waiting;
    }
}
