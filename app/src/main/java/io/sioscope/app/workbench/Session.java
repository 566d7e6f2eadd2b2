package io.sioscope.app.workbench;

/** Something open in a {@link Workbench}: a source of rows. Any thread. */
public sealed interface Session permits ClientSession, HostSession, FileSession {
    /** Names it in captures and requests: {@code c1}, {@code h1}, {@code f1}; never used twice in one workbench. */
    String id();

    /** How it stands now. */
    SessionSnapshot snapshot();
}
