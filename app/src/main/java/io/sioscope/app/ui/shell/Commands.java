package io.sioscope.app.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/** What each command does, and whether it can be done now. Every command has exactly one entry. */
final class Commands {

    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final Map<CommandId, Entry> entries = new EnumMap<>(CommandId.class);

    private record Entry(Runnable action, ObservableBooleanValue available) {}

    void set(CommandId id, Runnable action) {
        set(id, action, ALWAYS);
    }

    void set(CommandId id, Runnable action, ObservableBooleanValue available) {
        entries.put(id, new Entry(action, available));
    }

    /** Does it, if it can be done now. */
    void run(CommandId id) {
        Entry entry = entry(id);
        if (entry.available().get()) {
            entry.action().run();
        }
    }

    ObservableBooleanValue available(CommandId id) {
        return entry(id).available();
    }

    /** Makes the keys heard in a window. */
    void install(Scene scene) {
        for (CommandId id : CommandId.values()) {
            if (id.scope() == CommandId.Scope.WINDOW) {
                scene.getAccelerators().put(id.key(), () -> run(id));
                id.otherKeys().forEach(key -> scene.getAccelerators().put(key, () -> run(id)));
            }
        }
    }

    private Entry entry(CommandId id) {
        return Objects.requireNonNull(entries.get(id), id::name);
    }
}
