package io.sioscope.packaging.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The virtual machine's cache of loaded and linked classes, which makes the start about three times as quick. The program is
 * started once without a display, shows its window to nobody, and is asked to end; on its way out the virtual machine writes down
 * what was loaded. The launcher uses the file where there is one: a build in which this fails is slower to start, nothing else.
 */
final class StartupCache {

    private static final String CACHE = "startup.aot";
    private static final String STAMP = "startup.made-from";
    private static final long SHOW_SECONDS = 8;
    private static final long WRITE_SECONDS = 120;

    private final Path home;

    /**
     * Prepares.
     *
     * @param home the distribution, with everything else in place
     */
    StartupCache(Path home) {
        this.home = home;
    }

    /**
     * Makes the cache unless the one that is there belongs to these very files.
     *
     * @param wanted false: only take away one that no longer fits
     */
    void make(boolean wanted) throws IOException {
        Path stampFile = home.resolve("lib").resolve(STAMP);
        Path cache = home.resolve("lib").resolve(CACHE);
        String stamp = stamp();
        boolean fits = Files.exists(stampFile)
                && Files.readString(stampFile, StandardCharsets.UTF_8).equals(stamp);
        if (fits) {
            return;
        }
        Files.deleteIfExists(cache);
        Files.deleteIfExists(stampFile);
        if (wanted && train(cache)) {
            Files.writeString(stampFile, stamp, StandardCharsets.UTF_8);
        }
    }

    /** Whatever the virtual machine compares, and the launcher's options. */
    private String stamp() throws IOException {
        StringBuilder stamp = new StringBuilder(Files.readString(home.resolve("runtime/linked-from"), StandardCharsets.UTF_8));
        stamp.append(Files.readString(home.resolve("bin/sioscope"), StandardCharsets.UTF_8));
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                stamp.append(jar.getFileName()).append(' ');
                stamp.append(Files.size(jar)).append(' ');
                stamp.append(Files.getLastModifiedTime(jar)).append('\n');
            }
        }
        return stamp.toString();
    }

    private boolean train(Path cache) throws IOException {
        Path scratch = Files.createTempDirectory("sioscope-training");
        try {
            // The cache's name is relative to the working folder: a blank in a path would part the options.
            ProcessBuilder builder = new ProcessBuilder(List.of(home.resolve("bin/sioscope").toString()))
                    .directory(home.resolve("lib").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(scratch.resolve("training.log").toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Map<String, String> environment = builder.environment();
            environment.remove("DISPLAY");
            environment.remove("WAYLAND_DISPLAY");
            environment.put("SIOSCOPE_STATE", scratch.resolve("state").toString());
            environment.put(
                    "SIOSCOPE_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + CACHE + " -Dglass.platform=Headless -Dprism.order=sw");
            end(builder.start());
        } catch (IOException e) {
            System.err.println("sioscope: no startup cache: " + e.getMessage());
        } finally {
            Tree.delete(scratch);
        }
        return Files.exists(cache);
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(SHOW_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
            if (!process.waitFor(WRITE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
