package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as peers write it: the Java client breaks its lines and ends the last one, others take the alphabet that fits into
 * a URL, and the reference reads all that (Node's Buffer). Pure; safe on any thread.
 */
final class PacketBase64 {
    private PacketBase64() {}

    /**
     * Decodes {@code text}; blanks mean nothing, {@code -} and {@code _} stand for {@code +} and {@code /}. Anything else,
     * which the reference passes over and so garbles, is refused.
     *
     * @throws IllegalArgumentException if it is no base64
     */
    static Bytes decode(Bytes text) {
        byte[] octets = text.toArray();
        int length = 0;
        for (byte octet : octets) {
            switch (octet) {
                case ' ', '\t', '\r', '\n' -> {}
                case '-' -> octets[length++] = '+';
                case '_' -> octets[length++] = '/';
                default -> octets[length++] = octet;
            }
        }
        return Bytes.wrap(Base64.getDecoder().decode(length == octets.length ? octets : Arrays.copyOf(octets, length)));
    }
}
