package io.sioscope.app.ui.connect;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One line of a table of names and values. */
public final class PairRow {

    /** One of the line's two fields. */
    public enum Cell {
        /** The left one. */
        NAME,
        /** The right one. */
        VALUE
    }

    /**
     * What is wrong with a line.
     *
     * @param cell where
     * @param words a sentence; empty while the line can be used
     */
    public record Problem(Cell cell, String words) {

        /** The line can be used. */
        static final Problem NONE = new Problem(Cell.NAME, "");

        /** Whether this field is to be marked. */
        boolean isIn(Cell marked) {
            return cell == marked && !words.isEmpty();
        }
    }

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", true);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final ReadOnlyObjectWrapper<Problem> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);

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

    /** What is wrong with the line, and where. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says what is wrong with the line. */
    void say(Cell cell, String words) {
        problem.set(new Problem(cell, words));
    }

    /** Nothing is wrong with the line. */
    void clearProblem() {
        problem.set(Problem.NONE);
    }

    boolean isBlank() {
        return name.get().isBlank() && value.get().isEmpty();
    }
}
