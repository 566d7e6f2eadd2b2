package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears what other servers send to this one ({@code serverSideEmit}), in one namespace. Any thread. */
final class ServerSideEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SioServer.class);
    /** Names that servers may not use (socket.io 4.8, namespace.ts). */
    private static final Set<String> RESERVED = Set.of("connect", "connection", "new_namespace");

    private final String namespace;
    private final Map<String, List<EventHandler>> handlers = new ConcurrentHashMap<>(2);

    ServerSideEvents(String namespace) {
        this.namespace = namespace;
    }

    /** The name itself. Throws IllegalArgumentException if servers may not use it. */
    static String checked(String event) {
        if (RESERVED.contains(event)) {
            throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
        }
        return event;
    }

    void on(String event, EventHandler handler) {
        handlers.computeIfAbsent(event, name -> new CopyOnWriteArrayList<>()).add(handler);
    }

    void tell(String event, Arguments arguments, Optional<AckReply> ack) {
        for (EventHandler handler : handlers.getOrDefault(event, List.of())) {
            try {
                handler.on(arguments, ack);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                LOG.error("a handler of {} failed on another server's event {}", namespace, event, failure);
            }
        }
    }
}
