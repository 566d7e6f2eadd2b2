package io.sioscope.app.workbench;

import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.client.doctor.Doctor;
import io.sioscope.protocol.client.doctor.DoctorBuilder;

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
                .tls(options.tls())
                .road(options.road());
        if (!spec.auth().isBlank() && JsonValues.read(spec.auth()) instanceof JsonValues.Reading.Read(var auth)) {
            builder.auth(auth);
        }
        return builder;
    }
}
