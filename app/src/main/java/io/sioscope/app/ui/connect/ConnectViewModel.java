package io.sioscope.app.ui.connect;

import io.sioscope.app.snippet.Language;
import io.sioscope.app.snippet.Snippets;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.PlainUrl;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.Variables;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** One connection's page: what is filled in, what is wrong with it, and how the session stands. */
public final class ConnectViewModel {

    /** How far the page is. */
    public enum Phase {
        /** Being filled in; nothing was tried, or it ended. */
        EDITING,
        /** An attempt is under way. */
        CONNECTING,
        /** The connection is open. */
        CONNECTED
    }

    private final Connections connections;
    private final Consumer<String> onOpened;
    private final DoctorViewModel doctor;
    private final HabitsViewModel habits;
    private final ConnectForm form = new ConnectForm(this::validate);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.EDITING);
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(this, "outcome", Outcome.NONE);
    private final ConnectProblems problems;
    private final NamespacesViewModel namespaces;
    private final EnvironmentsViewModel environments;
    private final FxExecutor fx;
    private final ImportViewModel importing = new ImportViewModel(form::spec, spec -> fill("", spec));
    private final InvalidationListener onEnvironment = ignored -> validate();
    private Texts texts;
    private Explain explain;
    private String session = "";
    private String savedName = "";
    private boolean wasConnected;
    private @Nullable SessionSnapshot shown;

    /**
     * A page for a new connection.
     *
     * @param connections does what the buttons say
     * @param environments the values of variables
     * @param fx reads certificates
     * @param onOpened gets the id of each session that the page opens
     * @param texts the page's words
     * @param explain the words for failures
     * @param doctor examines what is filled in
     */
    public ConnectViewModel(
            Connections connections,
            EnvironmentsViewModel environments,
            FxExecutor fx,
            Consumer<String> onOpened,
            Texts texts,
            Explain explain,
            DoctorViewModel doctor) {
        this.connections = connections;
        this.environments = environments;
        this.fx = fx;
        this.onOpened = onOpened;
        this.texts = texts;
        this.explain = explain;
        this.doctor = doctor;
        this.problems = new ConnectProblems(form, texts, explain);
        this.namespaces = new NamespacesViewModel(form, problems);
        environments.environmentsProperty().addListener(new WeakInvalidationListener(onEnvironment));
        this.habits = new HabitsViewModel(connections, form.habits, phase.getReadOnlyProperty());
        validate();
    }

    /** Speaks another language from now on. */
    public void speak(Texts changedTexts, Explain changedExplain) {
        texts = changedTexts;
        explain = changedExplain;
        doctor.speak(changedTexts);
        problems.speak(changedTexts, changedExplain);
        validate();
        SessionSnapshot snapshot = shown;
        if (snapshot != null) {
            shown = null;
            show(snapshot);
        }
    }

    /** Opens the connection; does nothing while something is wrong or under way. A command typed as the URL is read instead. */
    public void connect() {
        if (!problems.url.get().isEmpty() && phase.get() == Phase.EDITING && importing.take(form.url.get())) {
            return;
        }
        if (problems.none.get() && phase.get() == Phase.EDITING) {
            ConnectSpec spec = resolved();
            problems.whenFilesAreRead(fx, spec, () -> connectIfStill(spec));
        }
    }

    private void connectIfStill(ConnectSpec spec) {
        if (phase.get() == Phase.EDITING && spec.equals(resolved())) {
            connect(spec);
        }
    }

    private void connect(ConnectSpec spec) {
        doctor.close();
        phase.set(Phase.CONNECTING);
        wasConnected = false;
        namespaces.forgetImplied();
        outcome.set(new Outcome(Outcome.Kind.CONNECTING, texts.get("connecting.head", worded(spec).url()), "", ""));
        session = connections.open(session, spec);
        habits.opened(session, spec.habits());
        onOpened.accept(session);
    }

    /** What is filled in, with the values of variables. */
    private ConnectSpec resolved() {
        return environments.variables().into(form.spec());
    }

    /** The same as sentences may show it: a variable's value may be secret. */
    private ConnectSpec worded(ConnectSpec spec) {
        return Variables.areIn(form.url.get()) ? spec.withUrl(PlainUrl.of(spec.url())) : spec;
    }

    /**
     * Fills in what was saved.
     *
     * @param name it was saved under
     * @param spec with its secrets
     */
    public void fill(String name, ConnectSpec spec) {
        savedName = name;
        form.fill(spec);
    }

    /**
     * Saves what is filled in.
     *
     * @param name not blank; one of this name is replaced
     */
    public void save(String name) {
        savedName = name;
        connections.save(name, form.spec());
    }

    /**
     * Always answers so from now on; a line for the same event in the same namespace is replaced.
     *
     * @param rule without problems
     */
    public RuleKept keepAnswer(AnswerRule rule) {
        boolean inForce = habits.keep(rule);
        boolean saved = !savedName.isEmpty() && connections.saveAnswer(savedName, rule);
        return !inForce ? RuleKept.NOT_YET : saved ? RuleKept.SAVED : RuleKept.ON_PAGE;
    }

    /** A name to save under: the one of before, else the server's. */
    public String suggestedName() {
        if (!savedName.isEmpty()) {
            return savedName;
        }
        return UrlWords.host(form.url.get());
    }

    /** Ends the connection or the attempt, so that the page can be edited again. */
    public void disconnect() {
        if (!session.isEmpty()) {
            connections.end(session);
        }
    }

    /** Examines what is filled in, layer by layer; does nothing while something is wrong with it. */
    public void diagnose() {
        if (problems.none.get()) {
            ConnectSpec spec = resolved();
            problems.whenFilesAreRead(fx, spec, () -> doctor.examine(spec));
        }
    }

    /** What the page can change against the fault that the doctor shows. */
    Optional<Remedy> remedy() {
        return doctor.remedy();
    }

    /** Changes it and tries again. */
    void takeRemedy() {
        remedy().ifPresent(found -> {
            form.take(found);
            connect();
        });
    }

    /** The doctor of this connection. */
    public DoctorViewModel doctor() {
        return doctor;
    }

    /**
     * Shows auth as JSON or as lines. What would be lost keeps it as JSON, and the problem says so.
     *
     * @param asJson which of the two
     */
    public void showAuthAsJson(boolean asJson) {
        if (!form.showAuthAsJson(asJson)) {
            problems.auth.set(texts.get("auth.not-a-table"));
        }
    }

    /**
     * Shows how the page's session stands. An attempt that fails before anything was ever connected is not tried again: most
     * often what was typed is wrong. A connection that was lost is.
     *
     * @param snapshot of the session that this page opened
     */
    public void show(SessionSnapshot snapshot) {
        habits.show(snapshot.id());
        if (snapshot.equals(shown)) {
            return;
        }
        shown = snapshot;
        session = snapshot.id();
        wasConnected |= snapshot.state() instanceof SessionState.Connected;
        if (snapshot.state() instanceof SessionState.Reconnecting && !wasConnected) {
            connections.end(session);
        }
        phase.set(Outcomes.phaseOf(snapshot.state()));
        outcomes().mark(form.namespaces, snapshot, phase.get() == Phase.EDITING, environments.variables());
        outcome.set(outcomes().of(snapshot, worded(resolved())));
    }

    private Outcomes outcomes() {
        return new Outcomes(texts, explain);
    }

    private void validate() {
        habits.check(form.spec().habits(), problems.check(environments.variables()), problems::sentence);
    }

    /** The values of variables. */
    public EnvironmentsViewModel environments() {
        return environments;
    }

    /** Fills the page from a text. */
    public ImportViewModel importing() {
        return importing;
    }

    /** What is filled in, with the values of variables, as a text that other programs run; empty while something is wrong. */
    public Optional<String> snippet(Language language) {
        return problems.none.get() ? Optional.of(Snippets.of(resolved(), language)) : Optional.empty();
    }

    /** All that is seldom needed, in groups. */
    List<Settings.Group> settings() {
        return form.settings.groups();
    }

    /** Whether the server's certificate and name go unchecked. */
    ObservableBooleanValue insecureProperty() {
        return form.settings.insecure.onProperty();
    }

    /** The id of the session that the page opened last; empty before the first. */
    public String session() {
        return session;
    }

    /** The server's URL, as typed. */
    public StringProperty urlProperty() {
        return form.url;
    }

    /** Where the server's Engine.IO lives. */
    public StringProperty pathProperty() {
        return form.path;
    }

    /** The transports to use. */
    public ObjectProperty<TransportChoice> transportsProperty() {
        return form.transports;
    }

    /** The namespaces to ask for. */
    public NamespacesViewModel namespaces() {
        return namespaces;
    }

    /** The request headers. */
    public PairTable headers() {
        return form.headers;
    }

    /** The query's parameters. */
    public PairTable query() {
        return form.query;
    }

    /** The auth object as lines. */
    public PairTable auth() {
        return form.auth;
    }

    /** Whether auth is shown as JSON; see {@link #showAuthAsJson}. */
    public ReadOnlyBooleanProperty authAsJsonProperty() {
        return form.authAsJson;
    }

    /** The auth object as JSON text, used while it is shown as JSON. */
    public StringProperty authJsonProperty() {
        return form.authJson;
    }

    /** What the connection does by itself. */
    HabitsViewModel habits() {
        return habits;
    }

    /** How far the page is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** What came of it, in words. */
    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What is wrong with the URL; empty while it can be used. */
    public ReadOnlyStringProperty urlProblemProperty() {
        return problems.url.getReadOnlyProperty();
    }

    /** What is wrong with the path; empty while it can be used. */
    public ReadOnlyStringProperty pathProblemProperty() {
        return problems.path.getReadOnlyProperty();
    }

    /** What is wrong with the auth object; empty while it can be used. */
    public ReadOnlyStringProperty authProblemProperty() {
        return problems.auth.getReadOnlyProperty();
    }

    /** Whether all that is filled in can be used. */
    public ReadOnlyBooleanProperty connectableProperty() {
        return problems.none.getReadOnlyProperty();
    }
}
