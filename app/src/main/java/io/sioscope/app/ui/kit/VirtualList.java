package io.sioscope.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length in rows of one height. It holds as many row nodes as fit its height, plus one, and asks them to show
 * the indexes that are in sight: the cost of an update depends on the screen, never on the count. Elements are not stored
 * here; the list knows their number.
 *
 * <p><em>Following</em> keeps the end in sight while rows are appended. It stops when a person goes up, by wheel, scroll bar
 * or keys, and starts again at the end of the list. Keys: ↑ ↓ j k, Page up and down, Home, End, Enter.
 *
 * <p>JavaFX thread only.
 *
 * @param <R> the row node
 */
public final class VirtualList<R extends VirtualRow> extends Region {

    private static final double BAR = 10;

    private final double rowHeight;
    private final Supplier<? extends R> factory;
    private final List<R> rows = new ArrayList<>();
    private final Pane content = new Pane();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selectedIndex", -1);
    private final ReadOnlyIntegerWrapper below = new ReadOnlyIntegerWrapper(this, "below");
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final RowMarks marks = new RowMarks();
    private double offset;
    private boolean adjusting;
    private IntConsumer onSelect = index -> {};
    private IntConsumer onOpen = index -> {};
    private BiConsumer<R, ContextMenuEvent> onMenu = (row, event) -> {};

    /**
     * An empty list.
     *
     * @param rowHeight of every row, in pixels
     * @param factory makes row nodes, as many as the screen needs
     */
    public VirtualList(double rowHeight, Supplier<? extends R> factory) {
        this.rowHeight = rowHeight;
        this.factory = factory;
        getStyleClass().add("virtual-list");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        content.setManaged(false);
        content.setClip(clip);
        bar.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(content, bar);
        bar.valueProperty().addListener(ignored -> onBar());
        following.addListener(ignored -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> VirtualListKeys.handle(this, event));
        content.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> VirtualListMouse.pressed(this, event, (int) ((offset + event.getY()) / rowHeight)));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onContextMenu);
    }

    /**
     * Elements were appended: shows them if they are in sight, or goes to the end when following.
     *
     * @param now the new number, not less than before
     */
    public void setCount(int now) {
        if (now < count.get()) {
            reset(now);
        } else if (now > count.get()) {
            count.set(now);
            settle();
        }
    }

    /**
     * The elements are other ones now: every row in sight is shown anew, and nothing is selected.
     *
     * @param now their number
     */
    public void reset(int now) {
        count.set(now);
        mark(-1);
        rows.forEach(VirtualRow::release);
        settle();
    }

    /** Shows every row in sight anew, because what their elements say has changed. */
    public void refresh() {
        for (R row : rows) {
            if (row.index() >= 0) {
                row.assign(row.index(), marks.has(row.index()));
            }
        }
    }

    /**
     * Selects as a person does: brings the row into sight and tells who listens.
     *
     * @param index an element; out of range is brought into range
     */
    public void select(int index) {
        if (count.get() == 0) {
            return;
        }
        int target = Math.clamp(index, 0, count.get() - 1);
        mark(target);
        reveal(target);
        onSelect.accept(target);
    }

    /**
     * Marks a row as selected and leaves all else as it is.
     *
     * @param index an element, or −1 for none
     */
    public void mark(int index) {
        marks.only(index);
        selected.set(index);
        showMarks();
    }

    private void showMarks() {
        rows.forEach(row -> row.mark(marks.has(row.index())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
    }

    /** Marks all rows up to this one as well, from the one that was selected last, as Shift does. */
    public void extendTo(int index) {
        int target = Math.clamp(index, 0, Math.max(0, count.get() - 1));
        marks.extendTo(target);
        selected.set(target);
        reveal(target);
        showMarks();
        onSelect.accept(target);
    }

    /** Marks one row more, or less, as Ctrl does. */
    void toggle(int index) {
        marks.toggle(index);
        showMarks();
    }

    /** Marks every row. */
    public void markAll() {
        marks.all(count.get());
        showMarks();
    }

    boolean isMarked(int index) {
        return marks.has(index);
    }

    /** The indexes of the marked rows in their order; the selected one is among them. */
    public IntStream marked() {
        return marks.indexes();
    }

    /**
     * Scrolls no further than needed for this row to be whole; going up stops following.
     *
     * @param index an element
     */
    public void reveal(int index) {
        double top = index * rowHeight;
        if (top < offset) {
            following.set(false);
            scrollTo(top);
        } else if (top + rowHeight > offset + getHeight()) {
            scrollTo(top + rowHeight - getHeight());
        }
    }

    /** Scrolls to so many pixels from the list's start, or as near as can be. */
    public void scrollTo(double pixels) {
        offset = Math.clamp(Math.rint(pixels), 0, maxOffset());
        place();
    }

    /** Goes to the end and follows it. */
    public void follow() {
        following.set(true);
        settle();
    }

    /** Whether the end is kept in sight; may be set. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /**
     * The number of elements.
     *
     * @return see {@link #setCount}
     */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The index of the selected element, or −1. */
    public ReadOnlyIntegerProperty selectedIndexProperty() {
        return selected.getReadOnlyProperty();
    }

    /**
     * How many elements are below what is in sight.
     *
     * @return 0 at the end
     */
    public ReadOnlyIntegerProperty belowProperty() {
        return below.getReadOnlyProperty();
    }

    /** Told the index when a person selects. */
    public void setOnSelect(IntConsumer listener) {
        onSelect = listener;
    }

    /** Told the index on Enter and on a double click. */
    public void setOnOpen(IntConsumer listener) {
        onOpen = listener;
    }

    /** Told the row when a person asks for its menu, by mouse or key. */
    public void setOnMenu(BiConsumer<R, ContextMenuEvent> listener) {
        onMenu = listener;
    }

    /**
     * The row node that shows an element.
     *
     * @param index an element
     * @return null when it is out of sight
     */
    public @Nullable R rowAt(int index) {
        for (R row : rows) {
            if (row.index() == index && index >= 0) {
                return row;
            }
        }
        return null;
    }

    /** How many whole rows fit; at least 1. */
    public int page() {
        return Math.max(1, (int) (getHeight() / rowHeight));
    }

    /** Opens the selected row. */
    void open() {
        if (selected.get() >= 0) {
            onOpen.accept(selected.get());
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR);
        content.resizeRelocate(0, 0, width, getHeight());
        clip.setWidth(width);
        clip.setHeight(getHeight());
        bar.resizeRelocate(width, 0, BAR, getHeight());
        int needed = (int) Math.ceil(getHeight() / rowHeight) + 1;
        if (rows.size() < needed) {
            rows.forEach(VirtualRow::release);
        }
        while (rows.size() < needed) {
            R row = factory.get();
            row.belongTo(this);
            rows.add(row);
            content.getChildren().add(row);
        }
        settle();
    }

    private void settle() {
        offset = following.get() ? maxOffset() : Math.min(offset, maxOffset());
        place();
    }

    private double maxOffset() {
        return Math.max(0, Math.rint(count.get() * rowHeight - getHeight()));
    }

    private void place() {
        if (rows.isEmpty()) {
            return;
        }
        int first = (int) (offset / rowHeight);
        double width = content.getWidth();
        for (int i = first; i < first + rows.size(); i++) {
            R row = rows.get(i % rows.size());
            boolean used = i < count.get() && i * rowHeight - offset < getHeight();
            if (used && row.index() != i) {
                row.assign(i, marks.has(i));
            } else if (!used) {
                row.release();
            }
            row.setVisible(used);
            row.resizeRelocate(0, i * rowHeight - offset, width, rowHeight);
        }
        below.set(Math.max(0, count.get() - (int) Math.floor((offset + getHeight() + 0.5) / rowHeight)));
        adjustBar();
    }

    private void adjustBar() {
        double max = maxOffset();
        adjusting = true;
        bar.setVisible(max > 0);
        if (max > 0) {
            bar.setMax(max);
            bar.setVisibleAmount(max * getHeight() / (count.get() * rowHeight));
            bar.setUnitIncrement(rowHeight);
            bar.setBlockIncrement(getHeight());
            bar.setValue(offset);
        }
        adjusting = false;
    }

    private void onBar() {
        if (!adjusting) {
            scrollByHand(bar.getValue());
        }
    }

    private void onScroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            scrollByHand(offset - event.getDeltaY());
            event.consume();
        }
    }

    private void scrollByHand(double target) {
        double before = offset;
        if (target < before) {
            following.set(false);
        }
        scrollTo(target);
        if (target > before && offset >= maxOffset()) {
            following.set(true);
        }
    }

    private void onContextMenu(ContextMenuEvent event) {
        R row = rowAt(selected.get());
        if (row != null) {
            onMenu.accept(row, event);
            event.consume();
        }
    }

    private ObservableList<VirtualRow> selectedRows() {
        ObservableList<VirtualRow> found = FXCollections.observableArrayList();
        rows.stream().filter(row -> marks.has(row.index())).forEach(found::add);
        return found;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> count.get();
            case FOCUS_ITEM -> rowAt(selected.get());
            case SELECTED_ITEMS -> selectedRows();
            case ROW_AT_INDEX -> parameters.length > 0 && parameters[0] instanceof Integer index ? rowAt(index) : null;
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
