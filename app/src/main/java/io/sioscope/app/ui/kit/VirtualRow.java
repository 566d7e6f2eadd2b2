package io.sioscope.app.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One row node of a {@link VirtualList}: made once, shown for one index after another. A subclass keeps its cells as unmanaged
 * children, lays them out itself, and changes a cell only where its content differs.
 */
public abstract class VirtualRow extends Region {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private int index = -1;
    private @Nullable VirtualList<?> list;

    /** A row that shows nothing yet. */
    @SuppressWarnings("this-escape") // Region's own constructor hands itself out as well; nothing here is overridable state
    protected VirtualRow() {
        getStyleClass().add("virtual-row");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        setManaged(false);
    }

    /**
     * Shows an element. Called when a row comes into sight and again whenever the list is refreshed.
     *
     * @param position the element's index, from 0
     */
    protected abstract void show(int position);

    /**
     * What a screen reader says of the row; only asked when one listens.
     *
     * @return one line of words
     */
    protected abstract String spoken();

    /**
     * Which element stands here.
     *
     * @return its index, or −1 for none
     */
    public final int index() {
        return index;
    }

    final void belongTo(VirtualList<?> owner) {
        list = owner;
    }

    final void assign(int position, boolean selected) {
        index = position;
        pseudoClassStateChanged(SELECTED, selected);
        show(position);
    }

    final void mark(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    final void release() {
        index = -1;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        VirtualList<?> owner = list;
        return switch (attribute) {
            case TEXT -> spoken();
            case INDEX -> index;
            case SELECTED -> owner != null && owner.selectedIndexProperty().get() == index;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        VirtualList<?> owner = list;
        if (action == AccessibleAction.REQUEST_FOCUS && owner != null && index >= 0) {
            owner.select(index);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
