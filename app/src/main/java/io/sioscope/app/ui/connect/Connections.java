package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.RoomsOfClient;

/** What the page asks of the program. */
public interface Connections {

    /**
     * Opens a connection; how it goes is seen in the session's snapshots.
     *
     * @param before the id of the session that this one takes the place of; empty for none
     * @param spec without problems
     * @return the new session's id
     */
    String open(String before, ConnectSpec spec);

    /**
     * Saves a connection under a name, with its secrets; one of this name is replaced.
     *
     * @param name not blank
     * @param spec as filled in
     */
    void save(String name, ConnectSpec spec);

    /**
     * Saves one more answer with a saved connection.
     *
     * @param name the connection's; nothing happens where it is not saved any more
     * @param rule without problems
     * @return whether it was saved
     */
    boolean saveAnswer(String name, AnswerRule rule);

    /**
     * Changes what a connection does by itself, also while it is open.
     *
     * @param session its id
     * @param habits without problems
     */
    void habits(String session, ConnectHabits habits);

    /**
     * What is known of a connection's rooms.
     *
     * @param session its id
     */
    RoomsOfClient rooms(String session);

    /**
     * Sends an event with one text, which asks the server for something.
     *
     * @param session the connection's id
     * @param namespace where
     * @param event its name
     * @param text its argument
     */
    void ask(String session, String namespace, String event, String text);

    /**
     * Ends a connection, or the attempt to make it. The session stays in the list.
     *
     * @param session its id
     */
    void end(String session);
}
