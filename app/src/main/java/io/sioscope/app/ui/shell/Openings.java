package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.host.Hosting;
import io.sioscope.app.ui.host.KeptHost;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Saved;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What opens sessions, where the window goes then, and what of it is remembered. JavaFX thread. */
final class Openings {

    private final Shell shell;
    private final Desk desk;
    private final HostRack rack;
    private final Pages pages;
    private final Keeper keeper;
    private final FxExecutor fx;
    private final Clock clock;
    private final FirstConnect firstConnect = new FirstConnect();

    Openings(Shell shell, Desk desk, HostRack rack, Pages pages, Keeper keeper, FxExecutor fx, Clock clock) {
        this.shell = shell;
        this.desk = desk;
        this.rack = rack;
        this.pages = pages;
        this.keeper = keeper;
        this.fx = fx;
        this.clock = clock;
    }

    /** Opens the page of a new connection with a URL, and connects. */
    void connectTo(String url) {
        pages.newConnection().urlProperty().set(url);
        shell.go(new Place.NewConnection());
        pages.newConnection().connect();
    }

    /** Does a recent thing once more. */
    void again(Recent recent) {
        switch (recent.kind()) {
            case CONNECT -> connectTo(recent.target());
            case FILE -> shell.openFile(Path.of(recent.target()));
        }
    }

    /** Opens what was saved. A connection that lacks its secrets is only filled in: without them it would be refused. */
    void open(Saved saved) {
        switch (saved) {
            case Saved.Connection connection -> open(connection);
            case Saved.Host host -> open(host);
        }
    }

    private void open(Saved.Connection saved) {
        pages.newConnection().fill(saved.name(), saved.spec());
        shell.go(new Place.NewConnection());
        if (saved.lacksSecrets()) {
            shell.say(MessageKind.FAULT, shell.texts().get("saved.lacks", saved.name()));
        } else {
            pages.newConnection().connect();
        }
    }

    /** One that runs is shown. One that lacks its secrets is only filled in: its certificate could not be read. */
    private void open(Saved.Host saved) {
        Optional<KeptHost> runs = rack.all().stream()
                .filter(kept -> kept.id().equals(saved.id()) && !kept.session().isEmpty())
                .findFirst();
        if (runs.isPresent()) {
            rack.show(runs.get());
        } else if (saved.lacksSecrets()) {
            pages.newHost().edit(new KeptHost(saved.id(), saved.name(), saved.spec(), "", ""));
            shell.go(new Place.NewHost());
            shell.say(MessageKind.FAULT, shell.texts().get("saved.host.lacks", saved.name()));
        } else {
            start(saved);
        }
    }

    private void start(Saved.Host saved) {
        fx.work(
                () -> desk.start("", saved.spec()),
                started -> {
                    switch (started) {
                        case Hosting.Starting.Started(String session) -> {
                            rack.runs(saved.id(), session);
                            onStarted(session);
                        }
                        case Hosting.Starting.Refused(var why) ->
                            shell.say(MessageKind.FAULT, shell.texts().get("saved.host.failed", saved.name(), why.message()));
                    }
                },
                failed -> shell.internalProblem(failed));
    }

    /** A connection was asked for. */
    void onOpened(String session) {
        firstConnect.begin(session);
        desk.snapshot(session).ifPresent(snapshot -> remember(Recent.Kind.CONNECT, snapshot.name()));
        shell.model().placeProperty().set(new Place.InSession(session, Place.Tab.PAGE));
        shell.refresh();
    }

    /** A host listens. */
    void onStarted(String session) {
        boolean demo = desk.isDemo(session);
        shell.model().placeProperty().set(new Place.InSession(session, demo ? Place.Tab.MAP : Place.Tab.PAGE));
        shell.refresh();
    }

    /** A capture was opened. */
    void onFileOpened(String session, Path file) {
        remember(Recent.Kind.FILE, file.toAbsolutePath().toString());
        shell.model().placeProperty().set(new Place.InSession(session, Place.Tab.TRAFFIC));
        shell.refresh();
    }

    /** Goes from a connection's page to its packets once it is connected for the first time. */
    void goOnWhenConnected(List<SessionSnapshot> snapshots) {
        for (SessionSnapshot snapshot : snapshots) {
            if (firstConnect.isDone(snapshot)
                    && shell.model().placeProperty().get().equals(new Place.InSession(snapshot.id(), Place.Tab.PAGE))) {
                shell.model().tab(Place.Tab.TRAFFIC);
            }
        }
    }

    private void remember(Recent.Kind kind, String target) {
        keeper.change(workspace -> workspace.withRecent(new Recent(kind, target, clock.millis())));
        shell.showShelf();
    }
}
