package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.RoomsOfClient;
import io.sioscope.app.workbench.SpecProblem;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/** The part of a connection's page that can be changed while it is open: what it answers by itself, and its rooms. */
final class HabitsViewModel {

    private final Connections connections;
    private final HabitsForm form;
    private final ReadOnlyObjectProperty<ConnectViewModel.Phase> phase;
    private final ReadOnlyObjectWrapper<RoomsOfClient> rooms =
            new ReadOnlyObjectWrapper<>(this, "rooms", RoomsOfClient.NONE);
    private ConnectHabits told = ConnectHabits.NONE;
    private String session = "";

    /**
     * The part of a new connection.
     *
     * @param connections takes changes over
     * @param form what is filled in
     * @param phase how far the page is
     */
    HabitsViewModel(
            Connections connections, HabitsForm form, ReadOnlyObjectProperty<ConnectViewModel.Phase> phase) {
        this.connections = connections;
        this.form = form;
        this.phase = phase;
    }

    /** A session was opened that has these habits already. */
    void opened(String id, ConnectHabits habits) {
        session = id;
        told = habits;
    }

    /** Shows what is known of the session's rooms. */
    void show(String id) {
        session = id;
        RoomsOfClient known = connections.rooms(id);
        if (!known.equals(rooms.get())) {
            rooms.set(known);
        }
    }

    /** Says what is wrong; what can be used, an open connection takes over as it is typed. */
    void check(ConnectHabits habits, List<SpecProblem> problems, Function<SpecProblem, String> words) {
        form.mark(problems, words);
        if (!session.isEmpty() && !habits.equals(told) && habits.problems().isEmpty()) {
            told = habits;
            connections.habits(session, habits);
        }
    }

    /**
     * Always answers so from now on.
     *
     * @return whether the open connection does; what is wrong elsewhere on the page keeps it from taking over any change
     */
    boolean keep(AnswerRule rule) {
        form.put(rule);
        return told.answers().contains(rule);
    }

    /** What is filled in. */
    HabitsForm form() {
        return form;
    }

    /** Asks the server for a room; does nothing while that cannot be asked. */
    void joinRoom(String namespace, String room) {
        ask(namespace, form.joinEventProperty().get(), room);
    }

    /** Gives a room up again; does nothing while that cannot be asked. */
    void leaveRoom(String namespace, String room) {
        ask(namespace, form.leaveEventProperty().get(), room);
    }

    private void ask(String namespace, String event, String room) {
        boolean can = phase.get() == ConnectViewModel.Phase.CONNECTED
                && form.roomProblemProperty().get().isEmpty();
        if (can && !event.isBlank() && !room.isBlank()) {
            connections.ask(session, namespace, event.strip(), room.strip());
        }
    }

    /** Whether an event for rooms is known and can be sent now. */
    BooleanBinding canAsk(StringProperty event) {
        return phase.isEqualTo(ConnectViewModel.Phase.CONNECTED)
                .and(event.isNotEmpty())
                .and(form.roomProblemProperty().isEmpty());
    }

    /** What is known of the connection's rooms. */
    ReadOnlyObjectProperty<RoomsOfClient> roomsProperty() {
        return rooms.getReadOnlyProperty();
    }
}
