package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Who hears the events of one socket, and who may drop them. Any thread; {@link #dispatch} on the connection's loop. */
final class SocketListeners {
    private final LiveSocket socket;
    private final Listeners listeners;
    private final Map<String, List<EventHandler>> handlers = new ConcurrentHashMap<>(4);
    private volatile List<AnyEventHandler> any = List.of();
    private volatile List<OutgoingHandler> outgoing = List.of();
    private volatile List<SocketMiddleware> middlewares = List.of();
    private volatile List<Consumer<Throwable>> errors = List.of();

    SocketListeners(LiveSocket socket, Listeners listeners) {
        this.socket = socket;
        this.listeners = listeners;
    }

    void on(String event, EventHandler handler) {
        handlers.merge(event, List.of(handler), (before, one) -> CopiedLists.append(before, handler));
    }

    void once(String event, EventHandler handler) {
        AtomicBoolean heard = new AtomicBoolean();
        on(event, new EventHandler() {
            @Override
            public void on(Arguments arguments, Optional<AckReply> ack) {
                if (heard.compareAndSet(false, true)) {
                    off(event, this);
                    handler.on(arguments, ack);
                }
            }
        });
    }

    void off(String event) {
        handlers.remove(event);
    }

    void off(String event, EventHandler handler) {
        handlers.computeIfPresent(event, (name, before) -> {
            List<EventHandler> rest = CopiedLists.without(before, handler);
            return rest.isEmpty() ? null : rest;
        });
    }

    synchronized void any(UnaryOperator<List<AnyEventHandler>> change) {
        any = change.apply(any);
    }

    synchronized void outgoing(UnaryOperator<List<OutgoingHandler>> change) {
        outgoing = change.apply(outgoing);
    }

    synchronized void use(SocketMiddleware middleware) {
        middlewares = CopiedLists.append(middlewares, middleware);
    }

    synchronized void onError(Consumer<Throwable> handler) {
        errors = CopiedLists.append(errors, handler);
    }

    /** An event came: who hears all events first, then the middlewares, if there are any, as in the reference. */
    void dispatch(String name, Arguments arguments, Optional<AckReply> ack) {
        for (AnyEventHandler handler : any) {
            listeners.run(socket, () -> handler.on(name, arguments, ack));
        }
        if (!socket.connected()) {
            return;
        }
        if (middlewares.isEmpty()) {
            hear(name, arguments, ack);
        } else {
            new Passage(name, arguments, ack).next();
        }
    }

    private void hear(String name, Arguments arguments, Optional<AckReply> ack) {
        for (EventHandler handler : handlers.getOrDefault(name, List.of())) {
            listeners.run(socket, () -> handler.on(arguments, ack));
        }
    }

    /** An event leaves. */
    void sent(String name, Arguments arguments) {
        for (OutgoingHandler handler : outgoing) {
            listeners.run(socket, () -> handler.on(name, arguments));
        }
    }

    /** Something went wrong that is nobody's fault here: without anybody who wants to know, nothing happens. */
    void failed(Throwable error) {
        errors.forEach(handler -> listeners.run(socket, () -> handler.accept(error)));
    }

    /** One event's way through the middlewares; each may take its time, and the handlers run on the loop again. */
    private final class Passage {
        private final String name;
        private final Arguments arguments;
        private final Optional<AckReply> ack;
        private final Iterator<SocketMiddleware> rest = middlewares.iterator();

        Passage(String name, Arguments arguments, Optional<AckReply> ack) {
            this.name = name;
            this.arguments = arguments;
            this.ack = ack;
        }

        void next() {
            if (!rest.hasNext()) {
                hear(name, arguments, ack);
                return;
            }
            Step step = new Step(this);
            try {
                rest.next().accept(name, arguments, step);
            } catch (RuntimeException | AssertionError | StackOverflowError failure) {
                step.refuse(failure);
            }
        }
    }

    private final class Step implements SocketMiddleware.Next {
        private final Passage passage;
        private final AtomicBoolean decided = new AtomicBoolean();

        Step(Passage passage) {
            this.passage = passage;
        }

        @Override
        public void proceed() {
            if (decided.compareAndSet(false, true)) {
                socket.conn().run(() -> {
                    if (socket.connected()) {
                        passage.next();
                    }
                });
            }
        }

        @Override
        public void refuse(Throwable error) {
            if (decided.compareAndSet(false, true)) {
                socket.conn().run(() -> failed(error));
            }
        }
    }
}
