package io.sioscope.app.ui.sessions;

/** What can be done to a session from the tree. */
public interface SessionActions {

    /** Opens the page of a new connection. */
    void connect();

    /** Whether namespaces can be added to a session: it is a connection, open or not. */
    boolean takesNamespaces(String session);

    /**
     * Asks for one more namespace.
     *
     * @param name as typed
     * @return what is wrong with it, in words; empty where it was asked for
     */
    String addNamespace(String session, String name);

    /**
     * Ends the session's connection; it stays in the list.
     *
     * @param namespace the one to leave of a connection; empty for all of it
     */
    void disconnect(String session, String namespace);

    /**
     * Opens its connection again.
     *
     * @param namespace the one to ask for again; empty for all of them
     */
    void reconnect(String session, String namespace);

    /** Opens another one like it: a host on a free port. */
    void duplicate(String session);

    /**
     * Ends it and takes it out of the list; can be undone.
     *
     * @param namespace the one of a connection to leave and to forget; empty for the whole session
     */
    void close(String session, String namespace);
}
