package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.SpecProblem;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One host's page: what is filled in, and how the server stands. */
public final class HostViewModel {

    private static final long DEMO_SEED = 42;

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
    private final FxExecutor fx;
    private final Consumer<HostViewModel> onStarted;
    private final StringProperty port = new SimpleStringProperty(this, "port", Integer.toString(HostSpec.DEFAULT_PORT));
    private final StringProperty path = new SimpleStringProperty(this, "path", "/socket.io");
    private final StringProperty namespaces = new SimpleStringProperty(this, "namespaces", "");
    private final ObjectProperty<Answers> answers = new SimpleObjectProperty<>(this, "answers", Answers.ECHO);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.EDITING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper failureHint = new ReadOnlyStringWrapper(this, "failureHint", "");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper(this, "startable", true);
    private final ObservableList<SocketSnapshot> sockets = FXCollections.observableArrayList();
    private final ObservableList<SocketSnapshot> shownSockets = FXCollections.unmodifiableObservableList(sockets);
    private Texts texts;
    private Explain explain;
    private String session = "";

    /**
     * A page for a new host.
     *
     * @param hosting does what the buttons say
     * @param fx starts servers off the JavaFX thread
     * @param onStarted gets the page each time that it started a session
     * @param texts the page's words
     * @param explain the words for failures
     */
    public HostViewModel(Hosting hosting, FxExecutor fx, Consumer<HostViewModel> onStarted, Texts texts, Explain explain) {
        this.hosting = hosting;
        this.fx = fx;
        this.onStarted = onStarted;
        this.texts = texts;
        this.explain = explain;
        InvalidationListener check = ignored -> validate();
        port.addListener(check);
        path.addListener(check);
        namespaces.addListener(check);
        answers.addListener(check);
        validate();
    }

    /** Speaks another language from now on. */
    public void speak(Texts changedTexts, Explain changedExplain) {
        texts = changedTexts;
        explain = changedExplain;
        validate();
    }

    /** Fills in and starts the demo chat on a free port. */
    public void startDemo() {
        port.set("0");
        answers.set(Answers.DEMO);
        start();
    }

    /** Starts the server; does nothing while something is wrong or it runs already. */
    public void start() {
        if (!startable.get() || phase.get() != Phase.EDITING) {
            return;
        }
        phase.set(Phase.STARTING);
        explainFailure(new Explanation("", ""));
        HostSpec spec = spec();
        String before = session;
        fx.work(() -> hosting.start(before, spec), this::onStarting, failed -> {
            phase.set(Phase.EDITING);
            explainFailure(new Explanation(texts.get("internal"), ""));
        });
    }

    private void onStarting(Hosting.Starting starting) {
        switch (starting) {
            case Hosting.Starting.Started(String id) -> {
                session = id;
                phase.set(Phase.LISTENING);
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
        session = snapshot.id();
        if (snapshot.state() instanceof SessionState.Listening(String url, int listening, String ignored)) {
            phase.set(Phase.LISTENING);
            address.set(url);
            if (port.get().strip().equals("0")) {
                port.set(Integer.toString(listening));
            }
        } else {
            phase.set(Phase.EDITING);
            address.set("");
        }
        if (!snapshot.sockets().equals(sockets)) {
            sockets.setAll(snapshot.sockets());
        }
    }

    private HostSpec spec() {
        Behaviour behaviour = switch (answers.get()) {
            case ECHO -> new Behaviour.Echo();
            case BY_HAND -> new Behaviour.Silent();
            case DEMO -> new Behaviour.Demo(DEMO_SEED);
        };
        List<String> names = Arrays.stream(namespaces.get().strip().split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        HostSpec plain = HostSpec.on(portNumber().orElse(-1), behaviour);
        return new HostSpec(
                plain.port(),
                plain.bind(),
                path.get().strip(),
                answers.get() == Answers.DEMO ? List.of() : names,
                List.of("*"),
                plain.pingInterval(),
                plain.pingTimeout(),
                plain.maxHttpBufferSize(),
                behaviour);
    }

    private OptionalInt portNumber() {
        String typed = port.get().strip();
        return typed.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    private void validate() {
        List<SpecProblem> problems = portNumber().isEmpty()
                ? List.of(SpecProblem.of(SpecProblem.Field.PORT, SpecProblem.Code.PORT, port.get()))
                : spec().problems();
        problem.set(problems.isEmpty() ? "" : explain.problem(problems.getFirst()).message());
        startable.set(problems.isEmpty());
    }

    /** The same server on the command line. */
    public String commandLine() {
        StringBuilder line = new StringBuilder("sioscope host --port ").append(port.get().strip());
        switch (answers.get()) {
            case ECHO -> line.append(" --echo");
            case DEMO -> line.append(" --demo");
            case BY_HAND -> {}
        }
        if (!spec().namespaces().isEmpty()) {
            line.append(" --namespaces ").append(String.join(",", spec().effectiveNamespaces()));
        }
        return line.toString();
    }

    /** The id of the session that the page started last; empty before the first. */
    public String session() {
        return session;
    }

    /** The port to listen on, as typed; 0 takes a free one. */
    public StringProperty portProperty() {
        return port;
    }

    /** Where Engine.IO lives. */
    public StringProperty pathProperty() {
        return path;
    }

    /** The namespaces that are granted, blanks between; none for all. */
    public StringProperty namespacesProperty() {
        return namespaces;
    }

    /** What it does with events. */
    public ObjectProperty<Answers> answersProperty() {
        return answers;
    }

    /** How far the page is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What is wrong with what is filled in; empty while it can be used. */
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

    /** Whether all that is filled in can be used. */
    public ReadOnlyBooleanProperty startableProperty() {
        return startable.getReadOnlyProperty();
    }

    /** Who is connected. */
    public ObservableList<SocketSnapshot> sockets() {
        return shownSockets;
    }
}
