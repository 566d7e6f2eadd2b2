package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.QueryString;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoDecoder;
import io.sioscope.protocol.socketio.SocketPacket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of the namespaces of one connection: who has joined what, and which packets end the connection
 * (socket.io 4.8, client.ts). A version 3 client is in the root namespace without asking, and what it asks for
 * others with stands in a query behind their names. Does no I/O and reads no clock. One thread at a time.
 *
 * @param <S> what the application keeps for a socket
 */
public final class ServerPacketSession<S> {
    private static final String ROOT = "/";

    private final EngineVersion version;
    private final SocketIoDecoder decoder;
    private final Map<String, S> joined = new HashMap<>(2);
    private final Set<String> pending = new HashSet<>(2);
    private final ServerPacketOutput<S> out;
    /** Made for the first who leaves. */
    private Set<String> justLeft = Set.of();

    private boolean everJoined;
    private boolean closed;

    /** A session without any namespace. */
    public ServerPacketSession(
            EngineVersion version, PacketParser parser, ScanLimits limits, ServerPacketOutput<S> out) {
        this.version = version;
        this.decoder = new SocketIoDecoder(limits, parser);
        this.out = out;
    }

    /** The connection is open. */
    public void opened() {
        out.connectTimer(true);
        if (version == EngineVersion.V3) {
            connect(new SocketPacket.Connect(ROOT, Arguments.of(Map.of())), Bytes.EMPTY);
        }
    }

    /** Takes the text of an Engine.IO message, with its type digit. */
    public void onText(Bytes raw) {
        if (closed) {
            return;
        }
        Bytes unfinished = decoder.pendingText();
        decoded(decoder.onText(raw), raw, false, unfinished);
    }

    /** Takes a binary Engine.IO message. */
    public void onBinary(Bytes data) {
        if (closed) {
            return;
        }
        Bytes text = decoder.pendingText();
        decoded(decoder.onBinary(data), data, true, text);
    }

    private void decoded(SocketDecoding decoding, Bytes raw, boolean binary, Bytes pendingText) {
        switch (decoding) {
            case SocketDecoding.Whole whole -> {
                SocketPacket packet = whole.packet();
                Bytes text = binary ? pendingText : raw;
                out.received(packet, text, packet.arguments().attachments());
                packet(version == EngineVersion.V3 ? withoutQuery(packet) : packet, text);
            }
            case SocketDecoding.Partial more -> {}
            case SocketDecoding.Broken broken -> {
                if (!pendingText.isEmpty()) {
                    out.fault("", broken.fault(), pendingText, false);
                }
                out.fault("", broken.fault(), raw, binary);
                List.copyOf(joined.values()).forEach(socket -> out.unreadable(socket, broken.fault()));
                closeFor(CloseReason.FORCED_CLOSE);
            }
        }
    }

    /**
     * The name of a namespace ends at its query, which for a CONNECT is what later versions call auth; what such a CONNECT
     * carries besides is nothing to anybody (socket.io 4.8, client.ts, _parseNamespace).
     */
    private static SocketPacket withoutQuery(SocketPacket packet) {
        int mark = packet.namespace().indexOf('?');
        String name = mark < 0 ? packet.namespace() : packet.namespace().substring(0, mark);
        return switch (packet) {
            case SocketPacket.Connect connect ->
                new SocketPacket.Connect(
                        name,
                        Arguments.of(mark < 0 ? Map.of() : QueryString.parse(connect.namespace().substring(mark + 1))));
            case SocketPacket.Disconnect disconnect -> new SocketPacket.Disconnect(name);
            case SocketPacket.Event event when mark < 0 -> event;
            case SocketPacket.Event event -> new SocketPacket.Event(name, event.ackId(), event.name(), event.arguments());
            case SocketPacket.Ack ack -> new SocketPacket.Ack(name, ack.ackId(), ack.arguments());
            case SocketPacket.ConnectError error -> new SocketPacket.ConnectError(name, error.arguments());
        };
    }

    private void packet(SocketPacket packet, Bytes raw) {
        S socket = joined.get(packet.namespace());
        switch (packet) {
            case SocketPacket.Event event when socket != null -> out.event(socket, event);
            case SocketPacket.Ack ack when socket != null -> out.ack(socket, ack);
            case SocketPacket.Disconnect left when socket != null -> {
                joined.remove(left.namespace());
                leaving(left.namespace());
                out.disconnected(socket, CloseReason.CLIENT_NAMESPACE_DISCONNECT);
            }
            case SocketPacket.Connect connect when socket == null -> connect(connect, raw);
            case SocketPacket.Event late when justLeft.contains(late.namespace()) -> {}
            case SocketPacket.Ack late when justLeft.contains(late.namespace()) -> {}
            case SocketPacket.Disconnect late when justLeft.contains(late.namespace()) -> {}
            case SocketPacket.Connect again -> violation(again, FaultCode.ALREADY_CONNECTED, raw);
            case SocketPacket.ConnectError error -> violation(error, FaultCode.WRONG_SENDER, raw);
            case SocketPacket.Event early -> violation(early, FaultCode.NOT_CONNECTED, raw);
            case SocketPacket.Ack early -> violation(early, FaultCode.NOT_CONNECTED, raw);
            case SocketPacket.Disconnect early -> violation(early, FaultCode.NOT_CONNECTED, raw);
        }
    }

    /** A second CONNECT before the first was decided is a fault to be seen, and otherwise passed over. */
    private void connect(SocketPacket.Connect connect, Bytes raw) {
        if (pending.add(connect.namespace())) {
            out.connectRequested(connect);
        } else {
            out.fault(connect.namespace(), ProtocolFault.at(FaultCode.ALREADY_CONNECTED, 0), raw, false);
        }
    }

    private void violation(SocketPacket packet, FaultCode code, Bytes raw) {
        out.fault(packet.namespace(), ProtocolFault.at(code, 0), raw, false);
        closeFor(CloseReason.FORCED_SERVER_CLOSE);
    }

    /** If the connection ends at once, {@link #closed} has told the sockets; otherwise {@code reason} is theirs. */
    private void closeFor(CloseReason reason) {
        out.closeEngine();
        closed(reason);
    }

    /** Whether a CONNECT of this namespace waits for its decision. */
    public boolean isPending(String namespace) {
        return pending.contains(namespace);
    }

    /**
     * Accepts a namespace that was asked for. A version 3 client is told no more than that.
     *
     * @return false if nobody waits for it any more; then nothing was sent
     */
    public boolean accepted(String namespace, S socket, Arguments answer) {
        if (closed || !pending.remove(namespace)) {
            return false;
        }
        joined.put(namespace, socket);
        if (!everJoined) {
            everJoined = true;
            out.connectTimer(false);
        }
        out.send(socket, new SocketPacket.Connect(namespace, version == EngineVersion.V3 ? Arguments.ABSENT : answer));
        return true;
    }

    /** Refuses a namespace that was asked for; the connection stays. */
    public void refused(String namespace, Arguments payload) {
        if (!closed && pending.remove(namespace)) {
            out.sendError(new SocketPacket.ConnectError(namespace, payload));
        }
    }

    /**
     * The server disconnects a socket from its namespace; the connection stays. Until {@link #left} packets for it are passed
     * over, as after a disconnect by the client.
     */
    public void leave(String namespace) {
        S socket = joined.remove(namespace);
        if (socket != null) {
            leaving(namespace);
            out.send(socket, new SocketPacket.Disconnect(namespace));
            out.disconnected(socket, CloseReason.SERVER_NAMESPACE_DISCONNECT);
        }
    }

    private void leaving(String namespace) {
        Set<String> names = new HashSet<>(justLeft);
        names.add(namespace);
        justLeft = names;
    }

    /** What came together with the packet for which sockets disconnected has been read; from now on it is a violation. */
    public void left() {
        justLeft = Set.of();
    }

    /** The server disconnects every socket of the client, then ends the connection. */
    public void leaveAll() {
        for (String namespace : List.copyOf(joined.keySet())) {
            leave(namespace);
        }
        if (!closed) {
            closeFor(CloseReason.FORCED_SERVER_CLOSE);
        }
    }

    /** No namespace was joined in time. */
    public void connectTimedOut() {
        if (!closed && !everJoined) {
            closeFor(CloseReason.FORCED_SERVER_CLOSE);
        }
    }

    /** The socket of a namespace, or null. */
    public @Nullable S socket(String namespace) {
        return joined.get(namespace);
    }

    /** The connection has ended, or is as good as ended. Packets that come after are passed over. */
    public void closed(CloseReason reason) {
        if (closed) {
            return;
        }
        closed = true;
        if (!everJoined) {
            out.connectTimer(false);
        }
        Bytes unfinished = decoder.pendingText();
        if (!unfinished.isEmpty()) {
            out.fault("", new ProtocolFault(FaultCode.ATTACHMENT_COUNT, unfinished.length(), "incomplete"), unfinished, false);
        }
        pending.clear();
        List<S> sockets = new ArrayList<>(joined.values());
        joined.clear();
        sockets.forEach(socket -> out.disconnected(socket, reason));
    }
}
