package io.sioscope.emulator.server;

import io.sioscope.protocol.session.CloseReason;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A socket's way from new through connected to its end, and who wants to hear of the end. Any thread. */
final class SocketLife {
    private List<Consumer<CloseReason>> disconnecting = List.of();
    private List<Consumer<CloseReason>> disconnect = List.of();
    private @Nullable CloseReason leaving;
    private @Nullable CloseReason left;
    private volatile boolean connected;
    private volatile boolean ended;

    boolean isConnected() {
        return connected;
    }

    boolean isEnded() {
        return ended;
    }

    void connect() {
        connected = true;
    }

    /** Returns the reason if it is too late; then the caller runs the handler itself. */
    synchronized @Nullable CloseReason onDisconnecting(Consumer<CloseReason> handler) {
        if (leaving == null) {
            disconnecting = CopiedLists.append(disconnecting, handler);
        }
        return leaving;
    }

    /** As {@link #onDisconnecting}. */
    synchronized @Nullable CloseReason onDisconnect(Consumer<CloseReason> handler) {
        if (left == null) {
            disconnect = CopiedLists.append(disconnect, handler);
        }
        return left;
    }

    synchronized List<Consumer<CloseReason>> leave(CloseReason reason) {
        leaving = reason;
        return disconnecting;
    }

    /** The socket is no longer connected. */
    void end() {
        connected = false;
        ended = true;
    }

    synchronized List<Consumer<CloseReason>> left(CloseReason reason) {
        left = reason;
        return disconnect;
    }
}
