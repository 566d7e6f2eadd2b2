package io.sioscope.packaging.dist;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java runtime that the distribution carries: the JDK's and JavaFX's modules, no more than are used. */
final class JavaRuntime {

    /**
     * Roots. Beside what the class path needs by its byte code: {@code jdk.crypto.ec} and {@code java.naming} for TLS,
     * {@code jdk.zipfs} for resources in jars, {@code jdk.unsupported} for Netty, {@code jdk.localedata} for French dates and
     * numbers, {@code jdk.jfr} and {@code java.management} for Netty's allocator and figures of memory.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.sql",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.zipfs",
            "javafx.controls",
            "javafx.fxml");

    private final Path home;
    private final List<Path> javafx;

    /**
     * Prepares.
     *
     * @param home where it goes
     * @param javafx the jars of JavaFX, with those of this platform
     */
    JavaRuntime(Path home, List<Path> javafx) {
        this.home = home;
        this.javafx = javafx;
    }

    /** Links the runtime, unless the one that is there was made from the same JDK, the same jars and the same list. */
    void link() throws IOException {
        List<String> arguments = List.of(
                "--module-path",
                javafx.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en,fr",
                "--strip-debug",
                "--compress=zip-6",
                "--no-header-files",
                "--no-man-pages");
        String stamp = System.getProperty("java.vendor.version") + " " + System.getProperty("java.runtime.version") + "\n"
                + String.join("\n", arguments) + "\n";
        Path stampFile = home.resolve("linked-from");
        if (Files.exists(stampFile) && Files.readString(stampFile, StandardCharsets.UTF_8).equals(stamp)) {
            return;
        }
        Path fresh = home.resolveSibling("runtime-being-linked");
        Tree.delete(fresh);
        run(arguments, fresh);
        Files.writeString(fresh.resolve("linked-from"), stamp, StandardCharsets.UTF_8);
        Tree.delete(home);
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> arguments, Path output) throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("this JDK has no jlink: " + System.getProperty("java.home")));
        StringWriter said = new StringWriter();
        PrintWriter printer = new PrintWriter(said);
        List<String> all = Stream.concat(arguments.stream(), Stream.of("--output", output.toString())).toList();
        int code = jlink.run(printer, printer, all.toArray(String[]::new));
        printer.flush();
        if (code != 0) {
            throw new IOException("jlink failed: " + said);
        }
    }
}
