package io.sioscope.app.ui.questions;

import java.util.List;
import javafx.beans.property.StringProperty;

/** What the side bar asks of the program. JavaFX thread. */
public interface Searches {

    /** The filter of the table, which may be set. */
    StringProperty filterProperty();

    /** Shows the table. */
    void showTraffic();

    /**
     * Begins to count what some filters find in a session.
     *
     * @param session its id; empty for all sessions
     */
    Counting count(String session, List<String> filters);

    /** The filters that a person keeps, in their order. */
    List<SavedFilter> saved();

    /** Keeps these from now on. */
    void save(List<SavedFilter> filters);

    /** Says that something was removed, and offers to undo it. */
    void removed(String name, Runnable undo);

    /** Numbers that grow as packets come. */
    interface Counting extends AutoCloseable {

        /** Has what is new looked at, elsewhere. */
        void keepUp();

        /** How much the filter with this index finds. */
        int of(int index);

        @Override
        void close();
    }
}
