package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.fault.ProtocolFault;
import org.jspecify.annotations.Nullable;

/** Tells an engine's tap, if it has one, what comes from the server. One thread. */
record ClientTold(@Nullable ClientTap tap) {
    void received(Transport transport, EnginePacket packet) {
        if (tap != null) {
            tap.engine(Direction.TO_CLIENT, transport, packet);
        }
    }

    void opened(Transport transport, EngineVersion version, Handshake handshake, EnginePacket.Open open) {
        if (tap != null) {
            tap.opened(transport, version, handshake);
            tap.engine(Direction.TO_CLIENT, transport, open);
        }
    }

    void fault(Transport transport, ProtocolFault fault, Bytes raw) {
        if (tap != null) {
            tap.fault(transport, "", fault, raw, false);
        }
    }

    void link(Transport transport, LinkChange change) {
        if (tap != null) {
            tap.link(transport, change);
        }
    }

    void failed(ConnectFailure failure) {
        if (tap != null) {
            tap.failed(failure);
        }
    }
}
