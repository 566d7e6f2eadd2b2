package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.ColumnLayout;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.TableHeader;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.ui.kit.VirtualList;
import java.time.ZoneId;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Traffic table with its filter bar. JavaFX thread only. */
public final class TrafficView extends VBox {

    /** Goes to the filter. */
    public static final KeyCombination FILTER_KEY = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    /** Pauses and goes on. */
    public static final KeyCombination PAUSE_KEY = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
    /** Clears the view. */
    public static final KeyCombination CLEAR_KEY = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    /** Shows heartbeats or hides them. */
    public static final KeyCombination HEARTBEATS_KEY = new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN);

    /** Answers the acknowledgement that the picked packet asks for. */
    public static final KeyCombination ANSWER_KEY = new KeyCodeCombination(KeyCode.A);
    /** Copies the marked packets. */
    public static final KeyCombination COPY_KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final double ROW = 24;
    private static final int SHORT_ID = 6;
    /** Under this width, that of a window of 1300 pixels, the table has its narrow form. */
    private static final double NARROW = 1052;

    private final TrafficViewModel model;
    private final Texts texts;
    private final ColumnLayout columns = TrafficColumns.layout();
    private final FilterField filter = new FilterField();
    private final VirtualList<TrafficRowView> list;
    private Runnable onSendFirst = () -> {};
    private Runnable onOpen = () -> {};
    private Runnable onAnswer = () -> {};
    private Runnable onCopy = () -> {};

    @FXML private HBox filterBox;
    @FXML private StackPane filterSlot;
    @FXML private FontIcon understood;
    @FXML private FontIcon misunderstood;
    @FXML private Label counts;
    @FXML private Button everybody;
    @FXML private Button clearFilter;
    @FXML private ToggleButton heartbeats;
    @FXML private ToggleButton pause;
    @FXML private ToggleButton follow;
    @FXML private Button clear;
    @FXML private Label problem;
    @FXML private VBox table;
    @FXML private EmptyState empty;
    @FXML private Button newer;

    /**
     * A view of a model, which somebody else pulls.
     *
     * @param model what to show
     * @param texts of the window; this view takes its own package's
     * @param zone of the times
     */
    @SuppressWarnings({"NullAway.Init", "this-escape"}) // FXML fills the fields; the loader needs this object as root
    public TrafficView(TrafficViewModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts.beside(TrafficView.class);
        this.list = new VirtualList<>(
                ROW, () -> new TrafficRowView(model, columns, this.texts, zone, this::answer));
        Fxml.load(this, this.texts);
        buildTable();
        bindFilter();
        bindBar();
        bindRows();
        bindForm();
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Puts the cursor into the filter and marks what stands there. */
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Goes back to the rows. */
    public void focusRows() {
        list.requestFocus();
    }

    /** Goes to the newest row and follows. */
    public void follow() {
        list.follow();
    }

    /**
     * Told when the person wants to send the first event.
     *
     * @param action usually goes to the composer
     */
    public void setOnSendFirst(Runnable action) {
        onSendFirst = action;
    }

    /**
     * Told when a row is opened by Enter or a double click.
     *
     * @param action usually goes to the inspector
     */
    public void setOnOpen(Runnable action) {
        onOpen = action;
    }

    /**
     * Told after a person asked to answer an acknowledgement; the selection says which.
     *
     * @param action usually goes to the composer
     */
    public void setOnAnswer(Runnable action) {
        onAnswer = action;
    }

    /** The numbers of the marked packets, in their order. */
    public List<Long> markedPackets() {
        return list.marked()
                .filter(index -> index < model.shownProperty().get())
                .mapToObj(index -> model.row(index).number())
                .toList();
    }

    /** How many rows are marked. */
    public long marked() {
        return list.marked().count();
    }

    /**
     * Told when the marked packets are to be copied.
     *
     * @param action usually puts them into the clipboard
     */
    public void setOnCopy(Runnable action) {
        onCopy = action;
    }

    private void answerSelected() {
        TrafficRow row = model.row(list.selectedIndexProperty().get());
        if (row.ack() instanceof RowAck.Awaited awaited && awaited.ours()) {
            answer(row);
        }
    }

    private void answer(TrafficRow row) {
        model.answer(row);
        onAnswer.run();
    }

    private void buildTable() {
        List<String> names = columns.columns().stream()
                .map(column -> texts.get("column." + column.id()))
                .toList();
        list.setAccessibleText(texts.get("table.name"));
        list.setId("traffic-rows");
        VBox.setVgrow(list, Priority.ALWAYS);
        table.getChildren().addAll(new TableHeader(columns, names), list);
        Listening.to(this, table.widthProperty(), (property, before, now) -> columns.fit(now.doubleValue() - 10));
    }

    private void bindFilter() {
        filter.setId("traffic-filter");
        filter.setAccessibleText(texts.get("filter.name"));
        filter.prompt(texts.get("filter.prompt"));
        filter.bindTo(model.filterProperty(), model.readingProperty());
        filterSlot.getChildren().add(filter);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(filterSlot.widthProperty());
        clip.heightProperty().bind(filterSlot.heightProperty());
        filterSlot.setClip(clip);
        everybody.setGraphic(io.sioscope.app.ui.kit.Icons.small("mdi2c-close"));
        everybody.setContentDisplay(ContentDisplay.RIGHT);
        everybody.setOnAction(event -> model.showEverybody());
        Listening.to(this, model.onlyRoomProperty(), ignored -> showOnly());
        Listening.to(this, model.onlySocketProperty(), ignored -> showOnly());
        showOnly();
        Tips.name(clearFilter, texts.get("tip.clearFilter"), null);
        clearFilter.setOnAction(event -> model.filterProperty().set(""));
        Listening.to(this, model.readingProperty(), ignored -> showReading());
        Listening.to(this, model.filterProperty(), ignored -> showReading());
        Listening.to(this, model.shownProperty(), ignored -> showCounts());
        Listening.to(this, model.lookedProperty(), ignored -> showCounts());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        showReading();
    }

    private void showReading() {
        FilterReading reading = model.readingProperty().get();
        boolean typed = !model.filterProperty().get().isBlank();
        show(understood, typed && reading.good());
        show(misunderstood, !reading.good());
        show(clearFilter, typed);
        show(problem, !reading.good());
        problem.setText(reading.problem());
        filterBox.getStyleClass().remove("bad");
        if (!reading.good()) {
            filterBox.getStyleClass().add("bad");
        }
        showCounts();
    }

    /** Says whose packets alone are shown, and offers everybody's. */
    private void showOnly() {
        String room = model.onlyRoomProperty().get();
        String socket = model.onlySocketProperty().get();
        show(everybody, !room.isEmpty() || !socket.isEmpty());
        everybody.setText(
                !socket.isEmpty()
                        ? texts.get("only.socket", socket.substring(0, Math.min(SHORT_ID, socket.length())))
                        : texts.get("only.room", room));
        Tips.name(everybody, texts.get("only.tip", everybody.getText()), null);
    }

    private void showCounts() {
        boolean typed = !model.filterProperty().get().isBlank();
        int shown = model.shownProperty().get() + model.waitingProperty().get();
        long looked = model.lookedProperty().get();
        show(counts, typed && model.readingProperty().get().good());
        counts.setText(
                columns.isNarrow() ? texts.formats().count(shown) : texts.get("filter.counts", shown, looked));
    }

    private void bindBar() {
        Tips.name(heartbeats, texts.get("tip.heartbeats"), HEARTBEATS_KEY);
        Tips.name(pause, texts.get("tip.pause"), PAUSE_KEY);
        Tips.name(follow, texts.get("tip.follow"), new KeyCodeCombination(KeyCode.END));
        Tips.name(clear, texts.get("tip.clear"), CLEAR_KEY);
        Tips.name(newer, texts.get("tip.newer"), new KeyCodeCombination(KeyCode.END));
        heartbeats.selectedProperty().bindBidirectional(model.heartbeatsProperty());
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        follow.selectedProperty().bindBidirectional(list.followingProperty());
        clear.setOnAction(event -> model.clear());
        newer.setOnAction(event -> list.follow());
        Listening.to(this, model.pausedProperty(), ignored -> showPause());
        Listening.to(this, model.waitingProperty(), ignored -> showPause());
        list.belowProperty().addListener(ignored -> showNewer());
        list.followingProperty().addListener(ignored -> showNewer());
        showPause();
        showNewer();
    }

    private void showPause() {
        pause.setText(
                model.pausedProperty().get()
                        ? texts.get("bar.paused", model.waitingProperty().get())
                        : texts.get("bar.pause"));
        showForm();
    }

    private void showNewer() {
        int below = list.belowProperty().get();
        show(newer, below > 0 && !list.followingProperty().get());
        newer.setText(texts.get("newer", below));
    }

    private void bindRows() {
        list.setOnSelect(model::select);
        list.setOnOpen(index -> onOpen.run());
        list.setOnMenu((row, event) -> TrafficMenu.show(
                row, event, columns, model, texts, this::answer, texts.get("menu.lines", marked()), () -> onCopy.run()));
        Listening.to(this, model.shownProperty(), (property, before, now) -> list.setCount(now.intValue()));
        Listening.to(this, model.generationProperty(), ignored -> restart());
        Listening.to(this, model.pickedProperty(), ignored -> markPicked());
        Listening.to(this, model.revisionProperty(), ignored -> list.refresh());
        Listening.to(this, model.emptinessProperty(), ignored -> showEmptiness());
        list.setCount(model.shownProperty().get());
        showEmptiness();
    }

    private void restart() {
        list.reset(model.shownProperty().get());
        markPicked();
    }

    private void markPicked() {
        int picked = model.selectedIndex();
        if (picked != list.selectedIndexProperty().get()) {
            list.mark(picked);
            if (picked >= 0 && !list.followingProperty().get()) {
                list.reveal(picked);
            }
        }
    }

    private void showEmptiness() {
        switch (model.emptinessProperty().get()) {
            case NONE -> { }
            case NOTHING_YET -> empty.say(
                    texts.get("empty.nothing"), texts.get("empty.nothing.gesture"), () -> onSendFirst.run());
            case NO_MATCH -> empty.say(
                    texts.get("empty.noMatch", model.lookedProperty().get()),
                    texts.get("empty.noMatch.gesture"),
                    () -> model.filterProperty().set(""));
            case CLEARED -> empty.say(texts.get("empty.cleared"), texts.get("empty.cleared.gesture"), model::showCleared);
        }
        show(empty, model.emptinessProperty().get() != TrafficViewModel.Emptiness.NONE);
    }

    private void bindForm() {
        widthProperty().addListener((property, before, now) -> {
            columns.setNarrow(now.doubleValue() < NARROW);
            showForm();
            showCounts();
        });
    }

    private void showForm() {
        boolean narrow = columns.isNarrow();
        ContentDisplay form = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        List.<Labeled>of(heartbeats, follow, clear).forEach(button -> button.setContentDisplay(form));
        pause.setContentDisplay(model.pausedProperty().get() ? ContentDisplay.LEFT : form);
        pause.setMinWidth(model.pausedProperty().get() ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void onKey(KeyEvent event) {
        if (FILTER_KEY.match(event)) {
            focusFilter();
        } else if (PAUSE_KEY.match(event)) {
            model.pausedProperty().set(!model.pausedProperty().get());
        } else if (CLEAR_KEY.match(event)) {
            model.clear();
        } else if (HEARTBEATS_KEY.match(event)) {
            model.heartbeatsProperty().set(!model.heartbeatsProperty().get());
        } else if (ANSWER_KEY.match(event) && list.isFocused() && list.selectedIndexProperty().get() >= 0) {
            answerSelected();
        } else if (COPY_KEY.match(event) && list.isFocused()) {
            onCopy.run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            list.requestFocus();
        } else {
            return;
        }
        event.consume();
    }
}
