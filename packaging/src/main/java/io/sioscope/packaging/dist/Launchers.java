package io.sioscope.packaging.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The scripts that start the program, made executable where the file system knows such a thing. */
final class Launchers {

    private final Path source;
    private final Path target;

    /**
     * Prepares.
     *
     * @param source the folder that they are kept in
     * @param target the distribution's {@code bin}
     */
    Launchers(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** Copies all of them. */
    void copy() throws IOException {
        Files.createDirectories(target);
        List<Path> scripts;
        try (Stream<Path> list = Files.list(source)) {
            scripts = list.toList();
        }
        for (Path script : scripts) {
            Path copy = target.resolve(script.getFileName());
            Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
            if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
