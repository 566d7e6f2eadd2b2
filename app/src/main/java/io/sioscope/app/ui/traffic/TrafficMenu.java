package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.ColumnLayout;
import io.sioscope.app.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a cell: filter by what stands there, leave it out, copy it. */
final class TrafficMenu {

    private static final int SHOWN = 40;

    private TrafficMenu() {}

    static void show(
            TrafficRowView view,
            ContextMenuEvent event,
            ColumnLayout columns,
            TrafficViewModel model,
            Texts texts,
            Consumer<TrafficRow> answer,
            String copyWords,
            Runnable copy) {
        TrafficRow row = view.row();
        if (row == null) {
            return;
        }
        ContextMenu menu = new ContextMenu();
        int column = event.isKeyboardTrigger()
                ? TrafficColumns.EVENT
                : columnAt(columns, view.screenToLocal(event.getScreenX(), event.getScreenY()).getX());
        String token = TrafficColumns.token(row, column);
        if (!token.isEmpty()) {
            menu.getItems().add(item(texts.get("menu.only", token), () -> model.addToFilter(token)));
            menu.getItems().add(item(texts.get("menu.without", token), () -> model.addToFilter("-" + token)));
        }
        String text = column == TrafficColumns.ARGUMENTS ? row.preview() : row.name();
        if (!text.isEmpty()) {
            menu.getItems().add(item(texts.get("menu.copy", shortened(text)), () -> copy(text)));
        }
        menu.getItems().add(item(copyWords, copy));
        menu.getItems()
                .add(item(texts.get("menu.around", row.number()), () -> model.filterProperty().set("around:#" + row.number())));
        if (row.ack() instanceof RowAck.Awaited awaited && awaited.ours()) {
            menu.getItems().addAll(new SeparatorMenuItem(), item(texts.get("menu.answer"), () -> answer.accept(row)));
        }
        if (!menu.getItems().isEmpty()) {
            menu.setAutoHide(true);
            menu.show(view, event.getScreenX(), event.getScreenY());
        }
    }

    private static int columnAt(ColumnLayout columns, double x) {
        int found = TrafficColumns.EVENT;
        for (int column : columns.shown()) {
            if (columns.x(column) <= x) {
                found = column;
            }
        }
        return found;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
