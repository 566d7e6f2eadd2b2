package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectSpec;

/** Writes a connection as a text that other programs run. Only what differs from the defaults is written. Pure. */
public final class Snippets {
    private Snippets() {}

    /**
     * The text, which ends with a line end. It holds the connection's secrets, and its variables as they stand, such as
     * {@code {{token}}}.
     *
     * @throws IllegalArgumentException if the connection's URL is wrong; see {@link ConnectSpec#problems()}
     */
    public static String of(ConnectSpec spec, Language language) {
        return switch (language) {
            case JAVASCRIPT -> JavaScriptSnippet.of(spec);
            case JAVA -> JavaSnippet.of(spec);
            case PYTHON -> PythonSnippet.of(spec);
            case COMMAND -> CommandSnippet.of(spec);
        };
    }
}
