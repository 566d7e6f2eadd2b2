package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A socket of this process or another, as it was when it was asked for ({@code RemoteSocket} of the reference). What is done to
 * it goes through the namespace's adapter. Any thread.
 *
 * @param namespace the namespace, on this server
 * @param id the socket's id
 * @param handshake how the socket came
 * @param rooms the rooms that it was in
 * @param data what the application kept with it
 */
public record RemoteSocket(
        Namespace namespace, String id, HandshakeData handshake, Set<String> rooms, Map<String, Object> data) {
    /** Keeps copies of the rooms and the data. */
    public RemoteSocket {
        rooms = Set.copyOf(rooms);
        data = Map.copyOf(data);
    }

    /** The socket as somebody to send to. */
    public BroadcastOperator operator() {
        return namespace.to(id);
    }

    /** Sends an event. Throws as {@link BroadcastOperator#emit(String, Object...)}. */
    public void emit(String name, Object... values) {
        operator().emit(name, values);
    }

    /** Sends an event and waits for the answer, which is missing if it does not come in time. */
    public CompletableFuture<BroadcastAcks> emitWithAck(Duration timeout, String name, Object... values) {
        return operator().emitWithAck(timeout, name, Arguments.of(values));
    }

    /** Makes it join rooms. */
    public void join(String... names) {
        operator().socketsJoin(names);
    }

    /** Makes it leave rooms. */
    public void leave(String... names) {
        operator().socketsLeave(names);
    }

    /** Disconnects it, as {@link ServerSocket#disconnect(boolean)}. */
    public void disconnect(boolean close) {
        operator().disconnectSockets(close);
    }
}
