package io.sioscope.app.capture;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Remembers for each id whether it matches, so that a name is compared once and not in every row. Belongs to one thread. */
final class Verdicts {
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final IntPredicate test;
    private byte[] known = new byte[64];

    Verdicts(IntPredicate test) {
        this.test = test;
    }

    boolean of(int id) {
        if (id >= known.length) {
            known = Arrays.copyOf(known, Math.max(id + 1, known.length * 2));
        }
        if (known[id] == 0) {
            known[id] = test.test(id) ? YES : NO;
        }
        return known[id] == YES;
    }
}
