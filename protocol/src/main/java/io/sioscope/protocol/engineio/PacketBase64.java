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
     * Decodes {@code text}; line ends mean nothing, all else must be standard base64.
     *
     * @throws IllegalArgumentException if it is not
     */
    static Bytes decode(Bytes text) {
        byte[] octets = text.toArray();
        int length = 0;
        for (byte octet : octets) {
            if (octet != '\r' && octet != '\n') {
                octets[length++] = octet;
            }
        }
        return Bytes.wrap(Base64.getDecoder().decode(length == octets.length ? octets : Arrays.copyOf(octets, length)));
    }
}
