package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * A family of namespaces that come to be when a client first asks for one ({@code io.of} with a pattern or a function). What
 * is installed here before that is theirs too. Any thread.
 */
public interface ParentNamespace {
    /** As {@link Namespace#onConnection}, for each child made from now on. */
    ParentNamespace onConnection(Consumer<ServerSocket> handler);

    /** As {@link Namespace#use}, for each child made from now on. */
    ParentNamespace use(Middleware middleware);

    /** The namespaces of the family that there are now. */
    Collection<Namespace> children();

    /** Sends an event to every socket of every child; values as {@link Arguments#of} takes them. */
    default void emit(String event, Object... values) {
        Arguments arguments = Arguments.of(values);
        children().forEach(child -> child.emit(event, arguments));
    }
}
