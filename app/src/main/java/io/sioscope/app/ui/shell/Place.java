package io.sioscope.app.ui.shell;

/** Where a person is in the window. */
sealed interface Place {

    /** The page that a new user sees. */
    record Start() implements Place {}

    /** The settings. */
    record Settings() implements Place {}

    /** The page of a connection that is not open yet. */
    record NewConnection() implements Place {}

    /** The page of a host that is not started yet. */
    record NewHost() implements Place {}

    /** A session, on one of its tabs. */
    record InSession(String session, Tab tab) implements Place {}

    /** The tabs of a session. */
    enum Tab {
        /** Its own page: the connection or the host. */
        PAGE,
        /** Its packets. */
        TRAFFIC
    }
}
