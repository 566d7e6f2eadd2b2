package io.sioscope.app.capture.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a capture can be, known by their ending. */
public enum CaptureFormat {
    /** The native format. */
    SIOCAP(".siocap"),
    /** One JSON object a line. */
    JSONL(".jsonl"),
    /** HTTP Archive 1.2 with WebSocket messages as Chrome writes them. */
    HAR(".har");

    private final String ending;

    CaptureFormat(String ending) {
        this.ending = ending;
    }

    /** The ending of such a file's name, with the dot. */
    public String ending() {
        return ending;
    }

    /** The format of a file by its ending, whatever the case. */
    public static Optional<CaptureFormat> of(Path file) {
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        for (CaptureFormat format : values()) {
            if (lower.endsWith(format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
