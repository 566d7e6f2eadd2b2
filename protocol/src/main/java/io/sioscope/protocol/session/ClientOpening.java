package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening of a client's session: the transports and revisions that it tries in turn, up to the open packet that settles
 * them. One thread; of no use once it has ended.
 */
final class ClientOpening {
    private static final String OCTETS = "application/octet-stream";

    /** Hears how it goes on. */
    interface Outcome {
        /** A transport is being opened. */
        void dialing(Transport transport);

        /** The session is open. */
        void begun(EnginePacket.Open open, Handshake handshake, long now);

        /** No session came about. */
        void givenUp(ConnectFailure failure, long now);
    }

    private final ClientTimer timer;
    private final ClientRoute route;
    private final ClientVersion version;
    private final ClientLinks links;
    private final ClientTimers timers;
    private final Outcome outcome;
    private Transport transport;
    /** The open packet, while the revision does not show. */
    private @Nullable Waiting waiting;

    private record Waiting(EnginePacket.Open open, Handshake handshake) {}

    ClientOpening(
            long engine,
            ClientEngineOptions options,
            ClientMemory memory,
            ClientLinks links,
            ClientTimers timers,
            Outcome outcome) {
        this.timer = new ClientTimer.Settle(engine);
        this.route = new ClientRoute(options, memory);
        this.version = new ClientVersion(options.engine(), options.forceBase64());
        this.links = links;
        this.timers = timers;
        this.outcome = outcome;
        this.transport = options.first();
    }

    ClientRoute route() {
        return route;
    }

    ClientVersion version() {
        return version;
    }

    void dial() {
        transport = route.first();
        outcome.dialing(transport);
        if (transport == Transport.POLLING) {
            links.openPolling();
        } else {
            links.openWebSocket();
        }
    }

    /** The body of a polling answer in the framing that is asked for, or is found in it. */
    static EnginePayload payload(Bytes body, String contentType) {
        return new EnginePayload(body, contentType.startsWith(OCTETS));
    }

    /** The packets of the first polling answer; none if it is no Engine.IO, which ends this transport's attempt. */
    List<EnginePacket> answered(Bytes body, String contentType, long now) {
        EnginePayload payload = payload(body, contentType);
        List<EnginePacket> packets = version.firstAnswer(payload);
        EnginePacket first = packets.getFirst();
        // A length in front of revision 3's packets may look like a type of revision 4.
        if (!(first instanceof EnginePacket.Open) && version.isOfTheOther(payload)) {
            fail(new ConnectFailure.OtherVersion(Transport.POLLING, version.other()), now);
        } else if (first instanceof EnginePacket.Malformed) {
            fail(new ConnectFailure.NotEngineIo(Transport.POLLING, contentType, start(body)), now);
        } else {
            return packets;
        }
        return List.of();
    }

    /** Takes a packet that came before the session was open; true if that is all that is to be done about it. */
    boolean takes(EnginePacket packet, long now) {
        if (waiting != null) {
            version.settle(packet);
            settled(now);
            return false;
        }
        if (!(packet instanceof EnginePacket.Open open)) {
            broken(ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0), packet.raw(), now);
            return true;
        }
        switch (Handshake.decode(open.raw())) {
            case Handshake.Decoding.Broken broken -> {
                new ClientTold(links.tap()).fault(transport, broken.fault(), open.raw());
                broken(broken.fault(), open.raw(), now);
            }
            case Handshake.Decoding.Read read -> {
                waiting = new Waiting(open, read.handshake());
                if (version.isSettledBy(transport, read.handshake())) {
                    settled(now);
                } else {
                    timers.start(timer, ClientVersion.WAIT_NANOS);
                }
            }
        }
        return true;
    }

    private void broken(ProtocolFault fault, Bytes raw, long now) {
        fail(new ConnectFailure.HandshakeBroken(transport, fault, start(raw)), now);
    }

    /** The server has said no more than the open packet for a while. */
    void waited(long now) {
        version.find(EngineVersion.V4, VersionFound.How.SERVER_WAITED);
        settled(now);
    }

    private void settled(long now) {
        Waiting opened = waiting;
        timers.cancel(timer);
        waiting = null;
        if (opened != null) {
            outcome.begun(opened.open(), opened.handshake(), now);
        }
    }

    /** What was tried failed; another revision or transport may be left. */
    void fail(ConnectFailure failure, long now) {
        route.failed();
        waiting = null;
        boolean timeIsUp = failure instanceof ConnectFailure.Timeout;
        if (timeIsUp || !version.fallsBack(failure) && !route.next()) {
            giveUp(failure, now);
            return;
        }
        links.abort();
        new ClientTold(links.tap()).failed(failure);
        dial();
    }

    void giveUp(ConnectFailure failure, long now) {
        timers.cancel(timer);
        outcome.givenUp(failure, now);
    }

    EngineFraming framing() {
        return version.framing();
    }

    private static String start(Bytes body) {
        return body.utf8(0, Math.min(body.length(), ConnectFailure.BODY_START));
    }
}
