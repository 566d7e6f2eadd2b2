package io.sioscope.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The npm packages of the peers: where they lie, and their installation. Any thread; processes are kept apart by a lock file. */
final class NodePackages {

    private NodePackages() {}

    /**
     * The folder of the peers, found by walking up from the working directory (Maven's is the module's folder).
     *
     * @return {@code packaging/peers} of this checkout
     * @throws IllegalStateException outside a checkout
     */
    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path peers = at.resolve("packaging").resolve("peers");
            if (Files.isRegularFile(peers.resolve("package-lock.json"))) {
                return peers;
            }
        }
        throw new IllegalStateException("packaging/peers is not above " + Path.of("").toAbsolutePath());
    }

    /**
     * Installs the packages unless they are those of the lock file.
     *
     * @return what is missing, or null when all is ready
     */
    static @Nullable String prepare() {
        try {
            String node = Command.failure(List.of("node", "--version"), Path.of("").toAbsolutePath());
            if (node != null) {
                return "Node.js does not start (" + node + "): install nodejs 18 or later and npm";
            }
            return install(folder());
        } catch (IOException e) {
            return "the peers' packages cannot be installed: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted while the peers' packages were being installed";
        }
    }

    private static @Nullable String install(Path peers) throws IOException, InterruptedException {
        Path target = Files.createDirectories(peers.resolve("target"));
        try (FileChannel channel = FileChannel.open(
                        target.resolve("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Path modules = peers.resolve("node_modules");
            Path stamp = modules.resolve(".sioscope-stamp");
            byte[] wanted = Files.readAllBytes(peers.resolve("package-lock.json"));
            if (lock.isValid() && Files.exists(stamp) && Files.mismatch(stamp, peers.resolve("package-lock.json")) < 0) {
                return null;
            }
            String failed = Command.failure(List.of(npm(), "ci", "--no-audit", "--no-fund"), peers);
            if (failed != null) {
                return "npm ci failed in packaging/peers (" + failed + "): install npm, or connect to a registry once";
            }
            Files.write(stamp, wanted);
            return null;
        }
    }

    private static String npm() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win") ? "npm.cmd" : "npm";
    }
}
