package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.CheckResult.Warned;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV4Codec;
import io.sioscope.protocol.engineio.Handshake;
import java.io.IOException;
import java.time.Duration;

/** Heartbeats: stays connected over some of them, answering as a client does. */
final class HeartbeatCheck implements Check {
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(2);

    @Override
    public Layer layer() {
        return Layer.HEARTBEAT;
    }

    @Override
    public Deadline deadline(Chart chart) {
        return Deadline.in(chart.link()
                .map(link -> period(link.opened().handshake()).multipliedBy(chart.options().heartbeats() + 1L))
                .orElse(chart.options().patience()));
    }

    /** The longest that may pass between two heartbeats before a client gives up. */
    private static Duration period(Handshake handshake) {
        Duration whole = Duration.ofMillis(handshake.pingIntervalMs() + handshake.pingTimeoutMs());
        return whole.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : whole;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        if (chart.options().heartbeats() == 0) {
            return new Skipped(Finding.of(Kind.HEARTBEAT_NOT_ASKED));
        }
        EngineLink link = chart.link().orElse(null);
        if (link == null || chart.joined().filter(joined -> !joined.granted().isEmpty()).isEmpty()) {
            return new Skipped(Finding.of(Kind.NOT_REACHED));
        }
        Handshake handshake = link.opened().handshake();
        if (handshake.pingIntervalMs() > LONGEST_INTERVAL.toMillis()) {
            return new Warned(
                    Finding.of(Kind.HEARTBEAT_TOO_LONG, handshake.pingIntervalMs(), LONGEST_INTERVAL.toSeconds()));
        }
        int beats = 0;
        try {
            while (beats < chart.options().heartbeats()) {
                beat(link, Deadline.in(period(handshake)));
                beats++;
            }
        } catch (WireException broken) {
            return new Failed(
                    broken.trouble() == Trouble.SILENT
                            ? Finding.of(Kind.HEARTBEAT_MISSED, beats, period(handshake).toMillis())
                            : Finding.of(Kind.HEARTBEAT_DROPPED, beats, broken.said()));
        }
        return new Passed(Finding.of(Kind.HEARTBEAT_STEADY, beats, handshake.pingIntervalMs()));
    }

    /** The server asks in revision 4; in revision 3 the client does, after each interval. */
    private static void beat(EngineLink link, Deadline deadline) throws IOException {
        if (link.opened().version() == EngineVersion.V3) {
            link.rest(Deadline.in(Duration.ofMillis(link.opened().handshake().pingIntervalMs())));
            link.send(EngineRecord.text(EngineV4Codec.PING), deadline);
        }
        while (true) {
            switch (link.receive(deadline)) {
                case EnginePacket.Ping ping -> {
                    link.send(EngineRecord.text(EngineV4Codec.PONG), deadline);
                    return;
                }
                case EnginePacket.Pong pong -> {
                    return;
                }
                case EnginePacket.Close close -> throw new WireException(Trouble.CLOSED, "Engine.IO close");
                case EnginePacket.Malformed malformed ->
                    throw new WireException(Trouble.OTHER_PROTOCOL, malformed.raw().toString());
                case EnginePacket.Open open -> {}
                case EnginePacket.Message message -> {}
                case EnginePacket.BinaryMessage message -> {}
                case EnginePacket.Upgrade upgrade -> {}
                case EnginePacket.Noop noop -> {}
            }
        }
    }
}
