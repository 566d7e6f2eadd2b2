package io.sioscope.emulator.server;

import java.util.Set;

/** Which namespaces a client may ask for; others are refused with {@code Invalid namespace}. */
public sealed interface NamespacePolicy {
    /** Those that the application has named with {@link SioServer#of}, as in the reference. */
    record Declared() implements NamespacePolicy {}

    /**
     * Any: a namespace comes to be when first asked for.
     *
     * @param limit how many namespaces there may be in all
     */
    record Any(int limit) implements NamespacePolicy {}

    /** Exactly these; they exist from the start. */
    record Only(Set<String> names) implements NamespacePolicy {
        /** Keeps a copy of the set. */
        public Only {
            names = Set.copyOf(names);
        }
    }

    /** Those that the application has named. */
    static NamespacePolicy declared() {
        return new Declared();
    }

    /** Any, up to 1000 in all. */
    static NamespacePolicy any() {
        return new Any(1_000);
    }

    /** Exactly these. */
    static NamespacePolicy only(String... names) {
        return new Only(Set.of(names));
    }
}
