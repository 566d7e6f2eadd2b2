package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.client.SioClientBuilder;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.protocol.net.ClientTls;
import java.security.PrivateKey;

/** Turns what a connection was asked to be into a client's options. Reads files; any thread that may block. */
final class ConnectBuilding {
    private ConnectBuilding() {}

    /**
     * The options of a client.
     *
     * @throws IllegalArgumentException if something of {@link ConnectSpec#problems()} is wrong
     */
    static SioClientBuilder of(ConnectSpec spec) {
        ConnectOptions options = spec.options();
        SioClientBuilder builder = SioClient.builder(SioUrl.of(spec.url()))
                .engine(options.engine())
                .parser(options.parser())
                .path(spec.path())
                .addTrailingSlash(options.addTrailingSlash())
                .transports(spec.transports().toArray(Transport[]::new))
                .upgrade(spec.upgrade())
                .tryAllTransports(options.tryAllTransports())
                .rememberUpgrade(options.rememberUpgrade())
                .forceBase64(options.forceBase64())
                .query(spec.effectiveQuery())
                .withCredentials(options.withCredentials())
                .rejectUnauthorized(!options.insecure())
                .family(options.family())
                .reconnection(spec.reconnection())
                .timeout(spec.timeout());
        spec.headers().forEach(header -> builder.header(header.name(), header.value()));
        if (!options.proxy().isBlank()) {
            builder.proxy(ClientProxy.of(options.proxy()));
        }
        certificates(options, builder);
        return builder;
    }

    private static void certificates(ConnectOptions options, SioClientBuilder builder) {
        ClientTls tls = options.tls();
        if (!tls.trusted().isEmpty()) {
            builder.trust(tls.trusted());
        }
        PrivateKey key = tls.key();
        if (key != null) {
            builder.clientCertificate(key, tls.chain());
        }
    }
}
