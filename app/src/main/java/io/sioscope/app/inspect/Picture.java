package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import java.util.Optional;

/** What kind of picture some bytes are, by how they begin. */
public enum Picture {
    /** Portable network graphics. */
    PNG("89504e470d0a1a0a"),
    /** A photograph. */
    JPEG("ffd8ff"),
    /** Few colours, perhaps moving. */
    GIF("47494638"),
    /** A Windows bitmap. */
    BMP("424d");

    /** The largest picture that is shown, in bytes. */
    public static final int MOST_BYTES = 8_000_000;

    private final String start;

    Picture(String start) {
        this.start = start;
    }

    /** The kind of picture; empty where the bytes are none that can be shown. */
    public static Optional<Picture> of(Bytes bytes) {
        if (bytes.length() < 16 || bytes.length() > MOST_BYTES) {
            return Optional.empty();
        }
        String head = HexLines.start(bytes, 8).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        for (Picture picture : values()) {
            if (head.startsWith(picture.start)) {
                return Optional.of(picture);
            }
        }
        return Optional.empty();
    }
}
