package io.sioscope.packaging.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The folder of jars. {@code sioscope.jar} holds a manifest alone: the main class, and the others in the order of the class
 * path. So the launchers stay short and the order is the same on every machine.
 */
final class Library {

    private static final String MAIN_JAR = "sioscope.jar";
    private static final String MAIN_CLASS = "io.sioscope.app.Launcher";

    private final Path folder;
    private final List<Path> jars;

    /**
     * Prepares.
     *
     * @param folder where they go
     * @param jars in the order of the class path
     */
    Library(Path folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
    }

    /** Copies what is new, deletes what is no longer used, and writes the manifest. */
    void fill() throws IOException {
        Files.createDirectories(folder);
        Set<String> names = jars.stream().map(Library::name).collect(Collectors.toSet());
        List<Path> there;
        try (Stream<Path> list = Files.list(folder)) {
            there = list.toList();
        }
        for (Path file : there) {
            if (name(file).endsWith(".jar") && !names.contains(name(file))) {
                Files.delete(file);
            }
        }
        for (Path jar : jars) {
            Tree.copyIfNewer(jar, folder.resolve(name(jar)));
        }
        writeMainJar();
    }

    private void writeMainJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, MAIN_CLASS);
        attributes.put(Attributes.Name.CLASS_PATH, jars.stream().map(Library::name).collect(Collectors.joining(" ")));
        Path file = folder.resolve(MAIN_JAR);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setTimeLocal(LocalDateTime.of(2026, 11, 23, 0, 0));
            jar.putNextEntry(entry);
            manifest.write(jar);
            jar.closeEntry();
        }
        // The same content has the same time, or a cache made for it would be refused.
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
