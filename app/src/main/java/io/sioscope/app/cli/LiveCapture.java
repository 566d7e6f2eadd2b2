package io.sioscope.app.cli;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.Recorder;
import io.sioscope.app.workbench.Explain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * The traffic of a running command: recorded to a file where one is asked for, and handed to the command's thread to be
 * printed. When printing is too slow the capture thread waits, and then the hub leaves things out and says so.
 */
final class LiveCapture implements AutoCloseable {
    private static final int WAITING = 4_096;

    private final Hub hub;
    private final BlockingQueue<Numbered> printable = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean deaf;

    private LiveCapture(Recorder recorder) {
        this.hub = new Hub(recorder);
        hub.listen(this::heard);
    }

    /**
     * Begins.
     *
     * @param file the native capture to write; empty to keep nothing
     * @throws CliFailure if the file cannot be made
     */
    static LiveCapture open(Optional<Path> file, Explain explain) {
        if (file.isEmpty()) {
            return new LiveCapture(Recorder.keepingNothing());
        }
        try {
            return new LiveCapture(CaptureFile.create(file.get()));
        } catch (IOException | SecurityException refused) {
            throw new CliFailure(ExitCode.FAILED, explain.unwritable(file.get(), refused));
        }
    }

    /** Where the sessions tell their packets. */
    Hub hub() {
        return hub;
    }

    /** Hands over what has been recorded and not yet handed over. */
    void drain(Consumer<Numbered> printer) {
        for (Numbered next = printable.poll(); next != null; next = printable.poll()) {
            printer.accept(next);
        }
    }

    /** Records and hands over what still waits, and ends the recording. Nothing may be told afterwards. */
    void finish(Consumer<Numbered> printer) {
        Thread ending = Thread.ofPlatform().daemon().name("capture-end").start(hub::close);
        while (ending.isAlive()) {
            drain(printer);
            try {
                ending.join(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        drain(printer);
    }

    private void heard(Numbered row) {
        try {
            if (!deaf) {
                printable.put(row);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the recording without printing more. */
    @Override
    public void close() {
        deaf = true;
        printable.clear();
        hub.close();
    }
}
