package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.EventDraft;
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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** An event, or an answer, that is being written; and what became of the last one. */
public final class ComposerViewModel {

    private static final String USUAL_ACK_TIME = "5 s";

    private final Emitter emitter;
    private final FxExecutor fx;
    private final Selection selection;
    private final Audience audience;
    private final AnswerOffer offer;
    private final StringProperty event = new SimpleStringProperty(this, "event", "");
    private final BooleanProperty ack = new SimpleBooleanProperty(this, "ack", false);
    private final StringProperty ackTime = new SimpleStringProperty(this, "ackTime", USUAL_ACK_TIME);
    private final ArgumentList arguments;
    private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(this, "report", Report.NONE);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available", false);
    private final ReadOnlyStringWrapper sendWords = new ReadOnlyStringWrapper(this, "sendWords", "");
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
     * @param rules keeps what is always to be answered
     * @param fx reads files off the JavaFX thread
     * @param selection says when an acknowledgement is to be answered
     * @param texts the words
     * @param explain the words for what is wrong
     */
    public ComposerViewModel(
            Emitter emitter, RuleKeeper rules, FxExecutor fx, Selection selection, Texts texts, Explain explain) {
        this.emitter = emitter;
        this.fx = fx;
        this.selection = selection;
        this.texts = texts;
        this.explain = explain;
        this.audience = new Audience(selection, texts);
        this.offer = new AnswerOffer(rules, taken -> report.set(Reports.of(taken, texts)));
        this.arguments = new ArgumentList(fx, explain);
        InvalidationListener check = ignored -> check();
        event.addListener(check);
        ackTime.addListener(check);
        ack.addListener(check);
        audience.reachProperty().addListener(ignored -> showSend());
        selection.answeringProperty().addListener((property, before, now) -> onAnswering(now));
        // Whatever else is said, the answer is not the last thing that happened any more.
        report.addListener((property, before, now) -> offer.withdraw());
    }

    /** Speaks another language from now on. */
    public void speak(Texts changedTexts, Explain changedExplain) {
        texts = changedTexts;
        explain = changedExplain;
        report.set(Report.NONE);
        arguments.speak(explain);
        check();
        audience.speak(texts);
        sender.set(session == null ? "" : senderOf(session));
        showSend();
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
        audience.show(snapshot);
        showSend();
        dropStaleAnswer();
    }

    private static String idOf(@Nullable SessionSnapshot snapshot) {
        return snapshot == null ? "" : snapshot.id();
    }

    private String senderOf(SessionSnapshot snapshot) {
        return snapshot.kind() == SessionSnapshot.Kind.HOST ? texts.get("as.server") : texts.get("as.client");
    }

    private void showSend() {
        int reach = audience.reachProperty().get();
        sendWords.set(reach < 0 ? texts.get("send") : texts.get("send.to", reach));
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
        } else if (audience.isEmpty()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.no-target")));
        } else {
            return true;
        }
        return false;
    }

    private void refuse(SpecProblem problem) {
        report.set(new Report(Report.Kind.REFUSED, explain.problem(problem).message()));
    }

    private void emit(SessionSnapshot current, Arguments ready) {
        TargetChoice to = audience.targetProperty().get();
        if (to == null) {
            return;
        }
        String name = event.get();
        Optional<Duration> wait = ack.get() ? AckTime.parse(ackTime.get()) : Optional.empty();
        history.add(new History.Sent(name, ack.get(), ackTime.get(), arguments.filled()));
        emit(audience.sendIn().stream()
                .map(each -> new EmitRequest(current.id(), to.target(), audience.left(), each, name, ready, wait))
                .toList());
    }

    private void emit(List<EmitRequest> requests) {
        String name = requests.getFirst().event();
        if (requests.getFirst().ackTimeout().isPresent()) {
            report.set(new Report(Report.Kind.WAITING, texts.get("report.waiting", name)));
        }
        Outcomes.all(requests.stream().map(emitter::emit).toList())
                .thenAccept(outcome -> fx.later(() -> report.set(Reports.of(outcome, name, texts))));
    }

    /**
     * Sends a captured event once more, to whom it went: a client's to its server, a host's to the same socket.
     *
     * @param draft an event of the session that is shown
     */
    public void sendAgain(EventDraft draft) {
        SessionSnapshot current = session;
        if (current == null || !current.id().equals(draft.session()) || !available.get()) {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.no-session")));
            return;
        }
        List<ArgumentRow.Saved> saved = draft.event().parts().stream().map(ArgumentRow.Saved::of).toList();
        String time = AckTime.parse(ackTime.get()).isPresent() ? ackTime.get() : USUAL_ACK_TIME;
        Optional<Duration> wait = draft.asksForAck() ? AckTime.parse(time) : Optional.empty();
        fx.work(
                () -> ArgumentDrafts.read(saved.stream().map(ArgumentRow.Saved::draft).toList()),
                result -> {
                    switch (result) {
                        case ArgumentDrafts.Result.Wrong(List<SpecProblem> problems) -> refuse(problems.getFirst());
                        case ArgumentDrafts.Result.Ready(Arguments ready) -> {
                            history.add(new History.Sent(draft.event().event(), draft.asksForAck(), time, saved));
                            emit(List.of(new EmitRequest(
                                    current.id(),
                                    Audience.again(current, draft.socket()),
                                    draft.namespace(),
                                    draft.event().event(),
                                    ready,
                                    wait)));
                        }
                    }
                },
                failed -> report.set(new Report(Report.Kind.REFUSED, texts.get("report.internal"))));
    }

    /**
     * Writes a captured event into the composer, to be changed and sent. A host aims at the socket that sent or got it.
     *
     * @param draft an event of the session that is shown
     */
    public void load(EventDraft draft) {
        cancelAnswer();
        audience.enter(draft.namespace());
        SessionSnapshot current = session;
        if (current != null && current.kind() == SessionSnapshot.Kind.HOST && !draft.socket().isEmpty()) {
            audience.aim(TargetKind.SOCKET, draft.socket());
        }
        event.set(draft.event().event());
        ack.set(draft.asksForAck());
        arguments.write(draft.event().parts().stream().map(ArgumentRow.Saved::of).toList());
        report.set(Report.NONE);
    }

    /** Lays an argument's JSON out in lines, or on one line where it is in lines already. */
    public void layOut(ArgumentRow row) {
        arguments.layOut(row);
    }

    private void answer(AnswerRequest answering, Arguments ready) {
        if (emitter.answer(answering.key(), ready)) {
            report.set(new Report(Report.Kind.SENT, texts.get("report.answered", answering.event())));
            offer.answered(answering, ready);
        } else {
            report.set(new Report(Report.Kind.REFUSED, texts.get("report.too-late", answering.event())));
        }
        cancelAnswer();
    }

    /** To make a rule of the last answer. */
    public AnswerOffer offer() {
        return offer;
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

    /** Where it goes. */
    public Audience audience() {
        return audience;
    }

    /** What the button says: that it sends, and to how many where that is known. */
    public ReadOnlyStringProperty sendWordsProperty() {
        return sendWords.getReadOnlyProperty();
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
