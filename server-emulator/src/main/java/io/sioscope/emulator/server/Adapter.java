package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Keeps the rooms of one namespace and carries its broadcasts ({@code Adapter} of the reference, socket.io-adapter 2.5). Where
 * several servers are joined it reaches the sockets of all of them. Any thread; a reader sees each room whole.
 */
public interface Adapter {
    /** Puts a socket of this process into rooms. */
    void addAll(String socketId, Set<String> rooms);

    /** Takes a socket of this process out of a room. */
    void remove(String socketId, String room);

    /** Takes a socket of this process out of all its rooms. */
    void removeAll(String socketId);

    /** The rooms of a socket of this process, empty if it has none. */
    Set<String> roomsOf(String socketId);

    /** Every room with its members' ids, a copy; of this process. Every socket's own id is a room. */
    Map<String, Set<String>> rooms();

    /** The ids of this process's sockets that a target means, each once. */
    Set<String> sockets(BroadcastTarget target);

    /** Sends a packet to a target, encoded once. */
    void broadcast(SocketPacket.Event packet, BroadcastTarget target);

    /**
     * Sends a packet that asks for acknowledgements to a target. Each server gives it an acknowledgement id of its own.
     *
     * @param onCount called once for each server that is reached, with the number of its sockets that were meant
     * @param onAnswer called for each answer, on any thread
     * @return ends the wait for answers that have not come
     */
    Runnable broadcastWithAck(
            SocketPacket.Event packet, BroadcastTarget target, IntConsumer onCount, Consumer<Arguments> onAnswer);

    /** How many servers there are, this one among them. */
    CompletableFuture<Integer> serverCount();

    /** The sockets that a target means, of all servers. */
    CompletableFuture<List<RemoteSocket>> fetchSockets(BroadcastTarget target);

    /** Makes the sockets that a target means join rooms. */
    void addSockets(BroadcastTarget target, Set<String> rooms);

    /** Makes the sockets that a target means leave rooms. */
    void removeSockets(BroadcastTarget target, Set<String> rooms);

    /** Disconnects the sockets that a target means, as {@link ServerSocket#disconnect(boolean)}. */
    void disconnectSockets(BroadcastTarget target, boolean close);

    /** Sends an event to the other servers. */
    void serverSideEmit(String event, Arguments arguments);

    /**
     * Sends an event to the other servers and gathers their answers, one of each. The future completes when all have answered, or
     * after {@code timeout} with what came until then.
     */
    CompletableFuture<List<Arguments>> serverSideEmitWithAck(Duration timeout, String event, Arguments arguments);

    /** The namespace or its server has ended: lets go of whatever is held. */
    default void close() {}
}
