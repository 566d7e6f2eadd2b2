package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketIoDecoder;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one attempt to connect, and what turns its messages into packets. Once it is not its manager's current attempt,
 * what it still does concerns the tap alone. One thread.
 */
final class ClientAttempt implements ClientEngineEvents {
    private final ClientManager manager;
    private final long number;
    private final ClientEngine engine;
    private final @Nullable ClientTap tap;
    private final PacketParser parser;
    private final SocketIoDecoder decoder;
    private final ClientRoot root = new ClientRoot();
    private Bytes text = Bytes.EMPTY;
    /** Of the messages of the packet that is coming in. */
    private long size;

    ClientAttempt(
            ClientManager manager,
            long number,
            ClientManager.Options options,
            ClientMemory memory,
            ClientLinks.Factory links,
            ClientTimers timers) {
        this.manager = manager;
        this.number = number;
        this.engine = new ClientEngine(number, options.engine(), memory, links, timers, this);
        this.tap = engine.tap();
        this.parser = options.parser();
        this.decoder = new SocketIoDecoder(options.limits(), parser);
    }

    long number() {
        return number;
    }

    ClientEngine engine() {
        return engine;
    }

    ClientRoot root() {
        return root;
    }

    @Nullable ClientTap tap() {
        return tap;
    }

    void send(String socket, SocketPacket packet, boolean compress) {
        switch (parser) {
            case JSON -> {
                SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);
                engine.send(new ClientOutgoing.Text(socket, packet, encoded.text(), encoded.attachments(), compress));
                for (Bytes attachment : encoded.attachments()) {
                    engine.send(new ClientOutgoing.Attachment(attachment, compress));
                }
            }
            case MSGPACK -> engine.send(ClientOutgoing.Packed.of(socket, packet, compress));
        }
    }

    private boolean isStale() {
        return manager.current() != this;
    }

    @Override
    public void versionFound(VersionFound found) {
        if (!isStale()) {
            manager.events().versionFound(found);
        }
    }

    @Override
    public void opened(Handshake handshake, Transport transport, long now) {
        if (!isStale()) {
            manager.onOpened(handshake, transport);
        }
    }

    @Override
    public void message(EnginePacket message, Transport transport, long now) {
        boolean binary = message instanceof EnginePacket.BinaryMessage;
        SocketDecoding decoding = binary ? decoder.onBinary(message.raw()) : decoder.onText(message.raw());
        text = binary ? text : message.raw();
        size += message.raw().length();
        switch (decoding) {
            case SocketDecoding.Partial ignored -> {}
            case SocketDecoding.Whole whole -> onPacket(whole.packet(), transport, now);
            case SocketDecoding.Broken broken -> {
                tellFault("", broken.fault(), message.raw(), transport, binary);
                parseError(broken.fault(), now);
            }
        }
    }

    private void onPacket(SocketPacket packet, Transport transport, long now) {
        ClientNamespace namespace = manager.known(packet.namespace());
        Bytes raw = text;
        long bytes = size;
        text = Bytes.EMPTY;
        size = 0;
        if (tap != null) {
            String sid = namespace == null || isStale() ? "" : socketId(namespace, packet);
            tell(tap, transport, sid, packet, raw);
        }
        if (isStale()) {
            return;
        }
        manager.beforePacket(packet, now);
        ProtocolFault fault = namespace == null ? null : namespace.onPacket(packet, bytes, now);
        if (fault != null) {
            tellFault(packet.namespace(), fault, raw, transport, false);
            parseError(fault, now);
        }
    }

    /** Captures keep a packet in JSON, whatever travels. */
    private void tell(ClientTap told, Transport transport, String sid, SocketPacket packet, Bytes raw) {
        switch (parser) {
            case JSON ->
                told.packet(
                        Direction.TO_CLIENT, transport, sid, packet, raw, packet.arguments().attachments());
            case MSGPACK -> {
                SocketIoCodec.Encoded kept = SocketIoCodec.encode(packet);
                told.packet(Direction.TO_CLIENT, transport, sid, packet, kept.text(), kept.attachments());
            }
        }
    }

    /** A grant belongs to the socket that it makes. */
    private static String socketId(ClientNamespace namespace, SocketPacket packet) {
        return packet instanceof SocketPacket.Connect connect ? namespace.grantedId(connect) : namespace.sid();
    }

    private void tellFault(String namespace, ProtocolFault fault, Bytes raw, Transport transport, boolean binary) {
        if (tap != null) {
            tap.fault(transport, namespace, fault, raw, binary);
        }
    }

    private void parseError(ProtocolFault fault, long now) {
        manager.onClosed(this, CloseReason.PARSE_ERROR, CloseDetail.of(fault), now);
    }

    @Override
    public void broken(ConnectFailure failure) {
        if (!isStale()) {
            manager.onBroken(failure);
        }
    }

    @Override
    public void ping() {
        if (!isStale()) {
            manager.events().ping();
        }
    }

    @Override
    public void upgraded(Transport from, Transport to) {
        if (!isStale()) {
            manager.events().upgraded(from, to);
        }
    }

    @Override
    public void upgradeFailed(ConnectFailure failure) {
        if (!isStale()) {
            manager.events().upgradeFailed(failure);
        }
    }

    @Override
    public void failed(ConnectFailure failure, long now) {
        manager.onFailed(this, failure);
    }

    @Override
    public void closed(CloseReason reason, CloseDetail detail, long now) {
        manager.onEnded(this);
        manager.onClosed(this, reason, detail, now);
    }
}
