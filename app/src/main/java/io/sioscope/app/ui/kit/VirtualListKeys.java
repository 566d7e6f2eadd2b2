package io.sioscope.app.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a {@link VirtualList}. */
final class VirtualListKeys {

    private VirtualListKeys() {}

    static void handle(VirtualList<?> list, KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            list.markAll();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int at = list.selectedIndexProperty().get();
        int last = list.countProperty().get() - 1;
        boolean known = true;
        if (event.isShiftDown()) {
            extend(list, event, at, last);
            return;
        }
        switch (event.getCode()) {
            case UP, K -> list.select(at < 0 ? last : at - 1);
            case DOWN, J -> list.select(at < 0 ? last : at + 1);
            case PAGE_UP -> list.select(at < 0 ? last : at - list.page());
            case PAGE_DOWN -> list.select(at < 0 ? last : at + list.page());
            case HOME -> list.select(0);
            case END -> {
                list.select(last);
                list.follow();
            }
            case ENTER -> list.open();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private static void extend(VirtualList<?> list, KeyEvent event, int at, int last) {
        if (at < 0 || last < 0) {
            return;
        }
        switch (event.getCode()) {
            case UP -> list.extendTo(at - 1);
            case DOWN -> list.extendTo(at + 1);
            case PAGE_UP -> list.extendTo(at - list.page());
            case PAGE_DOWN -> list.extendTo(at + list.page());
            case HOME -> list.extendTo(0);
            case END -> list.extendTo(last);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
