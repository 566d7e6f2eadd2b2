package io.sioscope.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "draft", ".tmp", ownerOnly());
        try {
            byte[] text = WorkspaceJson.text(root).getBytes(StandardCharsets.UTF_8);
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
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] ownerOnly() throws IOException {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            };
        }
        if (!views.contains("acl")) {
            return new FileAttribute<?>[0];
        }
        UserPrincipal owner = FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name", ""));
        return new FileAttribute<?>[] {new OwnerAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()))};
    }

    private record OwnerAcl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
