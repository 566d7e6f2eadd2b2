package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.ui.sessions.SessionsViewModel;
import io.sioscope.app.ui.traffic.TrafficView;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window: puts features together, moves between pages, keeps everything up to date. JavaFX thread. */
final class Shell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final long LONGEST_NANOS = 250_000_000;

    private final Engine engine;
    private final Surroundings around;
    private final FilesPort files;
    private final Keeper keeper;
    private final Selection selection = new Selection();
    private final Desk desk;
    private final Pages pages;
    private final ShellViewModel model;
    private final SessionsViewModel sessions;
    private final StartViewModel start;
    private final Transfers transfers;
    private final Commands commands = new Commands();
    private final FirstConnect firstConnect = new FirstConnect();
    private final Scene scene;
    private final Runnable detach;
    private Texts texts;
    private Explain explain;
    private Frame frame;
    private boolean maximizedAtEnd;
    private long seenVersion = -1;
    private long lastRefresh;
    private boolean complained;

    Shell(Engine engine, Surroundings around) {
        this.engine = engine;
        this.around = around;
        Locale language = around.wanted();
        this.texts = new Texts(Shell.class, language);
        this.explain = new Explain(language);
        this.files = around.files().orElseGet(() -> new FxFiles(() -> scene().getWindow(), this::texts));
        this.keeper = new Keeper(
                around.store(),
                around.settings(),
                around.pump(),
                why -> say(MessageKind.FAULT, texts().get("settings.unsaved", why)));
        this.desk = new Desk(engine.workbench(), engine.journal().events()::values, this::explain);
        this.pages = new Pages(
                desk,
                around.pump(),
                files,
                selection,
                spoken -> engine.feed(spoken, around.clock().getZone(), desk()),
                engine.packets(),
                around.clock().getZone(),
                texts,
                explain,
                this::onOpened,
                this::onStarted);
        this.model = new ShellViewModel(selection, texts);
        this.sessions = new SessionsViewModel(
                selection,
                new TreeActions(desk, () -> commands.run(CommandId.CONNECT), this::close),
                texts.beside(SessionsViewModel.class));
        this.start = new StartViewModel(commands, this::connectTo, this::again);
        this.transfers = new Transfers(new FormatFiles(engine, () -> texts().locale()), around.pump(), texts, this::onFileOpened);
        commands();
        this.frame = frame();
        Settings settings = around.settings();
        this.scene = new Scene(frame.root(), settings.width(), settings.height());
        around.theme().dress(scene);
        commands.install(scene);
        Sizes.restore(settings, frame.shell().split(), pages.trafficPage());
        model.placeProperty().addListener((property, before, now) -> onPlace(now));
        start.show(settings.recents());
        refresh();
        onPlace(model.placeProperty().get());
        this.detach = around.pump().attach(deadline -> pull());
    }

    private Frame frame() {
        Frame made = new Frame(
                model,
                commands,
                sessions,
                start,
                pages.composerView(),
                new TransferBar(transfers, texts),
                texts,
                around.clock().getZone());
        TrafficView traffic = pages.trafficView();
        traffic.setOnSendFirst(() -> commands.run(CommandId.COMPOSE));
        traffic.setOnAnswer(() -> pages.composerView().focusFirst());
        DropTarget.install(made.root(), made.shell(), transfers::open, () -> say(MessageKind.INFO, texts.get("transfer.only-files")));
        return made;
    }

    private void commands() {
        commands.set(CommandId.CONNECT, () -> go(new Place.NewConnection()));
        commands.set(CommandId.HOST, () -> go(new Place.NewHost()));
        commands.set(CommandId.DEMO, this::startDemo);
        commands.set(CommandId.LINK, this::link, model.inSessionProperty());
        commands.set(CommandId.CLOSE, () -> close(selection.sessionProperty().get()), model.inSessionProperty());
        commands.set(CommandId.OPEN, () -> files.pickCapture().ifPresent(transfers::open));
        commands.set(CommandId.EXPORT, this::export, model.hasPacketsProperty());
        commands.set(CommandId.QUIT, around.quit());
        commands.set(CommandId.PAGE, () -> model.tab(Place.Tab.PAGE), model.inSessionProperty());
        commands.set(CommandId.TRAFFIC, () -> model.tab(Place.Tab.TRAFFIC), model.inSessionProperty());
        commands.set(CommandId.REGION, () -> FocusRing.next(scene(), frame.regions()));
        commands.set(CommandId.THEME, this::changeTheme);
        commands.set(CommandId.LANGUAGE, this::changeLanguage);
        commands.set(CommandId.SHORTCUTS, () -> frame.toggleShortcuts());
        trafficCommands();
    }

    private void trafficCommands() {
        var inTraffic = model.inTrafficProperty();
        commands.set(CommandId.FILTER, () -> pages.trafficView().focusFilter(), inTraffic);
        commands.set(CommandId.HEARTBEATS, () -> toggle(pages.traffic().heartbeatsProperty()), inTraffic);
        commands.set(CommandId.PAUSE, () -> toggle(pages.traffic().pausedProperty()), inTraffic);
        commands.set(CommandId.FOLLOW, () -> pages.trafficView().follow(), inTraffic);
        commands.set(CommandId.CLEAR, () -> pages.traffic().clear(), inTraffic);
        commands.set(CommandId.ANSWER, this::answer, inTraffic);
        var composing = pages.composer().availableProperty();
        commands.set(CommandId.COMPOSE, () -> pages.composerView().focusFirst(), composing);
        commands.set(CommandId.SEND, () -> pages.composer().send(), composing);
        commands.set(CommandId.HISTORY_BACK, () -> pages.composer().historyBack(), composing);
        commands.set(CommandId.HISTORY_FORWARD, () -> pages.composer().historyForward(), composing);
    }

    private static void toggle(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }

    private void pull() {
        pages.pull();
        long now = System.nanoTime();
        if (desk.version() != seenVersion || now - lastRefresh > LONGEST_NANOS) {
            refresh();
        }
    }

    private void refresh() {
        seenVersion = desk.version();
        lastRefresh = System.nanoTime();
        List<SessionSnapshot> snapshots = desk.snapshots();
        model.show(snapshots, engine.totals());
        sessions.show(snapshots, engine.hub().statistics()::packetsPerSecond, desk::asks);
        pages.show(snapshots, model.current());
        transfers.refresh();
        goOnWhenConnected(snapshots);
    }

    private void goOnWhenConnected(List<SessionSnapshot> snapshots) {
        for (SessionSnapshot snapshot : snapshots) {
            if (firstConnect.isDone(snapshot)
                    && model.placeProperty().get().equals(new Place.InSession(snapshot.id(), Place.Tab.PAGE))) {
                model.tab(Place.Tab.TRAFFIC);
            }
        }
    }

    private void go(Place place) {
        model.placeProperty().set(place);
        focusPage();
    }

    private void onPlace(Place place) {
        List<SessionSnapshot> snapshots = desk.snapshots();
        model.show(snapshots, engine.totals());
        pages.show(snapshots, model.current());
        Node page = pages.page(place, model.current())
                .orElseGet(() -> place instanceof Place.Start ? frame.start() : pages.trafficPage());
        boolean sends = model.current()
                .filter(session -> session.kind() != SessionSnapshot.Kind.FILE)
                .isPresent();
        boolean ownClientPage = place instanceof Place.InSession(String ignored, Place.Tab tab)
                && tab == Place.Tab.PAGE
                && model.current()
                        .filter(session -> session.kind() == SessionSnapshot.Kind.CLIENT)
                        .isPresent();
        frame.show(page, sends && !ownClientPage);
    }

    private void focusPage() {
        // A scroll pane has its content in the scene only once it is styled.
        frame.root().applyCss();
        switch (model.placeProperty().get()) {
            case Place.Start _ -> frame.start().focusFirst();
            case Place.NewConnection _ -> pages.focus(pages.newConnection());
            case Place.NewHost _ -> pages.focus(pages.newHost());
            case Place.InSession _ -> {}
        }
    }

    private void connectTo(String url) {
        pages.newConnection().urlProperty().set(url);
        go(new Place.NewConnection());
        pages.newConnection().connect();
    }

    private void again(Recent recent) {
        switch (recent.kind()) {
            case CONNECT -> connectTo(recent.target());
            case FILE -> transfers.open(Path.of(recent.target()));
        }
    }

    private void onOpened(String session) {
        firstConnect.begin(session);
        desk.snapshot(session).ifPresent(snapshot -> remember(Recent.Kind.CONNECT, snapshot.name()));
        model.placeProperty().set(new Place.InSession(session, Place.Tab.PAGE));
        refresh();
    }

    private void onStarted(String session) {
        boolean demo = desk.isDemo(session);
        model.placeProperty().set(new Place.InSession(session, demo ? Place.Tab.TRAFFIC : Place.Tab.PAGE));
        refresh();
    }

    private void startDemo() {
        pages.startDemo(why -> say(MessageKind.FAULT, texts.get("demo.failed", why)));
    }

    private void link() {
        String session = selection.sessionProperty().get();
        switch (model.linkProperty().get()) {
            case NONE -> {}
            case DISCONNECT -> desk.end(session);
            case RECONNECT -> desk.reconnect(session);
            case STOP -> desk.stop(session);
        }
        refresh();
    }

    private void close(String session) {
        desk.close(session);
        pages.forget(session);
        refresh();
        if (desk.snapshots().isEmpty()) {
            go(new Place.Start());
        }
    }

    private void answer() {
        int row = pages.traffic().selectedIndex();
        if (row >= 0) {
            pages.traffic().answer(pages.traffic().row(row));
        }
    }

    private void onFileOpened(String session, Path file) {
        remember(Recent.Kind.FILE, file.toAbsolutePath().toString());
        model.placeProperty().set(new Place.InSession(session, Place.Tab.TRAFFIC));
        refresh();
    }

    private void export() {
        String session = selection.sessionProperty().get();
        files.pickTarget("sioscope.siocap").ifPresent(file -> transfers.export(session, file));
    }

    private void remember(Recent.Kind kind, String target) {
        keeper.change(settings ->
                settings.withRecent(new Recent(kind, target, around.clock().millis())));
        start.show(keeper.settings().recents());
    }

    private void changeTheme() {
        ThemeChoice wanted = around.theme().darkProperty().get() ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        around.theme().choiceProperty().set(wanted);
        keeper.change(settings -> settings.withTheme(wanted.name().toLowerCase(Locale.ROOT)));
    }

    private void changeLanguage() {
        Locale wanted = texts.locale().equals(Locale.FRENCH) ? Locale.ENGLISH : Locale.FRENCH;
        keeper.change(settings -> settings.withLanguage(wanted.getLanguage()));
        keeper.change(this::sized);
        texts = new Texts(Shell.class, wanted);
        explain = new Explain(wanted);
        model.speak(texts);
        sessions.speak(texts.beside(SessionsViewModel.class));
        pages.speak(texts, explain);
        transfers.speak(texts);
        frame = frame();
        Sizes.restore(keeper.settings(), frame.shell().split(), pages.trafficPage());
        scene.setRoot(frame.root());
        refresh();
        onPlace(model.placeProperty().get());
        focusPage();
    }

    private Desk desk() {
        return desk;
    }

    private Scene scene() {
        return scene;
    }

    private Texts texts() {
        return texts;
    }

    private Explain explain() {
        return explain;
    }

    /** The window's scene. */
    Scene content() {
        return scene;
    }

    /** Does a command, if it can be done now. */
    void run(CommandId id) {
        commands.run(id);
    }

    /** The pages and their view models. */
    Pages pages() {
        return pages;
    }

    /** The picked session's id. */
    String selected() {
        return selection.sessionProperty().get();
    }

    /** Picks a session. */
    void select(String session) {
        selection.sessionProperty().set(session);
    }

    /** Says something that has no place of its own. */
    void say(MessageKind kind, String words) {
        frame.root().bar().say(kind, words);
    }

    /** Offers what a window that did not end by itself had recorded. */
    void offer(List<Path> leftOver) {
        frame.root().bar().say(
                MessageKind.FAULT,
                texts.get("leftover", leftOver.size()),
                texts.get("leftover.open"),
                () -> leftOver.forEach(transfers::rescue));
    }

    /** A bug of ours: logged once, told without its stack trace. */
    void internalProblem(Throwable problem) {
        LOG.error("internal problem in the window", problem);
        if (!complained) {
            complained = true;
            say(MessageKind.FAULT, texts.get("internal"));
        }
    }

    /** Puts the focus where a new user begins. */
    void begin() {
        focusPage();
    }

    private Settings sized(Settings settings) {
        return Sizes.taken(settings, scene, maximizedAtEnd, frame.shell().split(), pages.trafficPage());
    }

    /**
     * Remembers the window and stops pulling.
     *
     * @throws IOException if the settings could not be written
     */
    void remember(boolean maximized) throws IOException {
        maximizedAtEnd = maximized;
        keeper.change(this::sized);
        keeper.flush();
    }

    @Override
    public void close() {
        detach.run();
        pages.traffic().close();
    }
}
