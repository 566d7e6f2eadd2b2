package io.sioscope.app.ui.kit;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** Whether things may move by themselves: as the system says, unless the person says otherwise. JavaFX thread. */
public final class Motion {

    /** What the person wants. */
    public enum Choice {
        /** As the operating system says, also when it changes its mind. */
        SYSTEM,
        /** Things may move. */
        ON,
        /** Nothing moves by itself. */
        OFF
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
    private final ObservableBooleanValue allowed = Bindings.createBooleanBinding(
            this::isAllowed, choice, Platform.getPreferences().reducedMotionProperty());

    private boolean isAllowed() {
        return switch (choice.get()) {
            case SYSTEM -> !Platform.getPreferences().isReducedMotion();
            case ON -> true;
            case OFF -> false;
        };
    }

    /**
     * What the person wants.
     *
     * @return the choice
     */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /**
     * Whether things may move now.
     *
     * @return follows choice and system
     */
    public ObservableBooleanValue allowedProperty() {
        return allowed;
    }
}
