package io.sioscope.app.workbench;

import java.nio.file.Path;

/** One argument of an event as a person composes it. Immutable values; {@link ArgumentDrafts} turns them into arguments. */
public sealed interface ArgumentDraft {
    /** JSON text: exactly one value. */
    record Json(String text) implements ArgumentDraft {}

    /** Plain text, sent as a JSON string. */
    record Text(String text) implements ArgumentDraft {}

    /** Binary as pairs of hexadecimal digits; blanks, line breaks, commas and {@code 0x} between pairs are passed over. */
    record Hex(String text) implements ArgumentDraft {}

    /** Binary as base64, usual or URL alphabet, with or without padding; blanks and line breaks are passed over. */
    record Base64(String text) implements ArgumentDraft {}

    /** Binary: the bytes of a file, read when the event is sent. */
    record File(Path path) implements ArgumentDraft {}
}
