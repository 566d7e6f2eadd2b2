package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one answer to an event of a socket. Any thread. */
final class Reply implements AckReply {
    private final LiveSocket socket;
    private final long id;
    private final AtomicBoolean sent = new AtomicBoolean();

    Reply(LiveSocket socket, long id) {
        this.socket = socket;
        this.id = id;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public boolean send(Object... values) {
        return send(Arguments.of(values));
    }

    @Override
    public boolean send(Arguments arguments) {
        if (!sent.compareAndSet(false, true) || !socket.connected()) {
            return false;
        }
        socket.send(PacketBody.of(
                new SocketPacket.Ack(socket.namespace().name(), id, arguments), socket.namespace().parser()));
        return true;
    }
}
