package io.sioscope.app.workbench;

import io.sioscope.emulator.conformance.Conformance;
import io.sioscope.emulator.http.ClientBundle;
import io.sioscope.emulator.http.Cors;
import io.sioscope.emulator.http.HttpCompression;
import io.sioscope.emulator.http.PerMessageDeflate;
import io.sioscope.emulator.server.ConnectionStateRecovery;
import io.sioscope.emulator.server.NamespacePolicy;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Gives a server that is being set up what a spec says, topic by topic. */
final class HostBuilding {
    private static final Pattern EVERY_NAME = Pattern.compile("");

    private HostBuilding() {}

    /**
     * A server that can listen once its application is there.
     *
     * @param client what pages get, where the spec says so
     * @param certificate the spec's, loaded
     */
    static SioServerBuilder of(HostSpec spec, ClientBundle client, Optional<HostCertificate> certificate) {
        SioServerBuilder builder = SioServer.builder();
        if (spec.behaviour() instanceof Behaviour.Conformance) {
            // The suites' options come with their application; the spec's go over them.
            Conformance.prepare(builder);
        }
        listen(spec.listen(), builder);
        certificate.map(HostCertificate::tls).ifPresent(builder::tls);
        http(spec.http(), client, builder);
        cors(spec.cors()).ifPresent(builder::cors);
        namespaces(spec, builder);
        protocol(spec.protocol(), builder);
        times(spec.times(), builder);
        builder.maxHttpBufferSize(spec.limits().maxHttpBufferSize());
        builder.maxOutboundBuffer(spec.limits().maxOutboundBuffer());
        builder.throttle(spec.limits().throttle());
        HostRecovery recovery = spec.recovery();
        if (recovery.on()) {
            builder.connectionStateRecovery(
                    new ConnectionStateRecovery(recovery.duration(), recovery.skipMiddlewares()));
        }
        return builder;
    }

    private static void listen(HostListen listen, SioServerBuilder builder) {
        builder.port(listen.port());
        if (listen.bind().isBlank()) {
            builder.allowRequest(new LocalNamesOnly());
        } else {
            builder.host(listen.bind().strip());
        }
    }

    private static void http(HostHttp http, ClientBundle client, SioServerBuilder builder) {
        builder.path(http.path()).addTrailingSlash(http.addTrailingSlash());
        builder.httpCompression(
                http.compression().on() ? new HttpCompression(http.compression().threshold()) : null);
        if (http.serveClient()) {
            builder.serveClient(client);
        }
        if (!http.cookie().isBlank()) {
            HostCookie.read(http.cookie()).ifPresent(builder::cookie);
        }
    }

    private static Optional<Cors> cors(HostCors cors) {
        if (cors.origins().isEmpty()) {
            return Optional.empty();
        }
        Cors granted = origins(cors.origins());
        if (cors.credentials()) {
            granted = granted.withCredentials();
        }
        if (!cors.methods().isEmpty()) {
            granted = granted.withMethods(cors.methods().toArray(String[]::new));
        }
        if (!cors.headers().isEmpty()) {
            granted = granted.withAllowedHeaders(cors.headers().toArray(String[]::new));
        }
        if (!cors.exposedHeaders().isEmpty()) {
            granted = granted.withExposedHeaders(cors.exposedHeaders().toArray(String[]::new));
        }
        return Optional.of(granted);
    }

    private static Cors origins(List<String> origins) {
        if (origins.contains("*")) {
            return Cors.any();
        }
        List<Predicate<String>> tests = new ArrayList<>();
        for (String origin : origins) {
            tests.add(CorsOrigin.pattern(origin).map(Pattern::asPredicate).orElse(origin::equals));
        }
        return Cors.deciding(asking -> tests.stream().anyMatch(test -> test.test(asking)));
    }

    private static void namespaces(HostSpec spec, SioServerBuilder builder) {
        boolean cleanup = spec.namespaces().cleanupEmptyChildNamespaces();
        builder.cleanupEmptyChildNamespaces(cleanup);
        if (!spec.namespaces().granted().isEmpty()) {
            builder.namespaces(NamespacePolicy.only(spec.effectiveNamespaces().toArray(String[]::new)));
        } else if (cleanup) {
            // Only a family's namespaces can go again, so those that nobody named are made one.
            builder.namespaces(NamespacePolicy.declared()).setup(server -> server.of(EVERY_NAME));
        } else {
            builder.namespaces(NamespacePolicy.any());
        }
    }

    private static void protocol(HostProtocol protocol, SioServerBuilder builder) {
        List<Transport> offered = protocol.transports();
        builder.transports(offered.getFirst(), offered.toArray(Transport[]::new));
        builder.allowUpgrades(protocol.allowUpgrades())
                .allowEio3(protocol.allowEio3())
                .parser(protocol.parser());
        HostCompression deflate = protocol.perMessageDeflate();
        builder.perMessageDeflate(deflate.on() ? new PerMessageDeflate(deflate.threshold()) : null);
    }

    private static void times(HostTimes times, SioServerBuilder builder) {
        builder.pingInterval(times.pingInterval())
                .pingTimeout(times.pingTimeout())
                .upgradeTimeout(times.upgradeTimeout())
                .connectTimeout(times.connectTimeout())
                .headersTimeout(times.headersTimeout());
    }
}
