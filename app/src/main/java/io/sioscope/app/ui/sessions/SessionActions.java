package io.sioscope.app.ui.sessions;

/** What can be done to a session from the tree. */
public interface SessionActions {

    /** Opens the page of a new connection. */
    void connect();

    /** Ends the session's connection; it stays in the list. */
    void disconnect(String session);

    /** Opens its connection again. */
    void reconnect(String session);

    /** Opens another one like it: a host on a free port. */
    void duplicate(String session);

    /** Ends it and takes it out of the list; can be undone. */
    void close(String session);
}
