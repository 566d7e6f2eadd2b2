package io.sioscope.app.ui.sessions;

import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What can be done to a line of the tree, in the order of its menu. */
enum TreeCommand {
    /** Asks for one more namespace. */
    NAMESPACE("mdi2p-plus", KeyCode.INSERT),
    /** Ends the connection, leaves the namespace, or stops the host. */
    DISCONNECT("mdi2l-lan-disconnect", KeyCode.D),
    /** Opens the connection again, or asks for the namespace again. */
    RECONNECT("mdi2l-lan-connect", KeyCode.R),
    /** Calls the session otherwise in the list. */
    RENAME("mdi2p-pencil-outline", KeyCode.F2),
    /** Opens another session like it. */
    DUPLICATE("mdi2c-content-duplicate", null),
    /** Takes the session out of the list, or forgets the namespace. */
    CLOSE("mdi2c-close", KeyCode.DELETE);

    private final String icon;
    private final @Nullable KeyCode key;

    TreeCommand(String icon, @Nullable KeyCode key) {
        this.icon = icon;
        this.key = key;
    }

    /** The icon's literal. */
    String icon() {
        return icon;
    }

    /** The key while the tree has the focus; null for none. */
    @Nullable KeyCode key() {
        return key;
    }
}
