package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.composer.ComposerView;
import io.sioscope.app.ui.composer.ComposerViewModel;
import io.sioscope.app.ui.connect.ConnectView;
import io.sioscope.app.ui.connect.ConnectViewModel;
import io.sioscope.app.ui.connect.DoctorViewModel;
import io.sioscope.app.ui.connect.EnvironmentsViewModel;
import io.sioscope.app.ui.host.HostView;
import io.sioscope.app.ui.host.HostViewModel;
import io.sioscope.app.ui.host.KeptHosts;
import io.sioscope.app.ui.inspector.InspectorView;
import io.sioscope.app.ui.inspector.InspectorViewModel;
import io.sioscope.app.ui.inspector.PacketSource;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.map.MapView;
import io.sioscope.app.ui.map.MapViewModel;
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
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
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
    private final KeptHosts rack;
    private final FxExecutor fx;
    private final FilesPort files;
    private final Selection selection;
    private final ZoneId zone;
    private final DoubleProperty inspectorPixels;
    private final SpeakingFeed feed;
    private final TrafficViewModel traffic;
    private final InspectorViewModel inspector;
    private final ComposerViewModel composer;
    private final MapViewModel map;
    private final EnvironmentsViewModel environments;
    private ObservableBooleanValue motion = new SimpleBooleanProperty(true);
    private final Map<String, ConnectViewModel> connections = new HashMap<>();
    private final Map<String, HostViewModel> hosts = new HashMap<>();
    private final Map<Object, Node> views = new HashMap<>();
    private final Consumer<String> onOpened;
    private final Consumer<String> onStarted;
    private Runnable onCopy = () -> {};
    private ConnectViewModel newConnection;
    private HostViewModel newHost;
    private Texts texts;
    private Explain explain;

    Pages(
            Desk desk,
            KeptHosts rack,
            FxExecutor fx,
            FilesPort files,
            Selection selection,
            DoubleProperty inspectorPixels,
            Function<Texts, TrafficFeed> feeds,
            PacketSource packets,
            ZoneId zone,
            Texts texts,
            Explain explain,
            Consumer<String> onOpened,
            Consumer<String> onStarted) {
        this.desk = desk;
        this.rack = rack;
        this.fx = fx;
        this.files = files;
        this.selection = selection;
        this.zone = zone;
        this.inspectorPixels = inspectorPixels;
        this.texts = texts;
        this.explain = explain;
        this.onOpened = onOpened;
        this.onStarted = onStarted;
        this.feed = new SpeakingFeed(feeds, texts);
        this.traffic = new TrafficViewModel(feed, selection, desk::members);
        this.composer = new ComposerViewModel(
                desk,
                new PageRules(id -> Optional.ofNullable(connections.get(id))),
                fx,
                selection,
                texts.beside(ComposerViewModel.class),
                explain);
        this.inspector = new InspectorViewModel(
                packets, selection, fx, new SendActions(desk, composer, () -> composerView().focusFirst()));
        this.map = new MapViewModel(
                selection, new MapActions(desk, () -> composerView().focusFirst()), texts.beside(MapViewModel.class));
        this.environments = new EnvironmentsViewModel(desk.shelf(), texts.beside(ConnectViewModel.class));
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
        map.speak(texts.beside(MapViewModel.class));
        Texts connectTexts = texts.beside(ConnectViewModel.class);
        environments.speak(connectTexts);
        newConnection.speak(connectTexts, explain);
        connections.values().forEach(model -> model.speak(connectTexts, explain));
        Texts hostTexts = texts.beside(HostViewModel.class);
        newHost.speak(hostTexts, explain);
        hosts.values().forEach(model -> model.speak(hostTexts, explain));
    }

    private ConnectViewModel connection() {
        Texts spoken = texts.beside(ConnectViewModel.class);
        return new ConnectViewModel(
                desk, environments, fx, this::onConnectionOpened, spoken, explain, new DoctorViewModel(fx, spoken));
    }

    private HostViewModel host() {
        return new HostViewModel(desk, rack, fx, selection, this::onHostStarted, texts.beside(HostViewModel.class), explain, System::nanoTime);
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
        newHost.showKept();
        composer.show(current.orElse(null));
        map.show(current.orElse(null));
    }

    private ConnectViewModel connectionOf(SessionSnapshot snapshot) {
        return connections.computeIfAbsent(snapshot.id(), id -> {
            ConnectViewModel model = connection();
            desk.connectSpec(id)
                    .ifPresentOrElse(spec -> model.fill("", spec), () -> model.urlProperty().set(snapshot.name()));
            return model;
        });
    }

    private HostViewModel hostOf(SessionSnapshot snapshot) {
        return hosts.computeIfAbsent(snapshot.id(), id -> host());
    }

    /** Examines the connection whose page is shown, and shows what is found there. */
    void diagnose(ShellViewModel shown) {
        if (shown.placeProperty().get() instanceof Place.NewConnection) {
            newConnection.diagnose();
        }
        shown.current().filter(session -> session.kind() == SessionSnapshot.Kind.CLIENT).ifPresent(session -> {
            shown.tab(Place.Tab.PAGE);
            connectionOf(session).diagnose();
        });
    }

    /** Shows where the shown connection's rooms are asked for. */
    void askForRoom(ShellViewModel shown) {
        shown.current().filter(session -> session.kind() == SessionSnapshot.Kind.CLIENT).ifPresent(session -> {
            shown.tab(Place.Tab.PAGE);
            view(connectionOf(session)).focusRooms();
        });
    }

    /** Forgets a session's pages. */
    void forget(String session) {
        ConnectViewModel model = connections.remove(session);
        if (model != null) {
            model.doctor().close();
        }
        views.remove(model == null ? hosts.remove(session) : model);
    }

    /** The page of a session that is not open, or of one that is. */
    Optional<Node> page(Place place, Optional<SessionSnapshot> session) {
        return switch (place) {
            case Place.Start _, Place.Settings _ -> Optional.empty();
            case Place.NewConnection _ -> Optional.of(view(newConnection));
            case Place.NewHost _ -> Optional.of(view(newHost));
            case Place.InSession(String ignored, Place.Tab tab) ->
                switch (tab) {
                    case PAGE -> session.flatMap(this::ownPage);
                    case TRAFFIC -> Optional.empty();
                    case MAP ->
                        session.filter(found -> found.kind() == SessionSnapshot.Kind.HOST).map(found -> mapView());
                };
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
                model, ignored -> new ConnectView(model, texts.beside(ConnectView.class), files::pickArgument));
    }

    private HostView view(HostViewModel model) {
        return (HostView)
                views.computeIfAbsent(model, ignored -> new HostView(model, texts.beside(HostView.class), () -> composerView().focusFirst()));
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
        Node known = views.get(inspector);
        if (known != null) {
            return (PixelSplit) known;
        }
        InspectorView view = inspectorView();
        PixelSplit made = new PixelSplit(
                Orientation.VERTICAL,
                trafficView(),
                view,
                PixelSplit.Fixed.SECOND,
                INSPECTOR_LEAST,
                INSPECTOR_MOST);
        made.pixelsProperty().bindBidirectional(inspectorPixels);
        views.put(inspector, made);
        return made;
    }

    InspectorView inspectorView() {
        return (InspectorView) views.computeIfAbsent(
                InspectorView.class,
                ignored -> new InspectorView(
                        inspector,
                        texts.beside(InspectorView.class),
                        zone,
                        new InspectorView.Keys(
                                CommandId.SEND_AGAIN.key(), CommandId.EDIT_AND_SEND.key(), CommandId.COPY_AS.key())));
    }

    /** Things move from now on while this is so. */
    void setMotion(ObservableBooleanValue allowed) {
        motion = allowed;
    }

    /** The table's source, which speaks the window's language. */
    TrafficFeed feed() {
        return feed;
    }

    /** Copies the marked packets of the table. */
    void copyRows() {
        onCopy.run();
    }

    /** The map of the host that is shown. */
    MapView mapView() {
        return (MapView) views.computeIfAbsent(map, ignored -> {
            MapView made = new MapView(map, texts.beside(MapView.class), zone);
            made.motionProperty().bind(motion);
            return made;
        });
    }

    /** Takes what is new in the capture. */
    void pull() {
        if (views.get(map) instanceof MapView shown && shown.getScene() != null) {
            shown.pull();
        }
        traffic.pull();
        inspector.pull();
    }

    /** Told when the marked packets of the table are to be copied. */
    void setOnCopy(Runnable action) {
        onCopy = action;
    }

    TrafficView trafficView() {
        return (TrafficView) views.computeIfAbsent(traffic, ignored -> {
            TrafficView made = new TrafficView(traffic, texts.beside(TrafficView.class), zone);
            made.setOnSendFirst(() -> composerView().focusFirst());
            made.setOnCopy(() -> onCopy.run());
            made.setOnAnswer(() -> composerView().focusFirst());
            return made;
        });
    }

    ComposerView composerView() {
        return (ComposerView) views.computeIfAbsent(
                composer,
                ignored -> new ComposerView(
                        composer,
                        texts.beside(ComposerView.class),
                        CommandId.SEND.key(),
                        CommandId.ALWAYS_ANSWER.key(),
                        CommandId.LAY_OUT.key(),
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
