package io.sioscope.app.workbench;

import io.sioscope.protocol.Bytes;
import java.nio.file.Path;
import java.util.List;

/** One argument of an event as a person composes it. Immutable values; {@link ArgumentDrafts} turns them into arguments. */
public sealed interface ArgumentDraft {
    /**
     * JSON text: exactly one value.
     *
     * @param attachments the bytes that stand where the text has a placeholder with their number, as on the wire
     */
    record Json(String text, List<Bytes> attachments) implements ArgumentDraft {
        /** Keeps a copy of the list. */
        public Json {
            attachments = List.copyOf(attachments);
        }

        /** One without anything binary. */
        public Json(String text) {
            this(text, List.of());
        }
    }

    /** Plain text, sent as a JSON string. */
    record Text(String text) implements ArgumentDraft {}

    /** Binary as pairs of hexadecimal digits; blanks, line breaks, commas and {@code 0x} between pairs are passed over. */
    record Hex(String text) implements ArgumentDraft {}

    /** Binary as base64, usual or URL alphabet, with or without padding; blanks and line breaks are passed over. */
    record Base64(String text) implements ArgumentDraft {}

    /** Binary: the bytes of a file, read when the event is sent. */
    record File(Path path) implements ArgumentDraft {}
}
