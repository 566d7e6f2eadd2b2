package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalCursor;
import io.sioscope.app.capture.format.CaptureLineWriter;
import java.io.IOException;
import java.util.List;

/** Packets as text for the clipboard: a line of a JSON Lines capture each. Belongs on a worker. */
final class RowCopy {

    /** How many packets are copied at most; more are better exported. */
    static final int MOST = 20_000;

    /** How many characters are copied at most. */
    private static final int MOST_CHARACTERS = 64_000_000;

    private final Journal journal;

    RowCopy(Journal journal) {
        this.journal = journal;
    }

    /** What was made of the packets; {@code packets} are fewer than asked where the text would be too long. */
    record Copied(String text, int packets) {}

    /**
     * Reads the packets.
     *
     * @param numbers in their order
     * @throws IOException if the recording cannot be read
     * @throws InterruptedException if it was called off
     */
    Copied lines(List<Long> numbers) throws IOException, InterruptedException {
        JournalCursor cursor = new JournalCursor(journal);
        StringBuilder text = new StringBuilder();
        int packets = 0;
        for (long number : numbers) {
            if (Thread.interrupted()) {
                throw new InterruptedException("copying was called off");
            }
            String line = CaptureLineWriter.line(cursor.read(number));
            if (packets > 0 && text.length() + line.length() > MOST_CHARACTERS) {
                break;
            }
            text.append(line).append('\n');
            packets++;
        }
        return new Copied(text.toString(), packets);
    }
}
