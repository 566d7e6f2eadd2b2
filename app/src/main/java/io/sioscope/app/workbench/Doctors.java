package io.sioscope.app.workbench;

import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.client.doctor.Doctor;
import io.sioscope.protocol.client.doctor.DoctorBuilder;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.protocol.net.ClientTls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Makes a doctor for a connection. Reads files of certificates; any thread that may block. */
public final class Doctors {
    private Doctors() {}

    /**
     * A doctor that examines what a connection would use.
     *
     * @throws IllegalArgumentException if something of {@link ConnectSpec#problems()} is wrong, or a file cannot be used
     */
    public static DoctorBuilder of(ConnectSpec spec) {
        ConnectOptions options = spec.options();
        ClientRoad road = ClientRoad.DIRECT.by(options.family());
        DoctorBuilder builder = Doctor.of(SioUrl.of(spec.url()))
                .engine(options.engine())
                .parser(options.parser())
                .path(spec.path())
                .addTrailingSlash(options.addTrailingSlash())
                .query(spec.effectiveQuery())
                .headers(spec.headers())
                .namespaces(spec.effectiveNamespaces())
                .transports(spec.transports())
                .withCredentials(options.withCredentials())
                .tls(tls(options))
                .road(options.proxy().isBlank() ? road : road.through(ClientProxy.of(options.proxy())));
        if (!spec.auth().isBlank() && JsonValues.read(spec.auth()) instanceof JsonValues.Reading.Read(var auth)) {
            builder.auth(auth);
        }
        return builder;
    }

    private static ClientTls tls(ConnectOptions options) {
        ClientTls tls = ClientTls.DEFAULT.withVerified(!options.insecure());
        try {
            if (!options.authorities().isBlank()) {
                tls = tls.withTrusted(PemFiles.certificates(Path.of(options.authorities())));
            }
            if (!options.certificate().isBlank()) {
                tls = tls.withIdentity(
                        PemFiles.key(Path.of(options.key())), PemFiles.certificates(Path.of(options.certificate())));
            }
            return tls;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }
}
