package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The revision that a client's engine speaks: chosen, or found out from the server's first answers. Servers 1.x and 2.x pay
 * no heed to {@code EIO}, so that a request with {@code EIO=4} opens a session of revision 3 there, which then goes on. One
 * thread.
 */
final class ClientVersion {
    /**
     * How long a server may take to connect the root namespace by itself, over WebSocket, before it counts as one that
     * waits.
     */
    static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EngineChoice choice;
    private final boolean base64;
    private EngineFraming framing;
    private @Nullable VersionFound found;

    ClientVersion(EngineChoice choice, boolean base64) {
        this.choice = choice;
        this.base64 = base64;
        this.framing = framing(choice == EngineChoice.V3 ? EngineVersion.V3 : EngineVersion.V4);
    }

    private EngineFraming framing(EngineVersion version) {
        return switch (version) {
            case V3 -> base64 ? EngineFraming.V3_BASE64 : EngineFraming.V3;
            case V4 -> base64 ? EngineFraming.V4_BASE64 : EngineFraming.V4;
        };
    }

    EngineFraming framing() {
        return framing;
    }

    /** Tells what was found out; nothing where nothing had to be, or has been yet. */
    void tell(ClientEngineEvents events) {
        if (found != null) {
            events.versionFound(found);
        }
    }

    private boolean open() {
        return choice == EngineChoice.DETECT && found == null;
    }

    void find(EngineVersion version, VersionFound.How how) {
        if (open()) {
            framing = framing(version);
            found = new VersionFound(version, how);
        }
    }

    /** The packets of the answer that opens a session by polling. */
    List<EnginePacket> firstAnswer(EnginePayload payload) {
        List<EnginePacket> packets = framing.decodePayload(payload);
        if (!open()) {
            return packets;
        }
        if (packets.getFirst() instanceof EnginePacket.Open) {
            find(framing.version(), VersionFound.How.FRAMING);
        } else if (isOfTheOther(payload)) {
            find(other(), VersionFound.How.FRAMING);
            return framing.decodePayload(payload);
        }
        return packets;
    }

    /** The revision that is not spoken. */
    EngineVersion other() {
        return switch (framing.version()) {
            case V3 -> EngineVersion.V4;
            case V4 -> EngineVersion.V3;
        };
    }

    /** Whether an answer opens a session of the revision that is not spoken. */
    boolean isOfTheOther(EnginePayload payload) {
        return framing(other()).decodePayload(payload).getFirst() instanceof EnginePacket.Open;
    }

    /** Whether the open packet tells the revision; over WebSocket it looks the same in both. */
    boolean isSettledBy(Transport transport, Handshake handshake) {
        if (transport == Transport.WEBSOCKET && open() && handshake.maxPayload() >= 0) {
            find(EngineVersion.V4, VersionFound.How.MAX_PAYLOAD);
        }
        return !open();
    }

    /** What a server's first packet after the open one tells, over WebSocket. */
    void settle(EnginePacket packet) {
        if (packet instanceof EnginePacket.Message || packet instanceof EnginePacket.BinaryMessage) {
            find(EngineVersion.V3, VersionFound.How.SERVER_SPOKE_FIRST);
        } else {
            find(EngineVersion.V4, VersionFound.How.SERVER_PING);
        }
    }

    /** Whether a failure tells that revision 3 has to be asked for, which it is from here on. */
    boolean fallsBack(ConnectFailure failure) {
        boolean refused = open() && failure instanceof ConnectFailure.HttpStatus http && http.engineCode() == 5;
        if (refused) {
            find(EngineVersion.V3, VersionFound.How.REFUSED);
        }
        return refused;
    }
}
