package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;

/**
 * The part of a session that moves it from polling to WebSocket: a probe, polls released every 100 ms, the switch at the
 * client's {@code 5} and not before (engine.io 6.6, socket.ts, _maybeUpgrade). A probe that fails leaves the session alone.
 */
final class ServerUpgrade {
    private final ServerEngineOptions options;
    private boolean probing;

    ServerUpgrade(ServerEngineOptions options) {
        this.options = options;
    }

    void arrived(Transport current, ServerOutput out) {
        if (probing || current == Transport.WEBSOCKET) {
            out.refuseProbe();
            return;
        }
        probing = true;
        out.startTimer(ServerTimer.UPGRADE_TIMEOUT, options.upgradeTimeout());
    }

    /** Takes a text message of the probing WebSocket; true if the session must switch to it now. */
    boolean isSwitch(Bytes raw, ServerOutput out) {
        if (!probing) {
            return false;
        }
        if (raw.equals(EngineV4Codec.PROBE_PING)) {
            out.received(EngineV4Codec.decodeText(raw));
            out.writeProbe(ServerControl.PROBE_PONG);
            out.startTimer(ServerTimer.UPGRADE_CHECK, ServerEngineOptions.UPGRADE_CHECK);
            return false;
        }
        if (!raw.isEmpty() && raw.at(0) == '5') {
            out.received(EngineV4Codec.decodeText(raw));
            gone(out);
            return true;
        }
        out.fault(ProtocolFault.at(FaultCode.ENGINE_UNEXPECTED_TYPE, 0), raw, false);
        failed(out);
        return false;
    }

    void failed(ServerOutput out) {
        if (probing) {
            gone(out);
            out.closeProbe();
        }
    }

    void gone(ServerOutput out) {
        probing = false;
        out.stopTimer(ServerTimer.UPGRADE_TIMEOUT);
        out.stopTimer(ServerTimer.UPGRADE_CHECK);
    }

    void ended(ServerOutput out) {
        if (probing) {
            probing = false;
            out.closeProbe();
        }
    }
}
