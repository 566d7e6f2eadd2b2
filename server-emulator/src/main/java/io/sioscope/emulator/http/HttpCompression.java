package io.sioscope.emulator.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
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

    /** Those that are written here, in the reference's order. */
    static final List<String> CODINGS = List.of("gzip", "deflate");

    /** A compressed body and the name of its coding. */
    record Coded(String coding, Bytes body) {}

    /** The body compressed, if it is large enough and the client takes a coding that is known here. */
    Optional<Coded> apply(Bytes body, HttpHeaders asked) {
        if (body.length() < threshold) {
            return Optional.empty();
        }
        return AcceptEncoding.best(asked, CODINGS).map(coding -> new Coded(coding, compressed(body, coding)));
    }

    /** The body in one of {@link #CODINGS}. */
    static Bytes compressed(Bytes body, String coding) {
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
