package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Journal;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.MessageKind;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts marked packets into the clipboard, a JSON line each, and says so. JavaFX thread. */
record RowCopying(Shell shell, Pages pages, Journal journal, FxExecutor fx) {

    void copy() {
        if (pages.trafficView().marked() > RowCopy.MOST) {
            shell.say(MessageKind.FAULT, shell.texts().get("copy.too-many", RowCopy.MOST));
            return;
        }
        List<Long> numbers = pages.trafficView().markedPackets();
        if (numbers.isEmpty()) {
            shell.say(MessageKind.INFO, shell.texts().get("copy.none"));
            return;
        }
        fx.work(
                () -> new RowCopy(journal).lines(numbers),
                copied -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(copied.text());
                    Clipboard.getSystemClipboard().setContent(content);
                    shell.say(MessageKind.INFO, shell.texts().get("copy.done", copied.packets()));
                },
                failed -> shell.say(MessageKind.FAULT, shell.texts().get("copy.failed", String.valueOf(failed.getMessage()))));
    }
}
