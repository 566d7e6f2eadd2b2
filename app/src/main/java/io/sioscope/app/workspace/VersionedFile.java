package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.OwnerFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file with one JSON object that names its version. It is written under another name and moved, so that whoever reads it
 * sees the old one or the new one, whole; and with permissions that let its owner alone read it, from its first byte.
 *
 * @param path the file
 * @param version the one that is written; a file of a later one is left alone
 * @param mostBytes a larger file is a broken one
 */
record VersionedFile(Path path, int version, long mostBytes) {

    /** What was found. */
    sealed interface Reading {

        /** There is no such file. */
        record Absent() implements Reading {}

        /** The object that it holds. */
        record Found(ObjectNode root) implements Reading {}

        /** It holds none; it was moved here. */
        record SetAside(Path keptAs) implements Reading {}

        /** It cannot be read or is of a later version; it stays as it is and must not be written to. */
        record Unusable() implements Reading {}
    }

    /** Reads it; never throws. */
    Reading read() {
        if (!Files.exists(path)) {
            return new Reading.Absent();
        }
        try {
            if (Files.size(path) > mostBytes) {
                return setAside();
            }
            JsonNode root = WorkspaceJson.parse(Files.readString(path, StandardCharsets.UTF_8));
            if (!(root instanceof ObjectNode object)) {
                return setAside();
            }
            return object.path("version").asInt(0) > version ? new Reading.Unusable() : new Reading.Found(object);
        } catch (JsonProcessingException | CharacterCodingException broken) {
            return setAside();
        } catch (IOException unreadable) {
            return new Reading.Unusable();
        }
    }

    /** Moves it away under a name that says why. */
    Reading setAside() {
        Path kept = path.resolveSibling(path.getFileName() + ".broken");
        try {
            Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
            return new Reading.SetAside(kept);
        } catch (IOException stuck) {
            return new Reading.Unusable();
        }
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws IOException if it could not be written; the old file still stands
     */
    void write(ObjectNode root) throws IOException {
        root.put("version", version);
        OwnerFile.write(path, WorkspaceJson.text(root).getBytes(StandardCharsets.UTF_8));
    }
}
