package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.port.Selection;
import java.io.IOException;
import java.util.Objects;
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
    private FxExecutor.@Nullable Work work;
    private @Nullable Row asked;

    /**
     * An inspector of nothing yet.
     *
     * @param source the capture
     * @param selection says which packet
     * @param executor for the reading
     */
    public InspectorViewModel(PacketSource source, Selection selection, FxExecutor executor) {
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
    }

    private void fail(long number, Exception e) {
        shown.set(null);
        problem.set("#" + number + ": " + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
}
