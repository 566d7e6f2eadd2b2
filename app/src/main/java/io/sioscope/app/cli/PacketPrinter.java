package io.sioscope.app.cli;

import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.format.CaptureLineWriter;
import java.time.ZoneId;

/** Prints captured things as they come: as objects, or as lines for people. One thread. */
final class PacketPrinter {
    private final Output output;
    private final PacketText text;
    private final AckLine acks = new AckLine();

    PacketPrinter(Output output) {
        this.output = output;
        this.text = new PacketText(output.style(), ZoneId.systemDefault());
    }

    void print(Numbered numbered) {
        if (output.json()) {
            output.line(CaptureLineWriter.packet(numbered));
            acks.next(numbered).ifPresent(output::object);
        } else if (PacketText.isShown(numbered.entry())) {
            output.line(text.line(numbered));
        }
    }

    /** Prints a row of a capture, whatever it is. */
    void show(Numbered numbered) {
        output.line(output.json() ? CaptureLineWriter.packet(numbered) : text.line(numbered));
    }
}
