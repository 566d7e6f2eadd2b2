package io.sioscope.app.workbench;

import java.util.List;

/**
 * Which web pages of other origins may use a host.
 *
 * @param origins who is let in, each as {@link CorsOrigin} reads it; empty for nobody
 * @param credentials whether cookies may be sent along
 * @param methods what a preflight grants; empty for the reference's six
 * @param headers the request headers that a preflight grants; empty for what it asks for
 * @param exposedHeaders the answer's headers that a page may read; empty for the usual ones
 */
public record HostCors(
        List<String> origins,
        boolean credentials,
        List<String> methods,
        List<String> headers,
        List<String> exposedHeaders) {
    /** Nobody is let in. */
    public static final HostCors NONE = origins(List.of());

    /** Keeps copies. */
    public HostCors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposedHeaders = List.copyOf(exposedHeaders);
    }

    /** These origins, and nothing unusual besides. */
    public static HostCors origins(List<String> origins) {
        return new HostCors(origins, false, List.of(), List.of(), List.of());
    }
}
