package io.sioscope.packaging.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a folder in Brotli as well, each beside the plain one with {@code .br} behind its name. Java has no writer for
 * Brotli; Node has one. Where it is missing, the distribution does without, and pages get gzip.
 */
final class BrotliFiles {
    private static final String ENDING = ".br";
    private static final String PART = ".part";

    /** A file is written under another name first: a build that is broken off leaves no half of one. */
    private static final String SCRIPT = """
            const fs = require('node:fs');
            const { brotliCompressSync } = require('node:zlib');
            for (const file of process.argv.slice(1)) {
              fs.writeFileSync(file + '.part', brotliCompressSync(fs.readFileSync(file)));
              fs.renameSync(file + '.part', file + '.br');
            }
            """;

    private final Path folder;
    private final String node;

    /**
     * Prepares.
     *
     * @param folder the files
     * @param node the program that compresses them
     */
    BrotliFiles(Path folder, String node) {
        this.folder = folder;
        this.node = node;
    }

    /**
     * Writes those that are missing.
     *
     * @return why they are missing still, or empty
     * @throws IOException where the folder cannot be read
     */
    Optional<String> fill() throws IOException {
        List<String> missing;
        try (Stream<Path> files = Files.list(folder)) {
            missing = files.map(Path::toString)
                    .filter(file -> !file.endsWith(ENDING) && !file.endsWith(PART) && !Files.exists(Path.of(file + ENDING)))
                    .sorted()
                    .toList();
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Program.failure(
                        "Node",
                        "could not compress them",
                        Stream.concat(Stream.of(node, "-e", SCRIPT, "--"), missing.stream()).toList(),
                        folder);
    }
}
