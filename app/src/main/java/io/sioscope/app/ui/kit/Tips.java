package io.sioscope.app.ui.kit;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Tooltips that name the command and its key, and give a control without words its accessible name. */
public final class Tips {

    private static final Duration DELAY = Duration.millis(400);

    private Tips() {}

    /**
     * Names a command.
     *
     * @param control the button
     * @param name the command in words
     * @param key its key, or null
     */
    public static void name(Control control, String name, @Nullable KeyCombination key) {
        Tooltip tip = new Tooltip(key == null ? name : name + "   " + key.getDisplayText());
        tip.setShowDelay(DELAY);
        control.setTooltip(tip);
        control.setAccessibleText(name);
        control.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
