package io.sioscope.app.snippet;

/** What a connection can be written as. */
public enum Language {
    /** npm socket.io-client. */
    JAVASCRIPT,
    /** The official Java client. */
    JAVA,
    /** python-socketio. */
    PYTHON,
    /** This program's own command. */
    COMMAND
}
