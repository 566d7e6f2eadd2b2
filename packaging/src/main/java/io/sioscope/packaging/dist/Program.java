package io.sioscope.packaging.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program that the build may have to do without. */
final class Program {
    private static final long PATIENCE_SECONDS = 60;

    private Program() {}

    /**
     * Runs a command to its end; what it prints is left out.
     *
     * @param name what it is called in the answer
     * @param task what it could not do, as in {@code could not fetch socket.io}
     * @param folder where it runs
     * @return why it failed, or empty
     * @throws IOException where its input cannot be closed
     */
    static Optional<String> failure(String name, String task, List<String> command, Path folder) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            return Optional.of(name + " was not found");
        }
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.of(name + " did not end within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Optional.of("the build was interrupted");
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of(name + " " + task + " (exit code " + process.exitValue() + ")");
    }
}
