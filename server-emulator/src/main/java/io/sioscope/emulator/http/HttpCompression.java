package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Which answers to polls are compressed ({@code httpCompression} of the Node server). Pure; any thread.
 *
 * @param threshold from how many bytes on; 1024 in the reference
 */
public record HttpCompression(int threshold) {
    private static final List<String> CODINGS = List.of("gzip", "deflate");
    private static final Pattern WEIGHT = Pattern.compile("q=[0-9]+(\\.[0-9]*)?");

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

    /**
     * The coding that a client with this header likes best: by its weights, then what is named before {@code *}, then by the
     * header's order (npm negotiator, encoding.js).
     */
    static Optional<String> coding(String acceptEncoding) {
        String[] parts = acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1);
        return CODINGS.stream()
                .map(coding -> liking(coding, parts))
                .filter(liking -> liking.weight > 0)
                .min(Comparator.comparingDouble((Liking liking) -> -liking.weight)
                        .thenComparing(liking -> !liking.named)
                        .thenComparingInt(liking -> liking.place))
                .map(liking -> liking.coding);
    }

    /** How a client takes a coding: how gladly, from 0 for not at all to 1; by its name; and where in the header. */
    private record Liking(String coding, double weight, boolean named, int place) {}

    private static Liking liking(String coding, String[] parts) {
        Liking found = new Liking(coding, 0, false, parts.length);
        for (int place = 0; place < parts.length; place++) {
            String[] words = parts[place].strip().split("\\s*;\\s*", -1);
            boolean named = words[0].equals(coding);
            if (named || words[0].equals("*") && !found.named) {
                found = new Liking(coding, weight(words), named, place);
            }
        }
        return found;
    }

    private static double weight(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("q=")) {
                return WEIGHT.matcher(words[i]).matches() ? Double.parseDouble(words[i].substring(2)) : 0;
            }
        }
        return 1;
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
