package io.sioscope.app.ui.connect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One line of a table of names and values. */
public final class PairRow {

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", true);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    /** Whether the line is sent; a line that is switched off keeps what stands in it. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** The name. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The value. */
    public StringProperty valueProperty() {
        return value;
    }

    /** What is wrong with the line, in words; empty while it can be used. */
    public StringProperty problemProperty() {
        return problem;
    }

    boolean isBlank() {
        return name.get().isBlank() && value.get().isEmpty();
    }
}
