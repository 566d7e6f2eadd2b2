package io.sioscope.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout that this test run belongs to. */
final class Sources {

    private static final List<String> MODULES =
            List.of("protocol", "server-emulator", "app", "packaging", "packaging/testing");

    private Sources() {}

    /** The top of the checkout. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("server-emulator")) && Files.isDirectory(at.resolve("protocol"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside a checkout: " + Path.of("").toAbsolutePath());
    }

    /** Every production source of every module. */
    static List<Path> production() {
        return files("src/main/java", ".java");
    }

    /** Every production resource whose name ends so. */
    static List<Path> resources(String ending) {
        return files("src/main/resources", ending);
    }

    /** Files below a folder of every module, sorted. */
    static List<Path> files(String folder, String ending) {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            Path start = root().resolve(module).resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> walk = Files.walk(start)) {
                    walk.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                            .sorted()
                            .forEach(found::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    /** Relative to the top of the checkout, with slashes. */
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
