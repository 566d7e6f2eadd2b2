package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Numbered;
import io.sioscope.app.capture.Row;
import io.sioscope.app.capture.format.CaptureLineWriter;
import io.sioscope.app.inspect.EventParts;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.JavaScript;
import io.sioscope.app.inspect.JsonText;
import io.sioscope.protocol.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which a whole packet can be copied. Making one may take as long as the packet is: work for a worker. */
public enum CopyForm {
    /** The arguments as JSON in lines. */
    JSON,
    /** The arguments as JSON on one line. */
    COMPACT,
    /** A client's {@code socket.emit(…)}, or {@code socket.on(…)} for what it gets. */
    JAVASCRIPT,
    /** The packet as it stood on the wire. */
    RAW,
    /** A line of a JSON Lines capture. */
    LINE;

    /** Whether the packet has this form. */
    boolean fits(Inspected shown) {
        Inspection packet = shown.packet();
        return switch (this) {
            case JSON, COMPACT -> packet.hasArguments();
            case JAVASCRIPT -> packet.entry().kind().equals("event") && !packet.entry().body().omitted();
            case RAW -> !packet.entry().body().raw().isEmpty() || !packet.rawText().isEmpty();
            case LINE -> true;
        };
    }

    /** The text. */
    String of(Inspected shown) {
        Inspection packet = shown.packet();
        return switch (this) {
            case JSON -> JsonText.pretty(packet.wholeText());
            case COMPACT -> JsonText.compact(packet.wholeText());
            case JAVASCRIPT -> javaScript(shown);
            case RAW -> packet.rawText();
            case LINE -> line(shown);
        };
    }

    private static String javaScript(Inspected shown) {
        Optional<EventParts> event = EventParts.of(shown.packet().entry());
        if (event.isEmpty()) {
            return "";
        }
        Inspection other = shown.other();
        @Nullable EventParts answer = other == null ? null : EventParts.of(other.entry()).orElse(null);
        boolean asks = shown.packet().entry().asksForAck();
        return shown.row().direction() == Direction.TO_SERVER
                ? JavaScript.emit(event.get(), asks, answer)
                : JavaScript.on(event.get(), asks, answer);
    }

    private static String line(Inspected shown) {
        Row row = shown.row();
        boolean answers = shown.packet().entry().isAck();
        return CaptureLineWriter.line(new Numbered(
                row.n(), shown.packet().entry(), answers ? row.pairs() : 0, answers ? row.latencyNanos() : -1));
    }
}
