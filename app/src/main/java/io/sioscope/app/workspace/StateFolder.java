package io.sioscope.app.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this user's files of ours lie. Pure: environment and properties come as arguments. */
public final class StateFolder {

    private static final String NAME = "sioscope";

    private static final String LOG = "sioscope.log";
    private static final String CERTIFICATES = "certificates";

    private StateFolder() {}

    /** Where in it our own mistakes are written down. */
    public static Path log(Path folder) {
        return folder.resolve(LOG);
    }

    /** Where in it the certificates lie that were made for hosts. */
    public static Path certificates(Path folder) {
        return folder.resolve(CERTIFICATES);
    }

    /**
     * The folder, which need not exist. {@code SIOSCOPE_STATE} names it outright; else it is where the system keeps such
     * things: {@code $XDG_STATE_HOME} or {@code ~/.local/state}, {@code ~/Library/Application Support}, {@code %LOCALAPPDATA%}.
     *
     * @param environment the process's environment
     * @param osName the system property {@code os.name}
     * @param home the user's home folder
     * @return an absolute path
     */
    public static Path locate(Map<String, String> environment, String osName, Path home) {
        String given = environment.getOrDefault("SIOSCOPE_STATE", "");
        if (!given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return base(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("Sioscope");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Sioscope").toAbsolutePath();
        }
        return base(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve(NAME);
    }

    /**
     * The folder of the user who runs this process.
     *
     * @return an absolute path
     */
    public static Path ofThisUser() {
        return locate(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path path = value.isBlank() ? otherwise : Path.of(value);
        return path.toAbsolutePath();
    }
}
