package io.sioscope.app.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCombination;

/** Every command of the window, in the order of its menu. */
enum CommandId {
    /** Opens the page of a new connection. */
    CONNECT(Group.SESSION, "mdi2l-lan-connect", "Shortcut+N", Scope.WINDOW),
    /** Opens the page of a new host. */
    HOST(Group.SESSION, "mdi2s-server-network", "Shortcut+Shift+H", Scope.WINDOW),
    /** Starts the demo chat. */
    DEMO(Group.SESSION, "mdi2p-play", "Shortcut+Shift+D", Scope.WINDOW),
    /** Ends the picked session's connection, or opens it again. */
    LINK(Group.SESSION, "mdi2l-lan-disconnect", "Shortcut+Shift+K", Scope.WINDOW),
    /** Examines the picked connection, layer by layer. */
    DOCTOR(Group.SESSION, "mdi2s-stethoscope", "F9", Scope.WINDOW),
    /** Asks the picked connection's server for a room. */
    JOIN_ROOM(Group.SESSION, "mdi2a-account-multiple-plus-outline", "Shortcut+J", Scope.WINDOW),
    /** Opens another session like the picked one. */
    DUPLICATE(Group.SESSION, "mdi2c-content-duplicate", "Shortcut+Shift+N", Scope.WINDOW),
    /** Ends the picked session and takes it out of the list. */
    CLOSE(Group.SESSION, "mdi2c-close", "Shortcut+W", Scope.WINDOW),
    /** Opens a capture. */
    OPEN(Group.FILE, "mdi2f-folder-open-outline", "Shortcut+O", Scope.WINDOW),
    /** Writes the capture to a file. */
    EXPORT(Group.FILE, "mdi2f-file-export-outline", "Shortcut+S", Scope.WINDOW),
    /** Shows the settings, or goes back to where one was. */
    SETTINGS(Group.FILE, "mdi2c-cog-outline", "Shortcut+Comma", Scope.WINDOW),
    /** Closes the window. */
    QUIT(Group.FILE, "mdi2e-exit-to-app", "Shortcut+Q", Scope.WINDOW),
    /** Shows the session's own page. */
    PAGE(Group.VIEW, "mdi2c-card-text-outline", "Shortcut+1", Scope.WINDOW),
    /** Shows the session's packets. */
    TRAFFIC(Group.VIEW, "mdi2t-table-large", "Shortcut+2", Scope.WINDOW),
    /** Shows who is in which room. */
    MAP(Group.VIEW, "mdi2g-graph-outline", "Shortcut+3", Scope.WINDOW),
    /** Moves the focus to the next region. */
    REGION(Group.VIEW, "mdi2k-keyboard-tab", "F6", Scope.WINDOW),
    /** Changes between light and dark. */
    THEME(Group.VIEW, "mdi2t-theme-light-dark", "Shortcut+Shift+T", Scope.WINDOW),
    /** Changes the language. */
    LANGUAGE(Group.VIEW, "mdi2t-translate", "Shortcut+Shift+L", Scope.WINDOW),
    /** Makes everything larger. */
    TEXT_BIGGER(Group.VIEW, "mdi2f-format-font-size-increase", "Shortcut+Plus", Scope.WINDOW),
    /** Makes everything smaller. */
    TEXT_SMALLER(Group.VIEW, "mdi2f-format-font-size-decrease", "Shortcut+Minus", Scope.WINDOW),
    /** Makes everything as large as usual. */
    TEXT_NORMAL(Group.VIEW, "mdi2f-format-size", "Shortcut+0", Scope.WINDOW),
    /** Moves the focus to the filter. */
    FILTER(Group.TRAFFIC, "mdi2f-filter-variant", "Shortcut+F", Scope.WINDOW),
    /** Shows or hides heartbeats. */
    HEARTBEATS(Group.TRAFFIC, "mdi2h-heart-pulse", "Shortcut+B", Scope.WINDOW),
    /** Stops the view, never the capture. */
    PAUSE(Group.TRAFFIC, "mdi2p-pause", "Ctrl+Space", Scope.WINDOW),
    /** Shows the newest packets as they come. */
    FOLLOW(Group.TRAFFIC, "mdi2a-arrow-collapse-down", "End", Scope.TABLE),
    /** Hides what has passed so far. */
    CLEAR(Group.TRAFFIC, "mdi2n-notification-clear-all", "Shortcut+L", Scope.WINDOW),
    /** Copies the marked packets as JSON Lines. */
    COPY_ROWS(Group.TRAFFIC, "mdi2c-content-copy", "Shortcut+C", Scope.TABLE),
    /** Answers the acknowledgement that the picked packet asks for. */
    ANSWER(Group.SEND, "mdi2k-keyboard-return", "A", Scope.TABLE),
    /** Makes a rule of the answer that was just given. */
    ALWAYS_ANSWER(Group.SEND, "mdi2r-repeat", "Shortcut+Shift+A", Scope.WINDOW),
    /** Moves the focus to the composer. */
    COMPOSE(Group.SEND, "mdi2p-pencil-outline", "Shortcut+T", Scope.WINDOW),
    /** Sends what stands in the composer. */
    SEND(Group.SEND, "mdi2s-send", "Shortcut+Enter", Scope.WINDOW),
    /** Lays out the JSON of the argument that is edited. */
    LAY_OUT(Group.SEND, "mdi2c-code-json", "Shift+Alt+F", Scope.COMPOSER),
    /** Sends the picked event once more. */
    SEND_AGAIN(Group.INSPECT, "mdi2r-refresh", "Shortcut+R", Scope.WINDOW),
    /** Writes the picked event into the composer. */
    EDIT_AND_SEND(Group.INSPECT, "mdi2p-pencil-box-outline", "Shortcut+Shift+E", Scope.WINDOW),
    /** Opens the menu of forms to copy the picked packet in. */
    COPY_AS(Group.INSPECT, "mdi2c-content-copy", "Shortcut+Shift+C", Scope.WINDOW),
    /** Shows what differs from the packet before of the same event. */
    DIFFERENCE(Group.INSPECT, "mdi2f-file-compare", "Shortcut+D", Scope.WINDOW),
    /** Shows in the composer what was sent before. */
    HISTORY_BACK(Group.SEND, "mdi2a-arrow-up", "Alt+Up", Scope.COMPOSER),
    /** Shows in the composer what was sent after that. */
    HISTORY_FORWARD(Group.SEND, "mdi2a-arrow-down", "Alt+Down", Scope.COMPOSER),
    /** Finds any command, session or room. */
    PALETTE(Group.HELP, "mdi2m-magnify", "Shortcut+K", Scope.WINDOW),
    /** Shows the commands and their keys. */
    SHORTCUTS(Group.HELP, "mdi2h-help-circle-outline", "F1", Scope.WINDOW);

    /** Commands that stand together. */
    enum Group {
        SESSION,
        FILE,
        VIEW,
        TRAFFIC,
        SEND,
        INSPECT,
        HELP
    }

    /** Where a command's key is heard. */
    enum Scope {
        /** Everywhere. */
        WINDOW,
        /** While the table has the focus; the table listens by itself. */
        TABLE,
        /** While the composer has the focus; it listens by itself. */
        COMPOSER
    }

    private final Group group;
    private final String icon;
    private final String key;
    private final Scope scope;

    CommandId(Group group, String icon, String key, Scope scope) {
        this.group = group;
        this.icon = icon;
        this.key = key;
        this.scope = scope;
    }

    Group group() {
        return group;
    }

    String icon() {
        return icon;
    }

    KeyCombination key() {
        return KeyCombination.valueOf(key);
    }

    /** Other keys of the same command: where a keyboard has the sign elsewhere. */
    List<KeyCombination> otherKeys() {
        List<String> keys = List.of();
        if (this == TEXT_BIGGER) {
            keys = List.of("Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Shift+Plus", "Shortcut+Add");
        } else if (this == TEXT_SMALLER) {
            keys = List.of("Shortcut+Subtract");
        } else if (this == TEXT_NORMAL) {
            keys = List.of("Shortcut+Numpad 0");
        }
        return keys.stream().map(KeyCombination::valueOf).toList();
    }

    Scope scope() {
        return scope;
    }

    /** The key of the command's words in the bundle. */
    String textKey() {
        return "command." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
