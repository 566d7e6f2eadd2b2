package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Difference;
import io.sioscope.app.inspect.EventParts;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.port.EventDraft;
import io.sioscope.app.ui.port.Selection;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is picked in the window: reads the packet on a worker, takes it apart there, and shows the result. What was
 * shown stays until the next is ready, so that walking through the rows does not flicker. JavaFX thread only.
 */
public final class InspectorViewModel {

    private final PacketSource source;
    private final Selection selection;
    private final FxExecutor executor;
    private final ReadOnlyObjectWrapper<@Nullable Inspected> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper canSendAgain = new ReadOnlyBooleanWrapper(this, "canSendAgain", false);
    private final ReadOnlyBooleanWrapper canEdit = new ReadOnlyBooleanWrapper(this, "canEdit", false);
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(this, "present", false);
    private final ReadOnlyObjectWrapper<Comparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", new Comparison.NotAsked());
    private final EventActions actions;
    private FxExecutor.@Nullable Work work;
    private FxExecutor.@Nullable Work comparing;
    private @Nullable Row asked;

    /**
     * An inspector of nothing yet.
     *
     * @param source the capture
     * @param selection says which packet
     * @param executor for the reading
     * @param actions what can be done with an event
     */
    public InspectorViewModel(PacketSource source, Selection selection, FxExecutor executor, EventActions actions) {
        this.actions = actions;
        this.source = source;
        this.selection = selection;
        this.executor = executor;
        selection.packetProperty().addListener(ignored -> load());
        selection.sessionProperty().addListener(ignored -> load());
        load();
    }

    /** Looks whether the acknowledgement of the packet that is shown has come meanwhile. Cheap; called once in a while. */
    public void pull() {
        Row before = asked;
        if (before == null) {
            return;
        }
        showActions();
        Row now = source.row(before.n());
        if (now != null && (now.pairs() != before.pairs() || now.ackState() != before.ackState())) {
            load();
        }
    }

    /**
     * The capture's clock, for what is still waited for.
     *
     * @return nanoseconds since 1970-01-01T00:00Z
     */
    public long nowNanos() {
        return source.nowNanos();
    }

    /**
     * Goes to the other half of the acknowledgement that is shown.
     *
     * @param number of that packet
     */
    public void goTo(long number) {
        selection.packetProperty().set(number);
    }

    /**
     * What to show.
     *
     * @return null while nothing is picked
     */
    public ReadOnlyObjectProperty<@Nullable Inspected> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Why the packet cannot be shown.
     *
     * @return empty when it can; else what the system said, for a message
     */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Runs something long for a part of the view.
     *
     * @param job changes nothing that is shared
     * @param done gets its result, unless the work is called off
     * @return to call it off
     */
    <T> FxExecutor.Work work(Callable<T> job, Consumer<? super T> done) {
        return executor.work(job, done, failed -> problem.set(words(failed)));
    }

    /** Sends the event that is shown once more. */
    public void sendAgain() {
        if (canSendAgain.get()) {
            withDraft(actions::sendAgain);
        }
    }

    /** Writes the event that is shown into the composer. */
    public void edit() {
        if (canEdit.get()) {
            withDraft(actions::edit);
        }
    }

    private void withDraft(Consumer<EventDraft> then) {
        Inspected now = shown.get();
        if (now != null) {
            Row row = now.row();
            work(
                    () -> EventParts.of(now.packet().entry()),
                    found -> found.ifPresent(parts -> then.accept(new EventDraft(
                            row.session(), row.namespace(), row.socket(), parts, now.packet().entry().asksForAck()))));
        }
    }

    /** Compares the event that is shown with the one before of the same name, on a worker; once for each. */
    public void compare() {
        Inspected now = shown.get();
        boolean fits = now != null && now.row().layer() == Layer.SOCKETIO && now.row().kind().equals("event");
        if (now == null || !fits || !(comparison.get() instanceof Comparison.NotAsked)) {
            return;
        }
        comparison.set(new Comparison.Searching());
        comparing = executor.work(
                () -> compared(now), comparison::set, failed -> comparison.set(new Comparison.Unreadable(now.row())));
    }

    private Comparison compared(Inspected now) throws IOException {
        Previous previous = Previous.of(now.row(), source::row, Previous.MOST);
        Row row = previous.row();
        if (row == null) {
            return new Comparison.NoPrevious(previous.searched(), previous.whole());
        }
        Optional<EventParts> before = EventParts.of(source.entry(row.n()));
        Optional<EventParts> after = EventParts.of(now.packet().entry());
        if (before.isEmpty() || after.isEmpty()) {
            return new Comparison.Unreadable(row);
        }
        return Difference.of(before.get(), after.get())
                .<Comparison>map(difference -> new Comparison.Compared(row, difference))
                .orElseGet(() -> new Comparison.Unreadable(row));
    }

    private void showActions() {
        Inspected now = shown.get();
        boolean whole = now != null && !now.packet().entry().body().omitted();
        present.set(now != null);
        canSendAgain.set(now != null && whole && actions.canSendAgain(now.row()));
        canEdit.set(now != null && whole && actions.canEdit(now.row()));
    }

    /** Whether a packet is shown. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** Whether the packet that is shown is an event that can be sent once more. */
    public ReadOnlyBooleanProperty canSendAgainProperty() {
        return canSendAgain.getReadOnlyProperty();
    }

    /** Whether the packet that is shown is an event that can be written into the composer. */
    public ReadOnlyBooleanProperty canEditProperty() {
        return canEdit.getReadOnlyProperty();
    }

    /** How the packet that is shown stands to the one before; see {@link #compare}. */
    public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    private void load() {
        if (work != null) {
            work.cancel();
            work = null;
        }
        long number = selection.packetProperty().get();
        Row row = number <= 0 ? null : ofSession(source.row(number));
        asked = row;
        if (row == null) {
            problem.set("");
            put(null);
            return;
        }
        work = executor.work(() -> read(row), this::show, e -> fail(number, e));
    }

    /** A packet of another session than the one that the window shows stays picked, but is not shown beside its rows. */
    private @Nullable Row ofSession(@Nullable Row row) {
        String session = selection.sessionProperty().get();
        return row == null || session.isEmpty() || row.session().equals(session) ? row : null;
    }

    private Inspected read(Row row) throws IOException {
        Inspection packet = Inspection.of(source.entry(row.n()));
        Row otherRow = row.pairs() > 0 ? source.row(row.pairs()) : null;
        Inspection other = otherRow == null ? null : Inspection.of(source.entry(otherRow.n()));
        return new Inspected(row, packet, otherRow, other);
    }

    private void show(Inspected inspected) {
        problem.set("");
        put(inspected);
    }

    private void put(@Nullable Inspected now) {
        if (comparing != null) {
            comparing.cancel();
            comparing = null;
        }
        shown.set(now);
        comparison.set(new Comparison.NotAsked());
        showActions();
    }

    private void fail(long number, Exception e) {
        put(null);
        problem.set("#" + number + ": " + words(e));
    }

    private static String words(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
