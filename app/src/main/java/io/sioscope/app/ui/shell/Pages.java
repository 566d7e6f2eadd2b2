package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.composer.ComposerView;
import io.sioscope.app.ui.composer.ComposerViewModel;
import io.sioscope.app.ui.connect.ConnectView;
import io.sioscope.app.ui.connect.ConnectViewModel;
import io.sioscope.app.ui.host.HostView;
import io.sioscope.app.ui.host.HostViewModel;
import io.sioscope.app.ui.inspector.InspectorView;
import io.sioscope.app.ui.inspector.InspectorViewModel;
import io.sioscope.app.ui.inspector.PacketSource;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.ui.traffic.TrafficFeed;
import io.sioscope.app.ui.traffic.TrafficView;
import io.sioscope.app.ui.traffic.TrafficViewModel;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SessionSnapshot;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;

/**
 * The pages of the window and their view models. View models live as long as their sessions; views are made anew when the
 * language changes.
 */
final class Pages {

    private static final double INSPECTOR_LEAST = 120;
    private static final double INSPECTOR_MOST = 900;

    private final Desk desk;
    private final FxExecutor fx;
    private final FilesPort files;
    private final ZoneId zone;
    private final SpeakingFeed feed;
    private final TrafficViewModel traffic;
    private final InspectorViewModel inspector;
    private final ComposerViewModel composer;
    private final Map<String, ConnectViewModel> connections = new HashMap<>();
    private final Map<String, HostViewModel> hosts = new HashMap<>();
    private final Map<Object, Node> views = new HashMap<>();
    private final Consumer<String> onOpened;
    private final Consumer<String> onStarted;
    private ConnectViewModel newConnection;
    private HostViewModel newHost;
    private Texts texts;
    private Explain explain;

    Pages(
            Desk desk,
            FxExecutor fx,
            FilesPort files,
            Selection selection,
            Function<Texts, TrafficFeed> feeds,
            PacketSource packets,
            ZoneId zone,
            Texts texts,
            Explain explain,
            Consumer<String> onOpened,
            Consumer<String> onStarted) {
        this.desk = desk;
        this.fx = fx;
        this.files = files;
        this.zone = zone;
        this.texts = texts;
        this.explain = explain;
        this.onOpened = onOpened;
        this.onStarted = onStarted;
        this.feed = new SpeakingFeed(feeds, texts);
        this.traffic = new TrafficViewModel(feed, selection);
        this.inspector = new InspectorViewModel(packets, selection, fx);
        this.composer = new ComposerViewModel(desk, fx, selection, texts.beside(ComposerViewModel.class), explain);
        this.newConnection = connection();
        this.newHost = host();
    }

    /** Speaks another language; every view asked for afterwards is a new one. */
    void speak(Texts changed, Explain changedExplain) {
        texts = changed;
        explain = changedExplain;
        views.clear();
        feed.speak(texts);
        traffic.askAgain();
        composer.speak(texts.beside(ComposerViewModel.class), explain);
        Texts connectTexts = texts.beside(ConnectViewModel.class);
        newConnection.speak(connectTexts, explain);
        connections.values().forEach(model -> model.speak(connectTexts, explain));
        Texts hostTexts = texts.beside(HostViewModel.class);
        newHost.speak(hostTexts, explain);
        hosts.values().forEach(model -> model.speak(hostTexts, explain));
    }

    private ConnectViewModel connection() {
        return new ConnectViewModel(desk, this::onConnectionOpened, texts.beside(ConnectViewModel.class), explain);
    }

    private HostViewModel host() {
        return new HostViewModel(desk, fx, this::onHostStarted, texts.beside(HostViewModel.class), explain);
    }

    private void onConnectionOpened(String session) {
        if (!connections.containsKey(session)) {
            ConnectViewModel opener = newConnection.session().equals(session) ? newConnection : openerOf(session);
            connections.values().remove(opener);
            connections.put(session, opener);
            if (opener.equals(newConnection)) {
                newConnection = connection();
            }
        }
        onOpened.accept(session);
    }

    private ConnectViewModel openerOf(String session) {
        return connections.values().stream()
                .filter(model -> model.session().equals(session))
                .findFirst()
                .orElse(newConnection);
    }

    /** The window may have seen the session, and made a page for it, before the page that started it heard of it. */
    private void onHostStarted(HostViewModel starter) {
        hosts.values().remove(starter);
        hosts.put(starter.session(), starter);
        if (starter.equals(newHost)) {
            newHost = host();
        }
        onStarted.accept(starter.session());
    }

    /** Shows how the sessions stand, on the pages that show them. */
    void show(Iterable<SessionSnapshot> snapshots, Optional<SessionSnapshot> current) {
        for (SessionSnapshot snapshot : snapshots) {
            switch (snapshot.kind()) {
                case CLIENT -> connectionOf(snapshot).show(snapshot);
                case HOST -> hostOf(snapshot).show(snapshot);
                case FILE -> {}
            }
        }
        composer.show(current.orElse(null));
    }

    private ConnectViewModel connectionOf(SessionSnapshot snapshot) {
        return connections.computeIfAbsent(snapshot.id(), id -> {
            ConnectViewModel model = connection();
            model.urlProperty().set(snapshot.name());
            return model;
        });
    }

    private HostViewModel hostOf(SessionSnapshot snapshot) {
        return hosts.computeIfAbsent(snapshot.id(), id -> host());
    }

    /** Forgets a session's pages. */
    void forget(String session) {
        Object model = connections.remove(session);
        views.remove(model == null ? hosts.remove(session) : model);
    }

    /** The page of a session that is not open, or of one that is. */
    Optional<Node> page(Place place, Optional<SessionSnapshot> session) {
        return switch (place) {
            case Place.Start _, Place.Settings _ -> Optional.empty();
            case Place.NewConnection _ -> Optional.of(view(newConnection));
            case Place.NewHost _ -> Optional.of(view(newHost));
            case Place.InSession(String ignored, Place.Tab tab) ->
                session.filter(found -> tab == Place.Tab.PAGE).flatMap(this::ownPage);
        };
    }

    private Optional<Node> ownPage(SessionSnapshot session) {
        return switch (session.kind()) {
            case CLIENT -> Optional.of(view(connectionOf(session)));
            case HOST -> Optional.of(view(hostOf(session)));
            case FILE -> Optional.empty();
        };
    }

    private ConnectView view(ConnectViewModel model) {
        return (ConnectView) views.computeIfAbsent(
                model, ignored -> new ConnectView(model, texts.beside(ConnectView.class)));
    }

    private HostView view(HostViewModel model) {
        return (HostView)
                views.computeIfAbsent(model, ignored -> new HostView(model, texts.beside(HostView.class)));
    }

    /** Puts the focus where a person begins to fill in. */
    void focus(ConnectViewModel model) {
        view(model).focusFirst();
    }

    /** Puts the focus where a person begins to fill in. */
    void focus(HostViewModel model) {
        view(model).focusFirst();
    }

    /**
     * Starts the demo chat on a page of its own.
     *
     * @param refused gets the reason if it could not be started
     */
    void startDemo(Consumer<String> refused) {
        HostViewModel demo = newHost;
        demo.failureProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                refused.accept(now);
            }
        });
        demo.startDemo();
    }

    /** The page of a session's packets. */
    PixelSplit trafficPage() {
        return (PixelSplit) views.computeIfAbsent(inspector, ignored -> new PixelSplit(
                Orientation.VERTICAL,
                trafficView(),
                new InspectorView(inspector, texts.beside(InspectorView.class), zone),
                PixelSplit.Fixed.SECOND,
                INSPECTOR_LEAST,
                INSPECTOR_MOST));
    }

    /** Takes what is new in the capture. */
    void pull() {
        traffic.pull();
        inspector.pull();
    }

    TrafficView trafficView() {
        return (TrafficView) views.computeIfAbsent(
                traffic, ignored -> new TrafficView(traffic, texts.beside(TrafficView.class), zone));
    }

    ComposerView composerView() {
        return (ComposerView) views.computeIfAbsent(
                composer,
                ignored -> new ComposerView(
                        composer,
                        texts.beside(ComposerView.class),
                        CommandId.SEND.key(),
                        row -> files.pickArgument().ifPresent(path -> row.textProperty().set(path.toString()))));
    }

    InspectorViewModel inspector() {
        return inspector;
    }

    /** The page of an open connection. */
    ConnectViewModel connection(String session) {
        return java.util.Objects.requireNonNull(connections.get(session), session);
    }

    TrafficViewModel traffic() {
        return traffic;
    }

    ComposerViewModel composer() {
        return composer;
    }

    ConnectViewModel newConnection() {
        return newConnection;
    }

    HostViewModel newHost() {
        return newHost;
    }
}
