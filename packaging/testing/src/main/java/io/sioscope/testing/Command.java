package io.sioscope.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Programs run to their end. Any thread. */
final class Command {

    private static final long MINUTES = 5;
    private static final int TAIL = 400;

    private Command() {}

    /** Runs a command to its end; answers the tail of what it printed where it failed, null where it did not. */
    static @Nullable String failure(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException notThere) {
            return String.valueOf(notThere.getMessage());
        }
        process.getOutputStream().close();
        StringBuffer output = new StringBuffer();
        Thread reader = Thread.ofVirtual().start(() -> drain(process.getInputStream(), output));
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return command.getFirst() + " did not end within " + MINUTES + " minutes";
        }
        reader.join(TimeUnit.SECONDS.toMillis(10));
        String said = output.toString().strip();
        return process.exitValue() == 0 ? null : said.substring(Math.max(0, said.length() - TAIL));
    }

    private static void drain(InputStream in, StringBuffer into) {
        try (in) {
            into.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException ended) {
            into.append(ended);
        }
    }
}
