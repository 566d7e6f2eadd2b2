package io.sioscope.emulator.http;

import java.util.List;

/** The services of a host by their paths. Immutable; any thread. */
final class HttpServices {
    private final List<HttpService> services;

    /** At least one; the first also answers for paths that nobody serves. */
    HttpServices(List<HttpService> services) {
        this.services = List.copyOf(services);
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
