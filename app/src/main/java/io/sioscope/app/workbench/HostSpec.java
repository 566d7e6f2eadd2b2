package io.sioscope.app.workbench;

import java.time.Duration;
import java.util.List;

/**
 * Everything that a hosted server needs, as filled in; {@link #problems()} says whether it can be used. Immutable.
 *
 * @param port from 1 to 65535, or 0 for any free one
 * @param bind the address to listen on; blank for loopback, IPv4 and IPv6 where both exist
 * @param path where Engine.IO lives
 * @param namespaces the namespaces that are granted; empty for all
 * @param corsOrigins the origins that browsers may come from, {@code *} for any; empty for none
 * @param pingInterval the pause between heartbeats
 * @param pingTimeout how long the answer to a heartbeat may take
 * @param maxHttpBufferSize the largest message in bytes
 * @param allowEio3 whether JavaScript clients 1.x and 2.x are served too
 * @param behaviour what it does with events
 */
public record HostSpec(
        int port,
        String bind,
        String path,
        List<String> namespaces,
        List<String> corsOrigins,
        Duration pingInterval,
        Duration pingTimeout,
        int maxHttpBufferSize,
        boolean allowEio3,
        Behaviour behaviour) {
    /** The port that is used unless another is asked for. */
    public static final int DEFAULT_PORT = 3000;

    /** Keeps copies. */
    public HostSpec {
        namespaces = List.copyOf(namespaces);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** The reference server's defaults on loopback. */
    public static HostSpec on(int port, Behaviour behaviour) {
        return new HostSpec(
                port,
                "",
                "/socket.io",
                List.of(),
                List.of(),
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                1_000_000,
                false,
                behaviour);
    }

    /** The server for the protocols' official suites; its other options are the suites' own. */
    public static HostSpec conformance(int port, String bind, boolean allowEio3) {
        return new HostSpec(
                port,
                bind,
                "/socket.io",
                List.of("/", "/custom"),
                List.of("*"),
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                1_000_000,
                allowEio3,
                new Behaviour.Conformance());
    }

    /** The same with other namespaces. */
    public HostSpec withNamespaces(List<String> changed) {
        return new HostSpec(
                port, bind, path, changed, corsOrigins, pingInterval, pingTimeout, maxHttpBufferSize, allowEio3, behaviour);
    }

    /** The same on another port. */
    public HostSpec withPort(int changed) {
        return new HostSpec(
                changed,
                bind,
                path,
                namespaces,
                corsOrigins,
                pingInterval,
                pingTimeout,
                maxHttpBufferSize,
                allowEio3,
                behaviour);
    }

    /** The namespaces with their leading slashes. */
    public List<String> effectiveNamespaces() {
        return namespaces.stream().map(name -> name.startsWith("/") ? name : "/" + name).toList();
    }

    /** Whatever keeps this from being used, in the order of the fields; empty where all is well. Never throws. */
    public List<SpecProblem> problems() {
        return SpecChecks.of(this);
    }
}
