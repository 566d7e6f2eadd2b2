package io.sioscope.emulator.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Ids that nobody guesses: 12 bytes of a secure generator and a counter of 3, as 20 characters of URL-safe base64, the
 * reference's form. Any thread.
 */
public final class RandomIds implements Supplier<String> {
    private static final int RANDOM = 12;

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger counter = new AtomicInteger();

    @Override
    public String get() {
        byte[] id = new byte[RANDOM + 3];
        random.nextBytes(id);
        int count = counter.getAndIncrement();
        id[RANDOM] = (byte) (count >> 16);
        id[RANDOM + 1] = (byte) (count >> 8);
        id[RANDOM + 2] = (byte) count;
        return Base64.getUrlEncoder().encodeToString(id);
    }
}
