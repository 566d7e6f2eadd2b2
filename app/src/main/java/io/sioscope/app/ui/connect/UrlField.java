package io.sioscope.app.ui.connect;

import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/** The field for the URL. A command or snippet that is pasted into it fills the whole page instead. */
public final class UrlField extends TextField {

    private Predicate<String> taker = pasted -> false;

    /**
     * Offers each pasted text before it is inserted.
     *
     * @param pasted whether the text was used otherwise
     */
    void setOnPaste(Predicate<String> pasted) {
        taker = pasted;
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        boolean taken = isEditable() && clipboard.hasString() && taker.test(clipboard.getString());
        if (!taken) {
            super.paste();
        }
    }
}
