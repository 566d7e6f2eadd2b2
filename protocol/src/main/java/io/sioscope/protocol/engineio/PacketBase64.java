package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as peers write it: the Java client breaks its lines and ends the last one, which the reference reads over. Pure;
 * safe on any thread.
 */
final class PacketBase64 {
    private PacketBase64() {}

    /**
     * Decodes {@code text}; line ends mean nothing, all else must be base64 of the standard alphabet or that of URLs.
     *
     * @throws IllegalArgumentException if it is not
     */
    static Bytes decode(Bytes text) {
        byte[] octets = text.toArray();
        int length = 0;
        for (byte octet : octets) {
            if (octet != '\r' && octet != '\n') {
                octets[length++] = standard(octet);
            }
        }
        return Bytes.wrap(Base64.getDecoder().decode(length == octets.length ? octets : Arrays.copyOf(octets, length)));
    }

    private static byte standard(byte octet) {
        return switch (octet) {
            case '-' -> '+';
            case '_' -> '/';
            default -> octet;
        };
    }
}
