package io.sioscope.emulator.server;

import java.util.Map;
import java.util.Set;

/**
 * Who a socket is when it comes.
 *
 * @param id its id
 * @param pid the secret by which it may come back; empty where there is no recovery
 * @param rooms the rooms that it comes back to, its id among them; empty for a new one
 * @param data what the application kept with it
 * @param offset the last packet that it knows; empty for a new one
 */
record SocketStart(String id, String pid, Set<String> rooms, Map<String, Object> data, String offset) {
    static SocketStart fresh(String id, String pid) {
        return new SocketStart(id, pid, Set.of(), Map.of(), "");
    }

    boolean recovered() {
        return !offset.isEmpty();
    }
}
