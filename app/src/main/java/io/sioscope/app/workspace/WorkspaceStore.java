package io.sioscope.app.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The workspace's two files: {@code workspace.json}, and {@code secrets.json} with what only its owner may read. An older
 * {@code settings.json} is read where there is no workspace yet, and stays beside it. Calls of several threads go one after
 * the other. Fields of the same version that this program does not know stay where they are.
 */
public final class WorkspaceStore {

    private static final int VERSION = 2;
    private static final int SECRETS_VERSION = 1;
    private static final int FIRST_VERSION = 1;
    private static final long MOST_BYTES = 8_000_000;

    private final Path folder;
    private final VersionedFile workspaceFile;
    private final VersionedFile secretsFile;
    private final VersionedFile firstFile;

    /**
     * A store; nothing is read or written yet.
     *
     * @param folder the user's state folder, made when first written to
     */
    public WorkspaceStore(Path folder) {
        this.folder = folder;
        this.workspaceFile = new VersionedFile(folder.resolve("workspace.json"), VERSION, MOST_BYTES);
        this.secretsFile = new VersionedFile(folder.resolve("secrets.json"), SECRETS_VERSION, MOST_BYTES);
        this.firstFile = new VersionedFile(folder.resolve("settings.json"), FIRST_VERSION, MOST_BYTES);
    }

    /** Something that a person should know about the files. */
    public sealed interface Trouble {

        /** The workspace is broken; it was kept under this name, and the defaults stand in. */
        record BrokenWorkspace(Path keptAs) implements Trouble {}

        /** The workspace cannot be read or is of a later version; it stays as it is and is not written to. */
        record UnusableWorkspace() implements Trouble {}

        /** The secrets are broken; they were kept under this name, and saved connections lack them. */
        record BrokenSecrets(Path keptAs) implements Trouble {}

        /** The secrets cannot be read or are of a later version; they stay as they are and are not written to. */
        record UnusableSecrets() implements Trouble {}
    }

    /**
     * What was read.
     *
     * @param workspace what to use
     * @param troubles in the order of their weight; empty where all went well
     */
    public record Loading(Workspace workspace, List<Trouble> troubles) {
        /** Keeps a copy. */
        public Loading {
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * Reads both files.
     *
     * @return never throws; the troubles say what could not be read
     */
    public synchronized Loading load() {
        List<Trouble> troubles = new ArrayList<>();
        Workspace workspace =
                switch (workspaceFile.read()) {
                    case VersionedFile.Reading.Found(ObjectNode root) -> WorkspaceJson.read(root);
                    case VersionedFile.Reading.Absent _ -> first(troubles);
                    case VersionedFile.Reading.SetAside(Path kept) -> {
                        troubles.add(new Trouble.BrokenWorkspace(kept));
                        // Without the connections that they belong to, the next writing would drop them.
                        secretsFile.setAside();
                        yield Workspace.DEFAULTS;
                    }
                    case VersionedFile.Reading.Unusable _ -> {
                        troubles.add(new Trouble.UnusableWorkspace());
                        yield Workspace.DEFAULTS;
                    }
                };
        return new Loading(withSecrets(workspace, troubles), troubles);
    }

    private Workspace first(List<Trouble> troubles) {
        return switch (firstFile.read()) {
            case VersionedFile.Reading.Found(ObjectNode root) -> WorkspaceJson.readFirst(root);
            case VersionedFile.Reading.SetAside(Path kept) -> {
                troubles.add(new Trouble.BrokenWorkspace(kept));
                yield Workspace.DEFAULTS;
            }
            case VersionedFile.Reading.Absent _, VersionedFile.Reading.Unusable _ -> Workspace.DEFAULTS;
        };
    }

    private Workspace withSecrets(Workspace workspace, List<Trouble> troubles) {
        return switch (secretsFile.read()) {
            case VersionedFile.Reading.Found(ObjectNode root) -> SecretsJson.into(workspace, root);
            case VersionedFile.Reading.Absent _ -> workspace;
            case VersionedFile.Reading.SetAside(Path kept) -> {
                troubles.add(new Trouble.BrokenSecrets(kept));
                yield workspace;
            }
            case VersionedFile.Reading.Unusable _ -> {
                troubles.add(new Trouble.UnusableSecrets());
                yield workspace;
            }
        };
    }

    /**
     * Writes both files, each whole or not at all; the secrets first, so that no connection refers to some that are not there.
     * A file of a later version is left alone, and the secrets with the workspace.
     *
     * @param workspace what to keep
     * @throws IOException if one could not be written; the old one still stands
     */
    public synchronized void save(Workspace workspace) throws IOException {
        switch (workspaceFile.read()) {
            case VersionedFile.Reading.Unusable _ -> {}
            case VersionedFile.Reading.Found(ObjectNode root) -> save(workspace, root);
            case VersionedFile.Reading.Absent _, VersionedFile.Reading.SetAside _ ->
                save(workspace, WorkspaceJson.MAPPER.createObjectNode());
        }
    }

    private void save(Workspace workspace, ObjectNode root) throws IOException {
        boolean kept = saveSecrets(workspace);
        WorkspaceJson.write(workspace, root);
        workspaceFile.write(root);
        if (!kept) {
            throw new IOException(secretsFile.path().toString());
        }
    }

    /** Whether all secrets that there are stand in the file now. */
    private boolean saveSecrets(Workspace workspace) throws IOException {
        ObjectNode secrets = WorkspaceJson.MAPPER.createObjectNode();
        boolean usable =
                switch (secretsFile.read()) {
                    case VersionedFile.Reading.Unusable _ -> false;
                    case VersionedFile.Reading.Found(ObjectNode found) -> {
                        secrets = found;
                        yield true;
                    }
                    case VersionedFile.Reading.Absent _, VersionedFile.Reading.SetAside _ -> true;
                };
        ObjectNode before = secrets.deepCopy();
        SecretsJson.write(workspace, secrets);
        boolean changed = !secrets.equals(before) && (!before.isEmpty() || SecretsJson.hasAny(secrets));
        if (usable && changed) {
            secretsFile.write(secrets);
        }
        return usable || !SecretsJson.hasAny(secrets);
    }

    /**
     * Where the files lie.
     *
     * @return the folder, which need not exist
     */
    public Path folder() {
        return folder;
    }
}
