package io.sioscope.app.cli;

import io.sioscope.app.capture.Numbered;
import java.time.ZoneId;

/** Prints captured things as they come: as objects, or as lines for people. One thread. */
final class PacketPrinter {
    private final Output output;
    private final PacketText text;
    private final PacketJson json = new PacketJson();
    private final AckLine acks = new AckLine();

    PacketPrinter(Output output) {
        this.output = output;
        this.text = new PacketText(output.style(), ZoneId.systemDefault());
    }

    void print(Numbered numbered) {
        if (output.json()) {
            output.line(json.line(numbered));
            acks.next(numbered).ifPresent(output::object);
        } else if (PacketText.isShown(numbered.entry())) {
            output.line(text.line(numbered));
        }
    }

    /** The time at the start of a line of people's words. */
    String time(long timeNanos) {
        return text.time(timeNanos);
    }
}
