package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends to a socket in other ways than the usual. Immutable; any thread. */
record FlaggedEmitter(LiveSocket socket, EmitFlags flags) implements SocketEmitter {
    @Override
    public void emit(String name, Arguments arguments) {
        socket.emit(flags, name, arguments);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(Duration timeout, String name, Arguments arguments) {
        return socket.request(flags, timeout, name, arguments);
    }

    @Override
    public CompletableFuture<Arguments> emitWithAck(String name, Arguments arguments) {
        return socket.request(flags, null, name, arguments);
    }

    @Override
    public SocketEmitter asVolatile() {
        return new FlaggedEmitter(socket, flags.asVolatile());
    }

    @Override
    public SocketEmitter compress(boolean compress) {
        return new FlaggedEmitter(socket, flags.compressed(compress));
    }
}
