package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostLimits;
import io.sioscope.app.workbench.HostProtocol;
import io.sioscope.app.workbench.HostTimes;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;

/** What a host speaks, how long it waits and how much it takes, as filled in. */
final class ProtocolForm {
    final HostOption.Choice<Offered> transports =
            new HostOption.Choice<>("transports", Field.TRANSPORTS, Offered.BOTH, Offered.class);
    final HostOption.Choice<PacketParser> parser =
            new HostOption.Choice<>("parser", Field.PARSER, PacketParser.JSON, PacketParser.class);
    final HostOption.Switch older = new HostOption.Switch("older", Field.TRANSPORTS);
    final HostOption.Switch upgrades = new HostOption.Switch("upgrades", Field.UPGRADE_TIMEOUT);
    final HostOption.Switch deflate = new HostOption.Switch("deflate", Field.DEFLATE);
    final HostOption.Typed<Integer> deflateFrom = HostOption.size("deflating", Field.DEFLATE);
    final HostOption.Typed<Duration> pingInterval = HostOption.time("ping", Field.PING_INTERVAL);
    final HostOption.Typed<Duration> pingTimeout = HostOption.time("gone", Field.PING_TIMEOUT);
    final HostOption.Typed<Duration> upgradeTimeout = HostOption.time("upgrading", Field.UPGRADE_TIMEOUT);
    final HostOption.Typed<Duration> connectTimeout = HostOption.time("joining", Field.CONNECT_TIMEOUT);
    final HostOption.Typed<Duration> headersTimeout = HostOption.time("heads", Field.HEADERS_TIMEOUT);
    final HostOption.Typed<Integer> maxSize = HostOption.size("size", Field.MAX_SIZE);
    final HostOption.Typed<Integer> outbound = HostOption.size("outbound", Field.OUTBOUND_BUFFER);
    final HostOption.Switch throttle = new HostOption.Switch("throttle", Field.OUTBOUND_BUFFER);

    ProtocolForm() {
        deflateFrom.when(deflate.on);
    }

    HostProtocol read() {
        HostCompression usual = HostCompression.OFF;
        return new HostProtocol(
                transports.chosen.get().transports,
                upgrades.on.get(),
                older.on.get(),
                parser.chosen.get(),
                deflate.on.get() ? new HostCompression(true, deflateFrom.value(usual.threshold())) : usual);
    }

    HostTimes readTimes() {
        HostTimes usual = HostTimes.USUAL;
        return new HostTimes(
                pingInterval.value(usual.pingInterval()),
                pingTimeout.value(usual.pingTimeout()),
                upgradeTimeout.value(usual.upgradeTimeout()),
                connectTimeout.value(usual.connectTimeout()),
                headersTimeout.value(usual.headersTimeout()));
    }

    HostLimits readLimits() {
        HostLimits usual = HostLimits.USUAL;
        return new HostLimits(
                maxSize.value(usual.maxHttpBufferSize()),
                outbound.value(usual.maxOutboundBuffer()),
                throttle.on.get());
    }

    void write(HostProtocol protocol) {
        transports.chosen.set(Offered.of(protocol.transports()));
        parser.chosen.set(protocol.parser());
        older.on.set(protocol.allowEio3());
        upgrades.on.set(protocol.allowUpgrades());
        deflate.on.set(protocol.perMessageDeflate().on());
        deflateFrom.write(protocol.perMessageDeflate().threshold());
    }

    void write(HostTimes times, HostLimits limits) {
        pingInterval.write(times.pingInterval());
        pingTimeout.write(times.pingTimeout());
        upgradeTimeout.write(times.upgradeTimeout());
        connectTimeout.write(times.connectTimeout());
        headersTimeout.write(times.headersTimeout());
        maxSize.write(limits.maxHttpBufferSize());
        outbound.write(limits.maxOutboundBuffer());
        throttle.on.set(limits.throttle());
    }
}
