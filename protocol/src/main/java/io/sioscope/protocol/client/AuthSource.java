package io.sioscope.protocol.client;

import java.util.function.Consumer;

/**
 * Computes the payload of a CONNECT packet, anew at every attempt: the reference's {@code auth: (cb) => cb({…})}. Called on the
 * client's event loop; must not block.
 */
@FunctionalInterface
public interface AuthSource {
    /**
     * Calls {@code give} once, now or later, on any thread, with anything that Jackson can write as JSON; the namespace is
     * asked for then. It throws {@link IllegalArgumentException} for what cannot be written. A payload that comes when the
     * connection has ended since is not used.
     */
    void provide(Consumer<Object> give);
}
