package io.sioscope.protocol.session;

import io.sioscope.protocol.socketio.Arguments;
import java.util.function.Consumer;

/** Gives the payload of each CONNECT packet. Called on the session's thread, once for every one that is to be sent. */
@FunctionalInterface
public interface ClientAuth {
    /** Calls {@code give} on the session's thread, now or later; nothing is sent before, and a second call does nothing. */
    void provide(Consumer<Arguments> give);

    /** The same payload each time. */
    static ClientAuth of(Arguments payload) {
        return give -> give.accept(payload);
    }
}
