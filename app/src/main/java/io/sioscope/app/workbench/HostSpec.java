package io.sioscope.app.workbench;

import java.time.Duration;
import java.util.List;

/**
 * Everything that a hosted server needs, as filled in, by topic; {@link #problems()} says whether it can be used. Immutable.
 *
 * @param listen where it listens
 * @param http its HTTP side
 * @param cors which web pages it lets in
 * @param namespaces what clients may ask for
 * @param protocol what it speaks
 * @param times how long it waits
 * @param limits what it takes and keeps
 * @param recovery whether clients come back as who they were
 * @param behaviour what it does with events
 */
public record HostSpec(
        HostListen listen,
        HostHttp http,
        HostCors cors,
        HostNamespaces namespaces,
        HostProtocol protocol,
        HostTimes times,
        HostLimits limits,
        HostRecovery recovery,
        Behaviour behaviour) {
    /** The port that is used unless another is asked for. */
    public static final int DEFAULT_PORT = 3000;

    /** The reference server's defaults on loopback. */
    public static HostSpec on(int port, Behaviour behaviour) {
        return new HostSpec(
                HostListen.on(port),
                HostHttp.USUAL,
                HostCors.NONE,
                HostNamespaces.ALL,
                HostProtocol.USUAL,
                HostTimes.USUAL,
                HostLimits.USUAL,
                HostRecovery.OFF,
                behaviour);
    }

    /** The server for the protocols' official suites, with the options that these expect. */
    public static HostSpec conformance(int port) {
        HostTimes usual = HostTimes.USUAL;
        HostTimes quick = new HostTimes(
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                usual.upgradeTimeout(),
                Duration.ofSeconds(1),
                usual.headersTimeout());
        return on(port, new Behaviour.Conformance())
                .withNamespaces(HostNamespaces.only(List.of("/", "/custom")))
                .withCors(HostCors.origins(List.of("*")))
                .withTimes(quick);
    }

    /** The port to listen on. */
    public int port() {
        return listen.port();
    }

    /** The same on another port. */
    public HostSpec withPort(int changed) {
        return withListen(listen.withPort(changed));
    }

    /** The same elsewhere. */
    public HostSpec withListen(HostListen changed) {
        return new HostSpec(changed, http, cors, namespaces, protocol, times, limits, recovery, behaviour);
    }

    /** The same with another HTTP side. */
    public HostSpec withHttp(HostHttp changed) {
        return new HostSpec(listen, changed, cors, namespaces, protocol, times, limits, recovery, behaviour);
    }

    /** The same for other web pages. */
    public HostSpec withCors(HostCors changed) {
        return new HostSpec(listen, http, changed, namespaces, protocol, times, limits, recovery, behaviour);
    }

    /** The same with other namespaces. */
    public HostSpec withNamespaces(HostNamespaces changed) {
        return new HostSpec(listen, http, cors, changed, protocol, times, limits, recovery, behaviour);
    }

    /** The same in another tongue. */
    public HostSpec withProtocol(HostProtocol changed) {
        return new HostSpec(listen, http, cors, namespaces, changed, times, limits, recovery, behaviour);
    }

    /** The same with other times. */
    public HostSpec withTimes(HostTimes changed) {
        return new HostSpec(listen, http, cors, namespaces, protocol, changed, limits, recovery, behaviour);
    }

    /** The same with other limits. */
    public HostSpec withLimits(HostLimits changed) {
        return new HostSpec(listen, http, cors, namespaces, protocol, times, changed, recovery, behaviour);
    }

    /** The same with another recovery. */
    public HostSpec withRecovery(HostRecovery changed) {
        return new HostSpec(listen, http, cors, namespaces, protocol, times, limits, changed, behaviour);
    }

    /** The namespaces with their leading slashes. */
    public List<String> effectiveNamespaces() {
        return namespaces.granted().stream()
                .map(name -> name.startsWith("/") ? name : "/" + name)
                .toList();
    }

    /** Whatever keeps this from being used, in the order of the fields; empty where all is well. Never throws. */
    public List<SpecProblem> problems() {
        return HostChecks.of(this);
    }
}
