package io.sioscope.app.ui.connect;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One namespace that is asked for, and how it stands. */
public final class NamespaceChip {

    /** How a namespace stands. */
    public enum Health {
        /** Nothing was asked yet. */
        IDLE,
        /** Asked, no answer yet. */
        WAITING,
        /** The server granted it. */
        CONNECTED,
        /** The server said no. */
        REFUSED,
        /** It was left. */
        LEFT
    }

    private final String name;
    private final boolean asked;
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(this, "health", Health.IDLE);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

    NamespaceChip(String name, boolean asked) {
        this.name = name;
        this.asked = asked;
    }

    /** Whether a person asked for it; else the URL implies it. */
    public boolean isAsked() {
        return asked;
    }

    /** The name with its leading slash. */
    public String name() {
        return name;
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<Health> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** How it stands in words: the server's message and data where it refused. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void set(Health now, String inWords) {
        health.set(now);
        words.set(inWords);
    }
}
