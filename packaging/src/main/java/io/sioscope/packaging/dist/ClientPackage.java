package io.sioscope.packaging.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code client/}: the JavaScript client's files for pages, from the npm package {@code socket.io}, with its licence.
 * npm fetches them; where it cannot, the distribution does without, and a host says so to whoever asks for one.
 */
final class ClientPackage {
    private static final String VERSION = "4.8.4";
    private static final String PACKAGE_JSON = "package.json";
    private static final String LICENCE = "LICENSE";
    private static final String FILES = "client-dist";

    private final Path folder;
    private final String npm;

    /**
     * Prepares.
     *
     * @param folder where they go
     * @param npm the program that fetches them
     */
    ClientPackage(Path folder, String npm) {
        this.folder = folder;
        this.npm = npm;
    }

    /** The name of npm on this platform. */
    static String npm() {
        return File.separatorChar == '\\' ? "npm.cmd" : "npm";
    }

    /** Where the files lie once they were fetched. */
    Path files() {
        return folder.resolve(FILES);
    }

    /**
     * Fetches the files unless those of the version are there.
     *
     * @return why they are missing, or empty
     * @throws IOException where a file cannot be written
     */
    Optional<String> fill() throws IOException {
        Path description = folder.resolve(PACKAGE_JSON);
        if (Files.exists(description)
                && Files.readString(description, StandardCharsets.UTF_8).contains("\"version\": \"" + VERSION + "\"")) {
            return Optional.empty();
        }
        Tree.delete(folder);
        Path fresh = Files.createTempDirectory("sioscope-client");
        try {
            Optional<String> failed = fetch(fresh);
            if (failed.isEmpty()) {
                keep(fresh.resolve("node_modules").resolve("socket.io"));
            }
            return failed;
        } finally {
            Tree.delete(fresh);
        }
    }

    private Optional<String> fetch(Path fresh) throws IOException {
        List<String> command = List.of(
                npm, "install", "--prefix", fresh.toString(), "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline",
                "--fetch-retries=0", "--fetch-timeout=20000", "socket.io@" + VERSION);
        return Program.failure("npm", "could not fetch socket.io " + VERSION, command, fresh);
    }

    /** The description comes last: it is what tells that all is there. */
    private void keep(Path from) throws IOException {
        Path files = Files.createDirectories(files());
        try (Stream<Path> list = Files.list(from.resolve(FILES))) {
            for (Path file : list.toList()) {
                Tree.copyIfNewer(file, files.resolve(String.valueOf(file.getFileName())));
            }
        }
        Tree.copyIfNewer(from.resolve(LICENCE), folder.resolve(LICENCE));
        Tree.copyIfNewer(from.resolve(PACKAGE_JSON), folder.resolve(PACKAGE_JSON));
    }
}
