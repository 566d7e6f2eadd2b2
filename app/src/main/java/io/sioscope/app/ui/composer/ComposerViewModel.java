package io.sioscope.app.ui.composer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.ArgumentDraft;
import io.sioscope.app.workbench.ArgumentDrafts;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** An event, or an answer, that is being written; and what became of the last one. */
public final class ComposerViewModel {

    private static final String USUAL_ACK_TIME = "5 s";

    private final Emitter emitter;
    private final FxExecutor fx;
    private final Selection selection;
    private final TargetPicker to;
    private final StringProperty event = new SimpleStringProperty(this, "event", "");
    private final BooleanProperty ack = new SimpleBooleanProperty(this, "ack", false);
    private final StringProperty ackTime = new SimpleStringProperty(this, "ackTime", USUAL_ACK_TIME);
    private final ArgumentList arguments;
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(this, "report", Report.NONE);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available", false);
    private final ReadOnlyStringWrapper sender = new ReadOnlyStringWrapper(this, "sender", "");
    private final ReadOnlyStringWrapper eventProblem = new ReadOnlyStringWrapper(this, "eventProblem", "");
    private final ReadOnlyBooleanWrapper ackTimeWrong = new ReadOnlyBooleanWrapper(this, "ackTimeWrong", false);
    private final History history = new History();
    private List<ArgumentRow.Saved> beside = List.of();
    private Texts texts;
    private Explain explain;
    private @Nullable SessionSnapshot session;

    /**
     * A composer with one empty argument.
     *
     * @param emitter sends
     * @param fx reads files off the JavaFX thread
     * @param selection says when an acknowledgement is to be answered
     * @param texts the words
     * @param explain the words for what is wrong
     */
    public ComposerViewModel(Emitter emitter, FxExecutor fx, Selection selection, Texts texts, Explain explain) {
        this.emitter = emitter;
        this.fx = fx;
        this.selection = selection;
        this.texts = texts;
        this.explain = explain;
        this.to = new TargetPicker(selection, texts);
        this.arguments = new ArgumentList(explain);
        InvalidationListener check = ignored -> check();
        event.addListener(check);
        ackTime.addListener(check);
        ack.addListener(check);
        selection.answeringProperty().addListener((property, before, now) -> onAnswering(now));
    }

    /** Speaks another language from now on. */
    public void speak(Texts changedTexts, Explain changedExplain) {
        texts = changedTexts;
        explain = changedExplain;
        report.set(Report.NONE);
        arguments.speak(explain);
        check();
        to.speak(texts);
    }

    /**
     * Speaks for this session from now on.
     *
     * @param snapshot as it stands; a file's or null makes the composer unavailable
     */
    public void show(@Nullable SessionSnapshot snapshot) {
        boolean other = !idOf(snapshot).equals(idOf(session));
        session = snapshot;
        available.set(snapshot != null && snapshot.kind() != SessionSnapshot.Kind.FILE);
        sender.set(snapshot == null ? "" : senderOf(snapshot));
        if (other) {
            report.set(Report.NONE);
        }
        to.show(snapshot);
        dropStaleAnswer();
    }

    private static String idOf(@Nullable SessionSnapshot snapshot) {
        return snapshot == null ? "" : snapshot.id();
    }

    private String senderOf(SessionSnapshot snapshot) {
        return snapshot.kind() == SessionSnapshot.Kind.HOST ? texts.get("as.server") : texts.get("as.client");
    }

    /** Adds an empty argument at the end. */
    public void addArgument() {
        arguments.add();
    }

    /** Takes an argument out. */
    public void removeArgument(ArgumentRow row) {
        arguments.remove(row);
    }

    private void check() {
        eventProblem.set(ArgumentDrafts.checkEvent(event.get())
                .map(problem -> explain.problem(problem).message())
                .orElse(""));
        ackTimeWrong.set(ack.get() && AckTime.parse(ackTime.get()).isEmpty());
    }

    /** Names that complete what stands in the event's field. */
    public List<String> suggestions() {
        return Suggestions.of(event.get(), emitter.seenEvents());
    }

    /** Sends the event, or the answer; says in the report why not, if not. */
    public void send() {
        SessionSnapshot current = session;
        AnswerRequest answering = selection.answeringProperty().get();
        if (current == null || !available.get()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.no-session")));
            return;
        }
        if (answering == null && !canEmit()) {
            return;
        }
        List<ArgumentDraft> drafts = arguments.filled().stream().map(ArgumentRow.Saved::draft).toList();
        fx.work(
                () -> ArgumentDrafts.read(drafts),
                result -> {
                    switch (result) {
                        case ArgumentDrafts.Result.Wrong(List<SpecProblem> problems) -> refuse(problems.getFirst());
                        case ArgumentDrafts.Result.Ready(Arguments ready) -> {
                            if (answering == null) {
                                emit(current, ready);
                            } else {
                                answer(answering, ready);
                            }
                        }
                    }
                },
                failed -> report.set(new Report(Report.Kind.REFUSED, texts.get("report.internal"))));
    }

    private boolean canEmit() {
        if (event.get().isEmpty()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.no-event")));
        } else if (!eventProblem.get().isEmpty()) {
            report.set(new Report(Report.Kind.REFUSED, eventProblem.get()));
        } else if (ackTimeWrong.get()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.ack-time")));
        } else if (to.targetProperty().get() == null || isForNobody()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.no-target")));
        } else {
            return true;
        }
        return false;
    }

    private boolean isForNobody() {
        return isHost() && to.reachProperty().get() == 0;
    }

    private void refuse(SpecProblem problem) {
        report.set(new Report(Report.Kind.REFUSED, explain.problem(problem).message()));
    }

    private void emit(SessionSnapshot current, Arguments ready) {
        TargetChoice whom = to.targetProperty().get();
        if (whom == null) {
            return;
        }
        String name = event.get();
        Optional<Duration> wait = ack.get() ? AckTime.parse(ackTime.get()) : Optional.empty();
        history.add(new History.Sent(name, ack.get(), ackTime.get(), arguments.filled()));
        if (wait.isPresent()) {
            report.set(new Report(Report.Kind.WAITING, texts.get("report.waiting", name)));
        }
        emitter.emit(new EmitRequest(
                        current.id(), whom.target(), to.left(), to.namespaceProperty().get(), name, ready, wait))
                .thenAccept(outcome -> fx.later(() -> report.set(Reports.of(outcome, name, texts))));
    }

    /** Sends an event that somebody else made, and reports what became of it. */
    public void sendAsIs(EmitRequest request) {
        report.set(new Report(Report.Kind.WAITING, texts.get("report.waiting", request.event())));
        emitter.emit(request)
                .thenAccept(outcome -> fx.later(() -> report.set(Reports.of(outcome, request.event(), texts))));
    }

    /**
     * Writes an event, to be changed and sent.
     *
     * @param inNamespace taken where the session has it
     * @param name of the event
     * @param values its arguments; a binary value inside another one stays behind as its placeholder's text
     * @param acknowledged whether an acknowledgement is asked for
     */
    public void write(String inNamespace, String name, List<JsonNode> values, boolean acknowledged) {
        cancelAnswer();
        if (to.namespaces().contains(inNamespace)) {
            to.namespaceProperty().set(inNamespace);
        }
        event.set(name);
        ack.set(acknowledged);
        arguments.write(values.stream().map(ArgumentRow.Saved::of).toList());
        report.set(Report.NONE);
    }

    private void answer(AnswerRequest answering, Arguments ready) {
        if (emitter.answer(answering.key(), ready)) {
            report.set(new Report(Report.Kind.SENT, texts.get("report.answered", answering.event())));
        } else {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.too-late", answering.event())));
        }
        cancelAnswer();
    }

    /** Goes back from answering to sending events. */
    public void cancelAnswer() {
        selection.answeringProperty().set(null);
    }

    private void onAnswering(@Nullable AnswerRequest now) {
        if (now != null) {
            if (beside.isEmpty()) {
                beside = arguments.saved();
            }
            report.set(Report.NONE);
            arguments.write(List.of());
        } else {
            arguments.write(beside);
            beside = List.of();
        }
    }

    private void dropStaleAnswer() {
        AnswerRequest answering = selection.answeringProperty().get();
        if (answering != null && !answering.key().session().equals(idOf(session))) {
            cancelAnswer();
        }
    }

    /** Shows what was sent before this. */
    public void historyBack() {
        history.back().ifPresent(this::restore);
    }

    /** Shows what was sent after this. */
    public void historyForward() {
        history.forward().ifPresent(this::restore);
    }

    private void restore(History.Sent sent) {
        event.set(sent.event());
        ack.set(sent.ack());
        ackTime.set(sent.ackTime());
        arguments.write(sent.arguments());
    }

    /** The namespace to send in. */
    public StringProperty namespaceProperty() {
        return to.namespaceProperty();
    }

    /** Whom to send to; null while there is nobody. */
    public ObjectProperty<@Nullable TargetChoice> targetProperty() {
        return to.targetProperty();
    }

    /** The event's name. */
    public StringProperty eventProperty() {
        return event;
    }

    /** Whether an acknowledgement is asked for. */
    public BooleanProperty ackProperty() {
        return ack;
    }

    /** How long it is waited for, as typed. */
    public StringProperty ackTimeProperty() {
        return ackTime;
    }

    /** Whether that cannot be read as a time. */
    public ReadOnlyBooleanProperty ackTimeWrongProperty() {
        return ackTimeWrong.getReadOnlyProperty();
    }

    /** What is wrong with the event's name; empty while it can be used. */
    public ReadOnlyStringProperty eventProblemProperty() {
        return eventProblem.getReadOnlyProperty();
    }

    /** The namespaces that the session has. */
    public ObservableList<String> namespaces() {
        return to.namespaces();
    }

    /** Whom the session can send to in the namespace. */
    public ObservableList<TargetChoice> targets() {
        return to.targets();
    }

    /** Whom to leave out; null where nobody can be. */
    public ObjectProperty<@Nullable ExceptChoice> exceptProperty() {
        return to.exceptProperty();
    }

    /** Whom the target can do without; empty where nobody can be left out. */
    public ObservableList<ExceptChoice> exceptions() {
        return to.exceptions();
    }

    /** How many sockets of a host get it; 0 for clients. */
    public ReadOnlyIntegerProperty reachProperty() {
        return to.reachProperty();
    }

    /** Whether a host speaks, which may reach many. */
    public boolean isHost() {
        return session != null && session.kind() == SessionSnapshot.Kind.HOST;
    }

    /** The arguments; changed by {@link #addArgument} and {@link #removeArgument} only. */
    public ObservableList<ArgumentRow> arguments() {
        return arguments.rows();
    }

    /** What became of the last thing sent. */
    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether the session can send at all. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** As whom it sends, in words. */
    public ReadOnlyStringProperty senderProperty() {
        return sender.getReadOnlyProperty();
    }

    /** What is being answered; null while events are sent. */
    public ObjectProperty<@Nullable AnswerRequest> answeringProperty() {
        return selection.answeringProperty();
    }
}
