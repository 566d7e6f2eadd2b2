package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.RoomsOfClient;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.session.ConnectFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page over a program that only notes what it is asked for. */
final class ConnectFixture implements Connections {

    static final Texts TEXTS = new Texts(ConnectViewModel.class, Locale.ENGLISH);

    final List<String> calls = new ArrayList<>();
    final List<ConnectSpec> specs = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final KeptEnvironments kept = new KeptEnvironments();
    final EnvironmentsViewModel environments = new EnvironmentsViewModel(kept, TEXTS);
    final ConnectViewModel page = new ConnectViewModel(
            this,
            environments,
            new DirectExecutor(),
            opened::add,
            TEXTS,
            new Explain(Locale.ENGLISH),
            new DoctorViewModel(new DirectExecutor(), TEXTS));
    RoomsOfClient rooms = RoomsOfClient.NONE;

    static SessionSnapshot snapshot(
            SessionState state, Optional<ConnectFailure> failure, NamespaceSnapshot... namespaces) {
        return new SessionSnapshot(
                "c1",
                SessionSnapshot.Kind.CLIENT,
                "http://localhost:3000",
                state,
                failure,
                List.of(namespaces),
                List.of());
    }

    /** Types into the empty line. */
    static void fill(PairTable table, String name, String value) {
        PairRow row = table.rows().getLast();
        row.nameProperty().set(name);
        row.valueProperty().set(value);
    }

    static PairRow.Problem problem(PairTable table, int row) {
        return table.rows().get(row).problemProperty().get();
    }

    @Override
    public String open(String before, ConnectSpec spec) {
        calls.add("open after " + before);
        specs.add(spec);
        return "c" + specs.size();
    }

    @Override
    public void save(String name, ConnectSpec spec) {
        calls.add("save " + name);
        specs.add(spec);
    }

    @Override
    public boolean saveAnswer(String name, AnswerRule rule) {
        calls.add("answer " + rule.event() + " with " + name);
        return true;
    }

    @Override
    public void habits(String session, ConnectHabits habits) {
        calls.add("habits of " + session + ": " + habits.answers());
    }

    @Override
    public RoomsOfClient rooms(String session) {
        return rooms;
    }

    @Override
    public void ask(String session, String namespace, String event, String text) {
        calls.add("ask " + session + " " + namespace + " " + event + " " + text);
    }

    @Override
    public void end(String session) {
        calls.add("end " + session);
    }
}
