package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import java.util.Optional;

/**
 * What the first bytes say of an image, without decoding it.
 *
 * @param format which
 * @param width in pixels; 0 where the header breaks off
 * @param height in pixels; 0 where the header breaks off
 */
public record ImageHeader(Format format, int width, int height) {

    /** The formats that can be shown. */
    public enum Format {
        /** Portable Network Graphics. */
        PNG,
        /** JPEG. */
        JPEG,
        /** Graphics Interchange Format. */
        GIF,
        /** Windows bitmap. */
        BMP
    }

    private static final int MOST_SEGMENTS = 1_000;

    /**
     * Looks at the first bytes.
     *
     * @param bytes any
     * @return empty where they are of no image that is known here
     */
    public static Optional<ImageHeader> of(Bytes bytes) {
        if (starts(bytes, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(sized(Format.PNG, big(bytes, 16, 4), big(bytes, 20, 4)));
        }
        if (starts(bytes, 'G', 'I', 'F', '8')) {
            return Optional.of(sized(Format.GIF, little(bytes, 6, 2), little(bytes, 8, 2)));
        }
        if (starts(bytes, 'B', 'M') && bytes.length() >= 26) {
            return Optional.of(sized(Format.BMP, little(bytes, 18, 4), Math.abs(little(bytes, 22, 4))));
        }
        return starts(bytes, 0xff, 0xd8, 0xff) ? Optional.of(jpeg(bytes)) : Optional.empty();
    }

    private static ImageHeader sized(Format format, int width, int height) {
        return width <= 0 || height <= 0 ? new ImageHeader(format, 0, 0) : new ImageHeader(format, width, height);
    }

    /** Walks over the segments to the one that tells the size. */
    private static ImageHeader jpeg(Bytes bytes) {
        int at = 2;
        for (int i = 0; i < MOST_SEGMENTS && at + 9 <= bytes.length(); i++) {
            int marker = bytes.at(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if ((bytes.at(at) & 0xff) != 0xff) {
                break;
            }
            if (frame) {
                return sized(Format.JPEG, big(bytes, at + 7, 2), big(bytes, at + 5, 2));
            }
            at += 2 + Math.max(2, big(bytes, at + 2, 2));
        }
        return new ImageHeader(Format.JPEG, 0, 0);
    }

    private static boolean starts(Bytes bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length() || (bytes.at(i) & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static int big(Bytes bytes, int at, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | (at + i < bytes.length() ? bytes.at(at + i) & 0xff : 0);
        }
        return value;
    }

    private static int little(Bytes bytes, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (at + i < bytes.length() ? bytes.at(at + i) & 0xff : 0);
        }
        return value;
    }
}
