package io.sioscope.packaging.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Assembles {@code packaging/target/sioscope}: {@code runtime/}, {@code lib/}, {@code bin/}, {@code client/} and the licence.
 *
 * <p>Arguments: the file that holds the run-time class path, the folder of the launchers, the licence, the folder to fill,
 * and whether to make the cache for a quick start.
 * What is up to date is left alone, so that a second run takes a moment.
 */
public final class Distribution {
    /** How the lines begin by which {@code packaging/run} finds them. */
    private static final String CLIENT_MISSING = "no JavaScript client in the distribution: ";

    private static final String BROTLI_MISSING = "no Brotli of the JavaScript client in the distribution: ";

    private Distribution() {}

    /**
     * Runs the step.
     *
     * @param args see the class
     * @throws IOException where a file cannot be read or written, or the runtime cannot be linked
     */
    public static void main(String[] args) throws IOException {
        List<Path> jars = classPath(Path.of(args[0]));
        Path launchers = Path.of(args[1]);
        Path licence = Path.of(args[2]);
        Path home = Path.of(args[3]);
        Files.createDirectories(home);

        // The JavaFX jars are modules and go into the runtime. Each comes twice: the one without a platform in its name is empty.
        List<Path> javafx = jars.stream()
                .filter(jar -> name(jar).matches("javafx-[a-z]+-[0-9.]+-[a-z].*"))
                .toList();
        List<Path> others = jars.stream().filter(jar -> !name(jar).startsWith("javafx-")).toList();

        new JavaRuntime(home.resolve("runtime"), javafx).link();
        new Library(home.resolve("lib"), others).fill();
        new Launchers(launchers, home.resolve("bin")).copy();
        Tree.copyIfNewer(licence, home.resolve("LICENSE"));
        fillClient(home.resolve("client"));

        boolean posix = Files.getFileStore(home).supportsFileAttributeView("posix");
        new StartupCache(home).make(posix && Boolean.parseBoolean(args[4]));
    }

    private static void fillClient(Path folder) throws IOException {
        ClientPackage client = new ClientPackage(folder, ClientPackage.npm());
        Optional<String> missing = client.fill();
        if (missing.isPresent()) {
            System.out.println(CLIENT_MISSING + missing.get() + "; hosts answer those who ask for it with a sentence");
            return;
        }
        new BrotliFiles(client.files(), "node")
                .fill()
                .ifPresent(why -> System.out.println(BROTLI_MISSING + why + "; pages get it in gzip"));
    }

    private static List<Path> classPath(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        return Arrays.stream(text.split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .toList();
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }
}
