package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;

/** Decides whether a namespace that nobody has named may come to be. Runs on an event loop and must not block. */
@FunctionalInterface
public interface NamespaceMatch {
    /**
     * Whether the name is one of this family.
     *
     * @param name with its slash
     * @param auth what the client sent with its wish; an empty object where nothing was sent
     */
    boolean accepts(String name, JsonNode auth);
}
