package io.sioscope.emulator.http;

import io.sioscope.protocol.session.ServerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a WebSocket whose peer reads too slowly. It is kept as messages, which the receivers of a broadcast share: the
 * channel would keep a copy for each. On the session's loop.
 */
final class Backlog {
    /** What a message costs beside its own bytes: without it, a great many small ones would count as next to nothing. */
    private static final int OVERHEAD = 64;

    /** Nothing ever waits for most peers. */
    private @Nullable Deque<ServerMessage> messages;

    private final long limit;
    private long bytes;

    /** Takes no more once {@code limit} bytes wait. */
    Backlog(long limit) {
        this.limit = limit;
    }

    boolean isEmpty() {
        return messages == null || messages.isEmpty();
    }

    /** Takes a message; false if too much waits already. */
    boolean add(ServerMessage message) {
        if (bytes > limit) {
            return false;
        }
        if (messages == null) {
            messages = new ArrayDeque<>();
        }
        messages.add(message);
        bytes += message.size() + OVERHEAD;
        return true;
    }

    /** The oldest message, or null. */
    @Nullable ServerMessage poll() {
        ServerMessage message = messages == null ? null : messages.poll();
        if (message != null) {
            bytes -= message.size() + OVERHEAD;
        }
        return message;
    }

    void clear() {
        messages = null;
        bytes = 0;
    }
}
