package io.sioscope.app.ui.kit;

import javafx.scene.input.KeyEvent;

/** The keys of a {@link VirtualList}. */
final class VirtualListKeys {

    private VirtualListKeys() {}

    static void handle(VirtualList<?> list, KeyEvent event) {
        if (event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        int at = list.selectedIndexProperty().get();
        int last = list.countProperty().get() - 1;
        boolean known = true;
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
}
