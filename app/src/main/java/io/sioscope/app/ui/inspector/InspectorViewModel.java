package io.sioscope.app.ui.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.JsonDiff;
import io.sioscope.app.inspect.PacketValues;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.port.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
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

    /** How many packets are looked at for the previous event of the same name. */
    private static final int MOST_LOOKED = 200_000;

    private final PacketSource source;
    private final Selection selection;
    private final FxExecutor executor;
    private final ReadOnlyObjectWrapper<@Nullable Inspected> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<@Nullable Difference> difference = new ReadOnlyObjectWrapper<>(this, "difference");
    private final Resending resending;
    private FxExecutor.@Nullable Work work;
    private FxExecutor.@Nullable Work comparing;
    private boolean wantsDifference;
    private @Nullable Row asked;

    /**
     * An inspector of nothing yet.
     *
     * @param source the capture
     * @param selection says which packet
     * @param executor for the reading
     * @param resending sends what is shown once more
     */
    public InspectorViewModel(PacketSource source, Selection selection, FxExecutor executor, Resending resending) {
        this.resending = resending;
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
            shown.set(null);
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
        shown.set(inspected);
        compare();
    }

    /** Whether the difference to the previous event is looked at; it is only sought while it is. */
    void wantDifference(boolean wanted) {
        wantsDifference = wanted;
        compare();
    }

    private void compare() {
        if (comparing != null) {
            comparing.cancel();
            comparing = null;
        }
        difference.set(null);
        Inspected now = shown.get();
        if (wantsDifference && now != null && isEvent(now.row())) {
            comparing = executor.work(() -> compared(now), difference::set, failed -> difference.set(null));
        }
    }

    static boolean isEvent(Row row) {
        return row.layer() == Layer.SOCKETIO && row.kind().equals("event");
    }

    private Difference compared(Inspected now) throws IOException {
        long number = source.previous(now.row(), MOST_LOOKED);
        Row previous = number > 0 ? source.row(number) : null;
        if (previous == null) {
            return new Difference(now.row(), null, number < 0, null);
        }
        var before = PacketValues.of(source.entry(number));
        var after = PacketValues.of(now.packet().entry());
        return new Difference(
                now.row(),
                previous,
                false,
                before.isPresent() && after.isPresent() ? JsonDiff.between(before.get(), after.get()) : null);
    }

    /** Sends the shown event as it was, if that can be done. */
    public void sendAgain() {
        withValues(resending::canSend, resending::send);
    }

    /** Writes the shown event into the composer, if that can be done. */
    public void edit() {
        withValues(resending::canEdit, resending::edit);
    }

    private void withValues(Predicate<Row> may, BiConsumer<Row, List<JsonNode>> then) {
        Inspected now = shown.get();
        if (now == null || !isEvent(now.row()) || !may.test(now.row())) {
            return;
        }
        executor.work(
                () -> PacketValues.of(now.packet().entry()),
                values -> values.ifPresent(read -> then.accept(now.row(), read)),
                failed -> problem.set(String.valueOf(failed.getMessage())));
    }

    boolean canSend(Row row) {
        return isEvent(row) && resending.canSend(row);
    }

    boolean canEdit(Row row) {
        return isEvent(row) && resending.canEdit(row);
    }

    /** What changed since the previous event of the same name; null while that is not known. */
    ReadOnlyObjectProperty<@Nullable Difference> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    private void fail(long number, Exception e) {
        shown.set(null);
        problem.set("#" + number + ": " + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
}
