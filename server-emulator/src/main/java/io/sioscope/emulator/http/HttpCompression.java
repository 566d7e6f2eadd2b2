package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Which answers to polls are compressed ({@code httpCompression} of the Node server). Pure; any thread.
 *
 * @param threshold from how many bytes on; 1024 in the reference
 */
public record HttpCompression(int threshold) {
    /** The reference's. */
    public static final HttpCompression DEFAULT = new HttpCompression(1_024);

    /** A compressed body and the name of its coding. */
    record Coded(String coding, Bytes body) {}

    /** The body compressed, if it is large enough and the client takes a coding that is known here. */
    Optional<Coded> apply(Bytes body, String acceptEncoding) {
        if (body.length() < threshold) {
            return Optional.empty();
        }
        return coding(acceptEncoding).map(coding -> new Coded(coding, compressed(body, coding)));
    }

    /** The best coding of those that a client with this header takes. */
    static Optional<String> coding(String acceptEncoding) {
        if (accepts(acceptEncoding, "gzip")) {
            return Optional.of("gzip");
        }
        return accepts(acceptEncoding, "deflate") ? Optional.of("deflate") : Optional.empty();
    }

    /** Whether a client that sends this header takes a coding. */
    static boolean accepts(String header, String coding) {
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] words = part.strip().split("\\s*;\\s*", -1);
            boolean refused = words.length > 1 && words[1].matches("q=0(\\.0*)?");
            if ((words[0].equals(coding) || words[0].equals("*")) && !refused) {
                return true;
            }
        }
        return false;
    }

    private static Bytes compressed(Bytes body, String coding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length() / 2);
        try (OutputStream compressing =
                coding.equals("gzip") ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            body.writeTo(compressing);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return Bytes.wrap(out.toByteArray());
    }
}
