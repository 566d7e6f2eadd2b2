package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The workspace's file. It is written under another name and moved, so that whoever reads it sees the old one or the new one,
 * whole. Calls of several threads go one after the other.
 */
public final class SettingsStore {

    private static final String FILE = "workspace.json";
    /** What the file was called before it held more than settings. */
    private static final String FORMER = "settings.json";
    private static final long MOST_BYTES = 1_000_000;

    private final Path file;
    private final Path former;

    /**
     * A store; nothing is read or written yet.
     *
     * @param folder the user's state folder, made when first written to
     */
    public SettingsStore(Path folder) {
        this.file = folder.resolve(FILE);
        this.former = folder.resolve(FORMER);
    }

    /** The folder in which the file lies. */
    public Path folder() {
        return file.toAbsolutePath().getParent();
    }

    /** What was read, and how that went. */
    public sealed interface Loading {

        /**
         * What to use.
         *
         * @return the file's settings, or the defaults
         */
        Settings settings();

        /** The file was read, or there is none yet. */
        record Read(Settings settings) implements Loading {}

        /** The file is broken; it was kept beside under this name, and the defaults stand in. */
        record Broken(Settings settings, Path keptAs) implements Loading {}

        /** The file cannot be read or is of a later version; it stays as it is and is not written to. */
        record Unreadable(Settings settings) implements Loading {}
    }

    /**
     * Reads the file.
     *
     * @return never throws; the outcome says what stands in
     */
    public synchronized Loading load() {
        if (Files.exists(file)) {
            return load(file);
        }
        return Files.exists(former) ? load(former) : new Loading.Read(Settings.DEFAULTS);
    }

    private static Loading load(Path from) {
        try {
            if (Files.size(from) > MOST_BYTES) {
                return setAside(from);
            }
            JsonNode root = SettingsJson.parse(Files.readString(from, StandardCharsets.UTF_8));
            if (SettingsJson.version(root) > SettingsJson.VERSION) {
                return new Loading.Unreadable(Settings.DEFAULTS);
            }
            return root.isObject() ? new Loading.Read(SettingsJson.read(root)) : setAside(from);
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException broken) {
            return setAside(from);
        } catch (IOException unreadable) {
            return new Loading.Unreadable(Settings.DEFAULTS);
        }
    }

    /**
     * Writes the file, whole or not at all. A file of a later version is left alone.
     *
     * @param settings what to keep
     * @throws IOException if it could not be written; the old file still stands
     */
    public synchronized void save(Settings settings) throws IOException {
        if (load() instanceof Loading.Unreadable) {
            return;
        }
        new AtomicFile(file).write(SettingsJson.write(settings));
    }

    private static Loading setAside(Path broken) {
        try {
            return new Loading.Broken(Settings.DEFAULTS, new AtomicFile(broken).setAside());
        } catch (IOException stuck) {
            return new Loading.Unreadable(Settings.DEFAULTS);
        }
    }
}
