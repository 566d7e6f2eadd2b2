package io.sioscope.protocol.client;

import io.sioscope.protocol.session.ClientEmission;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An emitter of a {@link LoopClientSocket}. Immutable; any thread. */
record LoopEmitter(LoopClientSocket socket, long timeoutNanos, boolean compress, boolean droppable) implements ClientEmitter {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** How a socket sends unless something else is said. */
    static LoopEmitter of(LoopClientSocket socket) {
        return new LoopEmitter(socket, ClientEmission.DEFAULT_TIMEOUT, true, false);
    }

    @Override
    public ClientEmitter emit(String event, Object... values) {
        return emit(event, Arguments.of(values));
    }

    @Override
    public ClientEmitter emit(String event, Arguments arguments) {
        socket.send(new ClientEmission(event, arguments, null, timeoutNanos, compress, droppable));
        return this;
    }

    @Override
    public ClientEmitter emit(String event, Arguments arguments, AckHandler ack) {
        Callback callback = new Callback(ack, socket);
        if (!socket.send(new ClientEmission(event, arguments, callback, timeoutNanos, compress, droppable))) {
            callback.disconnected();
        }
        return this;
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(String event, Object... values) {
        return emitWithAck(event, Arguments.of(values));
    }

    CompletableFuture<Arguments> emitWithAck(String event, Arguments arguments) {
        Answer answer = new Answer();
        if (!socket.send(new ClientEmission(event, arguments, answer, timeoutNanos, compress, droppable))) {
            answer.disconnected();
        }
        return answer.future;
    }

    @Override
    public LoopEmitter timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is above zero");
        }
        return new LoopEmitter(socket, nanos(timeout), compress, droppable);
    }

    /** A hundred years is as good as more, and does not overflow. */
    static long nanos(Duration timeout) {
        return (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
    }

    @Override
    public ClientEmitter compress(boolean changed) {
        return new LoopEmitter(socket, timeoutNanos, changed, droppable);
    }

    @Override
    public ClientEmitter asVolatile() {
        return new LoopEmitter(socket, timeoutNanos, compress, true);
    }

    /** The form with an error. */
    private static final class Answer implements ClientEmission.AckWaiter {
        final CompletableFuture<Arguments> future = new CompletableFuture<>();

        @Override
        public void answered(Arguments arguments) {
            future.complete(arguments);
        }

        @Override
        public void timedOut() {
            future.completeExceptionally(new AckException.TimedOut());
        }

        @Override
        public void disconnected() {
            future.completeExceptionally(new AckException.Disconnected());
        }
    }

    /** The form without one. */
    private record Callback(Handlers<AckHandler> handlers) implements ClientEmission.AckWaiter {
        Callback(AckHandler handler, LoopClientSocket socket) {
            this(new Handlers<>(socket::handlerFailed));
            handlers.add(handler);
        }

        @Override
        public void answered(Arguments arguments) {
            handlers.call(handler -> handler.acknowledged(arguments));
        }

        @Override
        public void timedOut() {
            handlers.call(handler -> handler.failed(new AckException.TimedOut()));
        }

        @Override
        public void disconnected() {
            handlers.call(handler -> handler.failed(new AckException.Disconnected()));
        }

        @Override
        public boolean hearsOfEnds() {
            return false;
        }
    }
}
