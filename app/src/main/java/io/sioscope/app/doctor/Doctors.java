package io.sioscope.app.doctor;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.JsonValues;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.client.doctor.Doctor;
import io.sioscope.protocol.client.doctor.DoctorBuilder;

/** Makes a doctor for a connection. Pure. */
public final class Doctors {
    private Doctors() {}

    /**
     * A doctor that examines what a connection would use.
     *
     * @throws IllegalArgumentException if the spec has {@link ConnectSpec#problems()}
     */
    public static DoctorBuilder of(ConnectSpec spec) {
        DoctorBuilder builder = Doctor.of(SioUrl.of(spec.url()))
                .path(spec.path())
                .query(spec.effectiveQuery())
                .headers(spec.headers())
                .namespaces(spec.effectiveNamespaces())
                .transports(spec.transports());
        if (!spec.auth().isBlank() && JsonValues.read(spec.auth()) instanceof JsonValues.Reading.Read(var auth)) {
            builder.auth(auth);
        }
        return builder;
    }
}
