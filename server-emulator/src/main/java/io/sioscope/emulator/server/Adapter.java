package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the rooms of one namespace and carries its broadcasts. Any thread; a reader sees each room whole. */
public interface Adapter {
    /** Puts a socket into rooms. */
    void addAll(String socketId, Set<String> rooms);

    /** Takes a socket out of a room. */
    void remove(String socketId, String room);

    /** Takes a socket out of all its rooms. */
    void removeAll(String socketId);

    /** The rooms of a socket, empty if it has none. */
    Set<String> roomsOf(String socketId);

    /** Every room with its members' ids, a copy. Every socket's own id is a room. */
    Map<String, Set<String>> rooms();

    /** The ids of the sockets that a target means, each once. */
    Set<String> sockets(BroadcastTarget target);

    /** Sends a packet to a target, encoded once. */
    void broadcast(SocketPacket.Event packet, BroadcastTarget target);

    /**
     * Sends a packet with an acknowledgement id to a target.
     *
     * @param onAnswer called for each answer, on the event loop of the connection that it came from
     */
    Expectation broadcastWithAck(SocketPacket.Event packet, BroadcastTarget target, Consumer<Arguments> onAnswer);

    /**
     * Acknowledgements on their way.
     *
     * @param sockets how many may come
     * @param forget takes the wait for those that have not come away
     */
    record Expectation(int sockets, Runnable forget) {
        /** Waits no more. */
        public void cancel() {
            forget.run();
        }
    }
}
