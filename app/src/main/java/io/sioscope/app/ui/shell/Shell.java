package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.ui.questions.QuestionsViewModel;
import io.sioscope.app.ui.sessions.SessionsViewModel;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workspace.Layout;
import io.sioscope.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;

/** One window: puts features together, moves between pages, keeps everything up to date. JavaFX thread. */
final class Shell implements AutoCloseable {

    private static final long LONGEST_NANOS = 250_000_000;

    private final Engine engine;
    private final Surroundings around;
    private final FilesPort files;
    private final Keeper keeper;
    private final Appearance appearance;
    private final Choices choices;
    private final Shelf shelf;
    private final Teller teller = new Teller(() -> root().bar(), this::texts);
    private final Selection selection = new Selection();
    private final Desk desk;
    private final HostRack rack;
    private final SessionCommands doing;
    private final Pages pages;
    private final Sizes sizes;
    private final ShellViewModel model;
    private final SessionsViewModel sessions;
    private final QuestionsViewModel questions;
    private final StartViewModel start;
    private final Transfers transfers;
    private final Openings openings;
    private final Commands commands = new Commands();
    private final Scene scene;
    private final Runnable detach;
    private Texts texts;
    private Explain explain;
    private Frame frame;
    private Place beforeSettings = new Place.Start();
    private boolean maximizedAtEnd;
    private long seenVersion = -1;
    private long lastRefresh;

    Shell(Engine engine, Surroundings around) {
        this.engine = engine;
        this.around = around;
        Locale language = around.wanted();
        this.texts = new Texts(Shell.class, language);
        this.explain = new Explain(language);
        this.files = around.files().orElseGet(() -> new FxFiles(() -> content().getWindow(), this::texts));
        this.keeper = new Keeper(around.store(), around.workspace(), around.pump(), teller::unsaved);
        this.appearance = new Appearance(around.theme(), around.workspace().preferences());
        this.choices = new Choices(
                keeper, appearance, around.store().folder(), chosen -> speak(around.wanted(chosen)), teller::reset);
        this.shelf = new Shelf(keeper, teller, saved -> openings().open(saved), this::showShelf);
        this.desk = new Desk(engine.workbench(), engine.journal().events()::values, this::explain, shelf);
        this.rack = new HostRack(this, desk, keeper, teller, around.pump());
        this.sizes = new Sizes(around.workspace().layout());
        this.pages = makePages();
        this.doing = new SessionCommands(
                this,
                desk,
                pages,
                new Reopening(engine.workbench(), file -> around.pump().later(() -> openFile(file))),
                around.pump());
        this.openings = new Openings(this, desk, rack, pages, keeper, around.pump(), around.clock());
        this.model = new ShellViewModel(selection, texts);
        this.sessions = makeSessions();
        this.questions = makeQuestions();
        this.start = new StartViewModel(
                commands, openings::connectTo, openings::again, shelf, appearance.motion().allowedProperty());
        this.transfers = new Transfers(new FormatFiles(engine, () -> texts().locale()), around.pump(), texts, openings::onFileOpened);
        new WindowCommands(this, commands, model, pages, transfers, files).install(around.quit());
        this.frame = frame();
        Layout layout = around.workspace().layout();
        this.scene = new Scene(frame.root(), layout.width(), layout.height());
        appearance.dress(scene);
        LastTabs.restore(layout, model.lastTabs());
        commands.install(scene);
        pages.setOnCopy(new RowCopying(this, pages, engine.journal(), around.pump())::copy);
        pages.setMotion(appearance.motion().allowedProperty());
        model.placeProperty().addListener((property, before, now) -> onPlace(now));
        showShelf();
        refresh();
        onPlace(model.placeProperty().get());
        this.detach = around.pump().attach(deadline -> pull());
    }

    private Pages makePages() {
        return new Pages(
                desk,
                rack,
                around.pump(),
                files,
                selection,
                sizes.inspectorProperty(),
                spoken -> engine.feed(spoken, around.clock().getZone(), desk),
                engine.packets(),
                around.clock().getZone(),
                texts,
                explain,
                session -> openings.onOpened(session),
                session -> openings.onStarted(session));
    }

    private SessionsViewModel makeSessions() {
        return new SessionsViewModel(
                selection,
                new TreeActions(desk, () -> commands.run(CommandId.CONNECT), doing::duplicate, doing::close),
                texts.beside(SessionsViewModel.class),
                around.clock());
    }

    private QuestionsViewModel makeQuestions() {
        return new QuestionsViewModel(
                new TrafficSearches(
                        pages.traffic(),
                        pages.feed(),
                        () -> model.tab(Place.Tab.TRAFFIC),
                        keeper::savedFilters,
                        keeper::saveFilters,
                        teller::removed),
                selection,
                texts.beside(QuestionsViewModel.class));
    }

    private Frame frame() {
        Frame made = new Frame(
                model,
                commands,
                sessions,
                questions,
                start,
                choices,
                pages::composerView,
                new TransferBar(transfers, texts),
                texts,
                around.clock());
        made.shell().split().pixelsProperty().bindBidirectional(sizes.sideProperty());
        DropTarget.install(made.root(), made.shell(), transfers::open, () -> say(MessageKind.INFO, texts.get("transfer.only-files")));
        return made;
    }

    private void pull() {
        pages.pull();
        long now = System.nanoTime();
        if (desk.version() != seenVersion || now - lastRefresh > LONGEST_NANOS) {
            refresh();
        }
    }

    /** Shows how everything stands now. */
    void refresh() {
        seenVersion = desk.version();
        lastRefresh = System.nanoTime();
        List<SessionSnapshot> snapshots = desk.snapshots();
        model.show(snapshots, engine.totals());
        sessions.show(snapshots, engine.hub().statistics()::packetsPerSecond, desk::asks, desk::latency);
        pages.show(snapshots, model.current());
        transfers.refresh();
        questions.pull(!snapshots.isEmpty(), System.nanoTime());
        openings.goOnWhenConnected(snapshots);
    }

    /** Goes to a place and puts the focus where a person begins there. */
    void go(Place place) {
        model.placeProperty().set(place);
        focusPage();
    }

    private void onPlace(Place place) {
        List<SessionSnapshot> snapshots = desk.snapshots();
        model.show(snapshots, engine.totals());
        pages.show(snapshots, model.current());
        Node page = pages.page(place, model.current())
                .or(() -> frame.page(place))
                .orElseGet(pages::trafficPage);
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
            case Place.Settings _ -> frame.settings().focusFirst();
            case Place.InSession _ -> {}
        }
    }

    /** What a person chose. */
    Choices choices() {
        return choices;
    }

    /** Shows the settings, or goes back to where one was. */
    void toggleSettings() {
        Place now = model.placeProperty().get();
        if (now instanceof Place.Settings) {
            go(beforeSettings);
        } else {
            beforeSettings = now;
            go(new Place.Settings());
        }
    }

    /** Speaks another language; every view is made anew, and what was typed and the focus stay where they are. */
    private void speak(Locale wanted) {
        if (wanted.equals(texts.locale())) {
            return;
        }
        Standing standing = Standing.of(scene);
        texts = new Texts(Shell.class, wanted);
        explain = new Explain(wanted);
        model.speak(texts);
        sessions.speak(texts.beside(SessionsViewModel.class));
        questions.speak(texts.beside(QuestionsViewModel.class));
        pages.speak(texts, explain);
        transfers.speak(texts);
        frame = frame();
        scene.setRoot(frame.root());
        refresh();
        onPlace(model.placeProperty().get());
        frame.root().applyCss();
        frame.root().layout();
        standing.restore(scene, this::focusPage);
    }

    /** Starts the demo chat. */
    void startDemo() {
        pages.startDemo(why -> say(MessageKind.FAULT, texts.get("demo.failed", why)));
    }

    /** Opens a capture. */
    void openFile(Path file) {
        transfers.open(file);
    }

    /** Shows the map of the picked host. */
    void showMap() {
        model.tab(Place.Tab.MAP);
        frame.root().applyCss();
        frame.root().layout();
        pages.mapView().focusFirst();
    }

    /** Moves the focus to the next region. */
    void nextRegion() {
        FocusRing.next(scene, frame.regions());
    }

    /** Shows the sheet of commands and keys, or takes it away. */
    void toggleShortcuts() {
        frame.toggleShortcuts();
    }

    /** Shows the palette of everything that can be found, or takes it away. */
    void togglePalette() {
        frame.togglePalette(() -> new PaletteEntries(commands, selection, openings::again)
                .all(desk.snapshots(), model.current(), keeper.workspace().recents(), texts));
    }

    /** Shows saved and recent things anew. */
    void showShelf() {
        start.show(keeper.workspace().saved(), keeper.workspace().recents());
    }

    /** What was saved. */
    Shelf shelf() {
        return shelf;
    }

    private Toasts root() {
        return frame.root();
    }

    private Openings openings() {
        return openings;
    }

    /** What the frame shows. */
    ShellViewModel model() {
        return model;
    }

    /** What can be done with sessions. */
    SessionCommands doing() {
        return doing;
    }

    /** The words in the language of now. */
    Texts texts() {
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

    /** What is picked in the window. */
    Selection selection() {
        return selection;
    }

    /** Picks a session. */
    void select(String session) {
        selection.sessionProperty().set(session);
    }

    /** Says something that has no place of its own. */
    void say(MessageKind kind, String words) {
        teller.say(kind, words);
    }

    /** Says that something is gone, and offers it back. */
    void offerUndo(String what, Runnable undo) {
        teller.removed(what, undo);
    }

    /** Tells what a person should know from the start: troubles in sentences, and what other windows left over. */
    void tell(String troubles, List<Path> leftOver) {
        teller.begin(troubles, leftOver, transfers::rescue);
    }

    /** A bug of ours: logged once, told without its stack trace. */
    void internalProblem(Throwable problem) {
        teller.internalProblem(problem);
    }

    /** Puts the focus where a new user begins. */
    void begin() {
        focusPage();
    }

    private Workspace sized(Workspace workspace) {
        return workspace.withLayout(
                LastTabs.taken(sizes.taken(workspace.layout(), scene, maximizedAtEnd), model.lastTabs()));
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
        questions.close();
        pages.traffic().close();
    }
}
