package io.sioscope.emulator.http;

import java.util.List;

/** The services of a host by their paths. Immutable; any thread. */
final class HttpServices {
    private final List<HttpService> services;

    /** At least one; the first also answers for paths that nobody serves. */
    HttpServices(List<HttpService> services) {
        this.services = List.copyOf(services);
    }

    /** How long the head of a request may take, in nanoseconds. */
    long headTimeout() {
        return services.getFirst().headTimeout();
    }

    HttpService of(String target) {
        for (HttpService service : services) {
            if (target.startsWith(service.path())) {
                return service;
            }
        }
        return services.getFirst();
    }
}
