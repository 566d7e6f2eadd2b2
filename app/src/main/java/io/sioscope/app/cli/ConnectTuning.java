package io.sioscope.app.cli;

import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code connect} that are seldom needed. */
final class ConnectTuning {
    @Option(
            names = "--eio",
            paramLabel = "3|4|auto",
            converter = EngineConverter.class,
            description = "${bundle:connect.eio}")
    EngineChoice engine = EngineChoice.V4;

    @Option(
            names = "--parser",
            paramLabel = "json|msgpack",
            converter = ParserConverter.class,
            description = "${bundle:connect.parser}")
    PacketParser parser = PacketParser.JSON;

    @Option(names = "--try-all-transports", description = "${bundle:connect.tryAll}")
    boolean tryAllTransports;

    @Option(names = "--remember-upgrade", description = "${bundle:connect.remember}")
    boolean rememberUpgrade;

    @Option(names = "--force-base64", description = "${bundle:connect.base64}")
    boolean forceBase64;

    @Option(names = "--no-trailing-slash", description = "${bundle:connect.slash}")
    boolean noTrailingSlash;

    @Option(names = "--with-credentials", description = "${bundle:connect.cookies}")
    boolean withCredentials;

    @Option(names = "--ca", paramLabel = "FILE", description = "${bundle:connect.ca}")
    String authorities = "";

    @Option(names = "--cert", paramLabel = "FILE", description = "${bundle:connect.cert}")
    String certificate = "";

    @Option(names = "--key", paramLabel = "FILE", description = "${bundle:connect.key}")
    String key = "";

    @Option(names = "--insecure", description = "${bundle:connect.insecure}")
    boolean insecure;

    @Option(names = "--proxy", paramLabel = "URL", description = "${bundle:connect.proxy}")
    String proxy = "";

    @ArgGroup
    Family family = new Family();

    /** One of two. */
    static final class Family {
        @Option(names = "--ipv4", description = "${bundle:connect.ipv4}")
        boolean four;

        @Option(names = "--ipv6", description = "${bundle:connect.ipv6}")
        boolean six;

        AddressFamily value() {
            return four ? AddressFamily.IPV4 : six ? AddressFamily.IPV6 : AddressFamily.ANY;
        }
    }

    ConnectOptions options() {
        return new ConnectOptions(
                engine,
                parser,
                !noTrailingSlash,
                tryAllTransports,
                rememberUpgrade,
                forceBase64,
                withCredentials,
                insecure,
                authorities,
                certificate,
                key,
                proxy,
                family.value());
    }
}
