package io.sioscope.app.ui.kit;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What clicks do in a {@link VirtualList}. */
final class VirtualListMouse {

    private VirtualListMouse() {}

    /**
     * A press on a row.
     *
     * @param index the row; may lie behind the last one
     */
    static void pressed(VirtualList<?> list, MouseEvent event, int index) {
        list.requestFocus();
        if (index >= list.countProperty().get()) {
            return;
        }
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary && event.isShiftDown()) {
            list.extendTo(index);
        } else if (primary && event.isShortcutDown()) {
            list.toggle(index);
        } else if (primary || !list.isMarked(index)) {
            list.select(index);
        }
        if (primary && event.getClickCount() == 2) {
            list.open();
        }
    }
}
