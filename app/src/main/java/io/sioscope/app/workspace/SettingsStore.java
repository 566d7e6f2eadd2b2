package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;

/**
 * The settings' file. It is written under another name and moved, so that whoever reads it sees the old one or the new one,
 * whole. Calls of several threads go one after the other.
 */
public final class SettingsStore {

    private static final String FILE = "settings.json";
    private static final long MOST_BYTES = 1_000_000;

    private final Path file;

    /**
     * A store; nothing is read or written yet.
     *
     * @param folder the user's state folder, made when first written to
     */
    public SettingsStore(Path folder) {
        this.file = folder.resolve(FILE);
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
        if (!Files.exists(file)) {
            return new Loading.Read(Settings.DEFAULTS);
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                return setAside();
            }
            JsonNode root = SettingsJson.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (SettingsJson.version(root) > SettingsJson.VERSION) {
                return new Loading.Unreadable(Settings.DEFAULTS);
            }
            return root.isObject() ? new Loading.Read(SettingsJson.read(root)) : setAside();
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException broken) {
            return setAside();
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
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "settings", ".tmp");
        try {
            byte[] text = SettingsJson.write(settings).getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(text);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loading setAside() {
        Path kept = file.resolveSibling(FILE + ".broken");
        try {
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
            return new Loading.Broken(Settings.DEFAULTS, kept);
        } catch (IOException stuck) {
            return new Loading.Unreadable(Settings.DEFAULTS);
        }
    }
}
