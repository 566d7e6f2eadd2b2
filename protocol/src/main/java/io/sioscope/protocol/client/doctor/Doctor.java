package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.SioUrl;
import java.util.List;

/**
 * Says why a connection fails: examines a server layer by layer, from its name to its heartbeat, and tells at each what it saw.
 * Immutable; any thread. An examination changes nothing at the server: it opens sessions and closes them, joins namespaces and
 * leaves them.
 */
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new NameCheck(),
            new PortCheck(),
            new ProxyCheck(),
            new TlsCheck(),
            new HttpCheck(),
            new PathCheck(),
            new EngineCheck(),
            new TransportCheck(),
            new CorsCheck(),
            new NamespaceCheck(),
            new MiddlewareCheck(),
            new ParserCheck(),
            new HeartbeatCheck());

    private final DoctorOptions options;

    Doctor(DoctorOptions options) {
        this.options = options;
    }

    /** A doctor for a server; the URL's path is the namespace, its query goes to every request. */
    public static DoctorBuilder of(SioUrl url) {
        return new DoctorBuilder(url);
    }

    /** Begins to examine, on a virtual thread. */
    public Examination start(DoctorListener listener) {
        return new Examination(CHECKS, new Chart(options), listener);
    }
}
