package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.client.SioClientBuilder;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

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
        try {
            if (!options.authorities().isBlank()) {
                builder.trust(PemFiles.certificates(Path.of(options.authorities())));
            }
            if (!options.certificate().isBlank()) {
                builder.clientCertificate(
                        PemFiles.key(Path.of(options.key())), PemFiles.certificates(Path.of(options.certificate())));
            }
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }
}
