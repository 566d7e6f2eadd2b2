package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostProtocol;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code host} speaks. */
final class HostProtocolOptions {
    private static final List<String> GENERATIONS = List.of("3", "4");

    @Option(
            names = {"--transports", "--transport"},
            paramLabel = "polling|websocket",
            split = ",",
            hideParamSyntax = true,
            description = "${bundle:host.transports}")
    @Nullable List<Transport> transports;

    @Option(names = "--allow-upgrades", negatable = true, description = "${bundle:host.allowUpgrades}")
    @Nullable Boolean allowUpgrades;

    @Option(names = "--allow-eio3", description = "${bundle:host.allowEio3}")
    boolean allowEio3;

    @Option(names = "--eio", paramLabel = "3|4", split = ",", hideParamSyntax = true, description = "${bundle:host.eio}")
    @Nullable List<String> generations;

    @Option(names = "--parser", paramLabel = "json|msgpack", description = "${bundle:host.parser}")
    @Nullable PacketParser parser;

    @Option(names = "--per-message-deflate", paramLabel = "BYTES|off", description = "${bundle:host.deflate}")
    @Nullable HostCompression deflate;

    /** The base with what was given. */
    HostProtocol over(HostProtocol base, Usage usage) {
        return new HostProtocol(
                transports == null ? base.transports() : transports,
                allowUpgrades == null ? base.allowUpgrades() : allowUpgrades,
                allowEio3 || older(usage) || base.allowEio3(),
                parser == null ? base.parser() : parser,
                deflate == null ? base.perMessageDeflate() : deflate);
    }

    private boolean older(Usage usage) {
        if (generations == null) {
            return false;
        }
        for (String generation : generations) {
            if (!GENERATIONS.contains(generation)) {
                throw usage.failure("wrong.value", "--eio", generation);
            }
        }
        return generations.contains("3");
    }
}
