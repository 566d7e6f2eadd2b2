package io.sioscope.app.cli;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.Recorder;
import io.sioscope.app.workbench.Explain;
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
    private final Optional<CaptureTarget> target;
    private final BlockingQueue<Numbered> printable = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean deaf;
    private boolean finished;

    private LiveCapture(Optional<CaptureTarget> target) {
        this.target = target;
        this.hub = new Hub(target.<Recorder>map(CaptureTarget::writer).orElseGet(Recorder::keepingNothing));
        hub.listen(this::heard);
    }

    /**
     * Begins.
     *
     * @param file the capture to write; empty to keep nothing
     * @throws CliFailure if the file cannot be made
     */
    static LiveCapture open(Optional<Path> file, Explain explain) {
        return new LiveCapture(file.map(path -> CaptureTarget.make(path, explain)));
    }

    /** Where the sessions tell their packets. */
    Hub hub() {
        return hub;
    }

    /** What was to be captured has begun: from now on a former file of the name is gone. */
    void keep() {
        target.ifPresent(CaptureTarget::keep);
    }

    /** Hands over what has been recorded and not yet handed over. */
    void drain(Consumer<Numbered> printer) {
        for (Numbered next = printable.poll(); next != null; next = printable.poll()) {
            printer.accept(next);
        }
    }

    /**
     * Records and hands over what still waits, and ends the recording. Nothing may be told afterwards.
     *
     * @throws CliFailure if the file could not be completed
     */
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
        finished = true;
        target.ifPresent(CaptureTarget::complete);
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

    /** Ends the recording; where it did not come to {@link #finish}, as if it had never begun. */
    @Override
    public void close() {
        deaf = true;
        printable.clear();
        hub.close();
        if (!finished) {
            target.ifPresent(CaptureTarget::discard);
        }
    }
}
