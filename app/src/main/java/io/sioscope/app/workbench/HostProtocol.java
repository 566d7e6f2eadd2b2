package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.EnumSet;
import java.util.List;

/**
 * What a host speaks.
 *
 * @param transports those that are offered, each once
 * @param allowUpgrades whether polling connections may move to WebSocket
 * @param allowEio3 whether JavaScript clients 1.x and 2.x are served too
 * @param parser how packets are written; clients must use the same
 * @param perMessageDeflate of WebSocket messages
 */
public record HostProtocol(
        List<Transport> transports,
        boolean allowUpgrades,
        boolean allowEio3,
        PacketParser parser,
        HostCompression perMessageDeflate) {
    /** The reference's defaults. */
    public static final HostProtocol USUAL =
            new HostProtocol(List.of(Transport.values()), true, false, PacketParser.JSON, HostCompression.OFF);

    /** Keeps each transport once, in one order. */
    public HostProtocol {
        transports = transports.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(transports));
    }

    /** The same with the older generation, or without it. */
    public HostProtocol withAllowEio3(boolean allowed) {
        return new HostProtocol(transports, allowUpgrades, allowed, parser, perMessageDeflate);
    }

    /** The same with another parser. */
    public HostProtocol withParser(PacketParser changed) {
        return new HostProtocol(transports, allowUpgrades, allowEio3, changed, perMessageDeflate);
    }
}
