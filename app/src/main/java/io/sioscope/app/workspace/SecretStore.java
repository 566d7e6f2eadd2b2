package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of saved connections, in a file of their own that its owner alone may read. A broken one is set aside. Calls of
 * several threads go one after the other; they belong on a worker.
 */
public final class SecretStore {

    private static final String FILE = "secrets.json";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 4_000_000;

    private final Path file;

    /**
     * A store; nothing is read or written yet.
     *
     * @param folder the user's state folder
     */
    public SecretStore(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /**
     * What was read.
     *
     * @param byConnection the secrets by the connection's id; empty if nothing could be read
     * @param keptAs where a broken file lies now
     */
    public record Loading(Map<String, Secrets> byConnection, Optional<Path> keptAs) {
        /** Keeps a copy of the map. */
        public Loading {
            byConnection = Map.copyOf(byConnection);
        }
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it is there and cannot be read, or is of a later version
     */
    public synchronized Loading load() throws IOException {
        if (!Files.exists(file)) {
            return new Loading(Map.of(), Optional.empty());
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                return aside();
            }
            JsonNode root = SettingsJson.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (SettingsJson.version(root) > VERSION) {
                throw new IOException(FILE + " is of a later version");
            }
            return root.isObject() ? new Loading(read(root.path("connections")), Optional.empty()) : aside();
        } catch (JsonProcessingException | CharacterCodingException broken) {
            return aside();
        }
    }

    private Loading aside() throws IOException {
        return new Loading(Map.of(), Optional.of(new AtomicFile(file).setAside()));
    }

    /**
     * Replaces the secrets of one connection.
     *
     * @param id of the connection
     * @param secrets {@link Secrets#NONE} to forget them
     * @throws IOException if the file could not be read or written; it stands as before then
     */
    public synchronized void save(String id, Secrets secrets) throws IOException {
        Map<String, Secrets> all = new LinkedHashMap<>(load().byConnection());
        if (secrets.equals(Secrets.NONE)) {
            if (all.remove(id) == null) {
                return;
            }
        } else {
            all.put(id, secrets);
        }
        new AtomicFile(file).write(write(all));
    }

    private static String write(Map<String, Secrets> all) throws JsonProcessingException {
        ObjectNode root = SettingsJson.object();
        root.put("version", VERSION);
        ObjectNode connections = root.putObject("connections");
        all.forEach((id, secrets) -> {
            ObjectNode node = connections.putObject(id);
            node.put("auth", secrets.auth());
            secrets.headers().forEach(node.putObject("headers")::put);
            secrets.query().forEach(node.putObject("query")::put);
        });
        return SettingsJson.text(root);
    }

    private static Map<String, Secrets> read(JsonNode connections) {
        Map<String, Secrets> all = new LinkedHashMap<>();
        connections.properties().forEach(entry -> all.put(
                entry.getKey(),
                new Secrets(
                        entry.getValue().path("auth").asText(""),
                        texts(entry.getValue().path("headers")),
                        texts(entry.getValue().path("query")))));
        return all;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText("")));
        return texts;
    }
}
