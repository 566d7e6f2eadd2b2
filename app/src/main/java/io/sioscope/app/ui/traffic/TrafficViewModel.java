package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.RoomMembers;
import io.sioscope.app.ui.port.Selection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the Traffic table shows and does. It is pulled once in a while ({@link #pull}) and fires at most one change of each
 * property then, however many packets came. JavaFX thread only; needs no toolkit.
 */
public final class TrafficViewModel implements AutoCloseable {

    /** Why the table is empty. */
    public enum Emptiness {
        /** It is not. */
        NONE,
        /** Nothing has passed yet. */
        NOTHING_YET,
        /** The filter lets nothing through. */
        NO_MATCH,
        /** What passed was cleared away. */
        CLEARED
    }

    /** How long a search that begins while the table stands still may find rows to show. */
    private static final long SETTLE_NANOS = 500_000_000;
    /** How often rows that wait for something are shown anew, in nanoseconds. */
    private static final long TICK_NANOS = 200_000_000;

    /** No socket has this id. */
    private static final Set<String> NOBODY = Set.of("\u0000");

    private final TrafficFeed feed;
    private final RoomMembers members;
    private final Selection selection;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty heartbeats = new SimpleBooleanProperty(this, "heartbeats");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ReadOnlyObjectWrapper<FilterReading> reading;
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final ReadOnlyLongWrapper looked = new ReadOnlyLongWrapper(this, "looked");
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper(this, "generation");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private final ReadOnlyObjectWrapper<Emptiness> emptiness =
            new ReadOnlyObjectWrapper<>(this, "emptiness", Emptiness.NOTHING_YET);
    private TrafficFeed.Matches matches;
    private TrafficFeed.Query query;
    private long clearedUpTo;
    private long seenRevision;
    private long lastTick;
    private long lastFollowed;
    private int seenEpoch;
    /** Until then rows of a new search are shown as they are found, although the table stands still. */
    private long settledAt;

    /**
     * A table of everything.
     *
     * @param feed the capture
     * @param selection what is picked in the window
     * @param members knows who is in a picked room
     */
    public TrafficViewModel(TrafficFeed feed, Selection selection, RoomMembers members) {
        this.members = members;
        this.feed = feed;
        this.selection = selection;
        this.reading = new ReadOnlyObjectWrapper<>(this, "reading", new FilterReading(List.of(), ""));
        this.query = queryOf("");
        this.matches = feed.matches(query);
        filter.addListener(ignored -> readFilter());
        heartbeats.addListener(ignored -> search());
        paused.addListener(ignored -> pull());
        selection.sessionProperty().addListener(ignored -> search());
        selection.namespaceProperty().addListener(ignored -> search());
        selection.roomProperty().addListener(ignored -> search());
        selection.socketProperty().addListener(ignored -> search());
    }

    /** Takes what is published since the last time. Cheap when there is nothing. */
    public void pull() {
        followRoom();
        matches.keepUp();
        int now = matches.count();
        if (matches.epoch() != seenEpoch) {
            seenEpoch = matches.epoch();
            shown.set(now);
            generation.set(generation.get() + 1);
        }
        if (paused.get() && feed.nowNanos() > settledAt) {
            waiting.set(now - shown.get());
        } else {
            waiting.set(0);
            shown.set(now);
        }
        looked.set(matches.looked());
        emptiness.set(emptinessNow());
        long tick = feed.nowNanos();
        long inFeed = matches.revision();
        if (inFeed != seenRevision || tick - lastTick > TICK_NANOS) {
            seenRevision = inFeed;
            lastTick = tick;
            revision.set(revision.get() + 1);
        }
    }

    /** Who is in a picked room changes. */
    private void followRoom() {
        long tick = feed.nowNanos();
        if (!selection.roomProperty().get().isEmpty() && tick - lastFollowed > TICK_NANOS) {
            lastFollowed = tick;
            search();
        }
    }

    /**
     * One row.
     *
     * @param index 0 ≤ index &lt; shown
     * @return freshly made
     */
    public TrafficRow row(int index) {
        return matches.row(index);
    }

    /**
     * How long something has been waited for.
     *
     * @param sinceNanos on the capture's clock
     * @return nanoseconds, not negative
     */
    public long waitedNanos(long sinceNanos) {
        return Math.max(0, feed.nowNanos() - sinceNanos);
    }

    /**
     * Picks a row for the whole window.
     *
     * @param index which row
     */
    public void select(int index) {
        selection.packetProperty().set(matches.row(index).number());
    }

    /**
     * The packet that is picked in the window, here or elsewhere.
     *
     * @return its number, 0 for none
     */
    public ReadOnlyLongProperty pickedProperty() {
        return selection.packetProperty();
    }

    /**
     * The picked packet's row; for an acknowledgement that has none of its own, the row that asked for it.
     *
     * @return −1 where it is not among the rows
     */
    public int selectedIndex() {
        long number = selection.packetProperty().get();
        int index = number <= 0 ? -1 : matches.indexOf(number);
        return index < shown.get() ? index : -1;
    }

    /**
     * Turns the composer into the answer of a row's acknowledgement.
     *
     * @param row a row that waits for us
     */
    public void answer(TrafficRow row) {
        if (row.ack() instanceof RowAck.Awaited awaited && awaited.ours()) {
            selection.packetProperty().set(row.number());
            selection
                    .answeringProperty()
                    .set(new AnswerRequest(
                            row.number(), row.session(), row.namespace(), row.socket(), row.ackId(), row.name()));
        }
    }

    /** Hides what has passed so far; the capture keeps it. */
    public void clear() {
        clearedUpTo = feed.last();
        search();
    }

    /** Shows again what was cleared away. */
    public void showCleared() {
        clearedUpTo = 0;
        search();
    }

    /**
     * Adds a word to the filter, unless it stands there already.
     *
     * @param token such as {@code event:chat}
     */
    public void addToFilter(String token) {
        String text = filter.get().strip();
        if (!(" " + text + " ").contains(" " + token + " ")) {
            filter.set((text + " " + token).strip());
        }
    }

    /** Looks anew for what is shown already; for a feed that speaks another language now. */
    public void askAgain() {
        matches.close();
        matches = feed.matches(query);
        reading.set(feed.read(filter.get()));
        shown.set(matches.count());
        generation.set(generation.get() + 1);
        pull();
    }

    /** Stops looking. */
    @Override
    public void close() {
        matches.close();
    }

    private void readFilter() {
        FilterReading now = feed.read(filter.get());
        reading.set(now);
        if (now.good()) {
            search();
        }
    }

    private void search() {
        TrafficFeed.Query wanted = queryOf(reading.get().good() ? filter.get() : query.filter());
        if (wanted.equals(query)) {
            return;
        }
        query = wanted;
        settledAt = feed.nowNanos() + SETTLE_NANOS;
        matches.close();
        matches = feed.matches(wanted);
        seenEpoch = matches.epoch();
        shown.set(matches.count());
        generation.set(generation.get() + 1);
        pull();
    }

    private TrafficFeed.Query queryOf(String text) {
        return new TrafficFeed.Query(
                text.strip(),
                heartbeats.get(),
                clearedUpTo,
                selection.sessionProperty().get(),
                selection.namespaceProperty().get(),
                sockets());
    }

    private Set<String> sockets() {
        String socket = selection.socketProperty().get();
        String room = selection.roomProperty().get();
        if (!socket.isEmpty()) {
            return Set.of(socket);
        }
        if (room.isEmpty()) {
            return Set.of();
        }
        Set<String> inRoom = members.of(selection.sessionProperty().get(), selection.namespaceProperty().get(), room);
        return inRoom.isEmpty() ? NOBODY : inRoom;
    }

    /** The room whose packets alone are shown; empty for none. */
    public ReadOnlyStringProperty onlyRoomProperty() {
        return selection.roomProperty();
    }

    /** The socket whose packets alone are shown; empty for none. */
    public ReadOnlyStringProperty onlySocketProperty() {
        return selection.socketProperty();
    }

    /** Shows the packets of everybody again. */
    public void showEverybody() {
        selection.pickNobody();
        selection.namespaceProperty().set("");
    }

    private Emptiness emptinessNow() {
        if (shown.get() > 0) {
            return Emptiness.NONE;
        }
        if (clearedUpTo > 0 && looked.get() == 0) {
            return Emptiness.CLEARED;
        }
        return query.filter().isEmpty() || looked.get() == 0 ? Emptiness.NOTHING_YET : Emptiness.NO_MATCH;
    }

    /**
     * The filter as typed.
     *
     * @return set it to filter; a text that is not understood leaves the rows as they are
     */
    public StringProperty filterProperty() {
        return filter;
    }

    /**
     * What was understood of the filter.
     *
     * @return follows the filter
     */
    public ReadOnlyObjectProperty<FilterReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /**
     * Whether heartbeats and transport packets are shown.
     *
     * @return may be set
     */
    public BooleanProperty heartbeatsProperty() {
        return heartbeats;
    }

    /**
     * Whether the table stands still; the capture never does.
     *
     * @return may be set
     */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /**
     * How many rows there are.
     *
     * @return only grows within one generation
     */
    public ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * How many rows wait while the table is paused.
     *
     * @return 0 while it is not
     */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /**
     * How many packets were looked at.
     *
     * @return the second number of "946 of 12 841"
     */
    public ReadOnlyLongProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /**
     * Changes when the rows are other ones: another filter, another session.
     *
     * @return a number to listen to; set after {@link #shownProperty()}
     */
    public ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    /**
     * Changes when rows say something else: an acknowledgement came, time went by.
     *
     * @return a number to listen to
     */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /**
     * Why there is nothing to see.
     *
     * @return {@link Emptiness#NONE} while there is
     */
    public ReadOnlyObjectProperty<Emptiness> emptinessProperty() {
        return emptiness.getReadOnlyProperty();
    }
}
