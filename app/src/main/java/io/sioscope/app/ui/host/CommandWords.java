package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostCors;
import io.sioscope.app.workbench.HostHttp;
import io.sioscope.app.workbench.HostProtocol;
import io.sioscope.app.workbench.HostRecovery;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.HostTimes;
import io.sioscope.app.workbench.HostTls;
import io.sioscope.protocol.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options of {@code sioscope host} that start the same host: those that are not at their defaults. */
final class CommandWords {
    /** Stands for a password, which a command line would show to everybody. */
    static final String PASSWORD = "\"$TLS_PASSWORD\"";

    private final List<String> line = new ArrayList<>();

    private CommandWords() {}

    static List<String> of(HostSpec spec) {
        CommandWords words = new CommandWords();
        words.line.addAll(List.of("--port", Integer.toString(spec.port())));
        HostSpec base = words.behaviour(spec);
        words.listen(spec);
        words.given("--namespaces", spec.effectiveNamespaces(), base.effectiveNamespaces());
        words.path(spec.http(), base.http());
        words.cors(spec.cors(), base.cors());
        words.times(spec.times(), base.times());
        words.size("--max-http-buffer-size", spec.limits().maxHttpBufferSize(), base.limits().maxHttpBufferSize());
        words.size("--max-outbound-buffer", spec.limits().maxOutboundBuffer(), base.limits().maxOutboundBuffer());
        words.flag("--throttle", spec.limits().throttle());
        words.protocol(spec.protocol(), base.protocol());
        words.http(spec.http(), base.http());
        words.flag("--cleanup-empty-child-namespaces", spec.namespaces().cleanupEmptyChildNamespaces());
        words.recovery(spec.recovery(), base.recovery());
        return words.line;
    }

    /** What the command line begins with, where it is told to behave so. */
    private HostSpec behaviour(HostSpec spec) {
        switch (spec.behaviour()) {
            case Behaviour.Echo _ -> line.add("--echo");
            case Behaviour.Demo _ -> line.add("--demo");
            case Behaviour.Conformance _ -> {
                line.add("--conformance");
                return HostSpec.conformance(spec.port());
            }
            case Behaviour.Silent _ -> {}
        }
        return HostSpec.on(spec.port(), spec.behaviour());
    }

    private void listen(HostSpec spec) {
        flag("--allow-eio3", spec.protocol().allowEio3());
        if (!spec.listen().bind().isEmpty()) {
            line.addAll(List.of("--bind", spec.listen().bind()));
        }
        switch (spec.listen().tls()) {
            case HostTls.Off() -> {}
            case HostTls.SelfSigned() -> line.add("--tls-self-signed");
            case HostTls.Pem(String certificate, String key) ->
                line.addAll(List.of("--tls-certificate", certificate, "--tls-key", key));
            case HostTls.Pkcs12(String file, String password) -> {
                line.addAll(List.of("--tls-pkcs12", file));
                if (!password.isEmpty()) {
                    line.addAll(List.of("--tls-password", PASSWORD));
                }
            }
        }
    }

    private void path(HostHttp http, HostHttp base) {
        if (!http.path().equals(base.path())) {
            line.addAll(List.of("--path", http.path()));
        }
    }

    private void cors(HostCors cors, HostCors base) {
        if (!cors.origins().equals(base.origins())) {
            // A regular expression may hold commas, and the option may be repeated.
            cors.origins().forEach(origin -> line.addAll(List.of("--cors-origin", origin)));
        }
        flag("--cors-credentials", cors.credentials());
        given("--cors-methods", cors.methods(), base.methods());
        given("--cors-allowed-headers", cors.headers(), base.headers());
        given("--cors-exposed-headers", cors.exposedHeaders(), base.exposedHeaders());
    }

    private void times(HostTimes times, HostTimes base) {
        time("--ping-interval", times.pingInterval(), base.pingInterval());
        time("--ping-timeout", times.pingTimeout(), base.pingTimeout());
        time("--upgrade-timeout", times.upgradeTimeout(), base.upgradeTimeout());
        time("--connect-timeout", times.connectTimeout(), base.connectTimeout());
        time("--headers-timeout", times.headersTimeout(), base.headersTimeout());
    }

    private void protocol(HostProtocol protocol, HostProtocol base) {
        given("--transports", labels(protocol.transports()), labels(base.transports()));
        flag("--no-allow-upgrades", !protocol.allowUpgrades());
        if (protocol.parser() != base.parser()) {
            line.addAll(List.of("--parser", protocol.parser().name().toLowerCase(Locale.ROOT)));
        }
        compression("--per-message-deflate", protocol.perMessageDeflate(), base.perMessageDeflate());
    }

    private void compression(String name, HostCompression compression, HostCompression base) {
        if (!compression.equals(base)) {
            line.addAll(List.of(name, compression.on() ? Integer.toString(compression.threshold()) : "off"));
        }
    }

    private static List<String> labels(List<Transport> transports) {
        return transports.stream().map(Transport::label).toList();
    }

    private void http(HostHttp http, HostHttp base) {
        flag("--no-add-trailing-slash", !http.addTrailingSlash());
        flag("--no-serve-client", !http.serveClient());
        compression("--http-compression", http.compression(), base.compression());
        if (!http.cookie().isBlank()) {
            line.addAll(List.of("--cookie", http.cookie()));
        }
    }

    private void recovery(HostRecovery recovery, HostRecovery base) {
        if (recovery.on()) {
            line.add("--connection-state-recovery");
            if (!recovery.duration().equals(base.duration())) {
                line.add(words(recovery.duration()));
            }
            flag("--no-skip-middlewares", !recovery.skipMiddlewares());
        }
    }

    private void flag(String name, boolean given) {
        if (given) {
            line.add(name);
        }
    }

    private void given(String name, List<String> values, List<String> base) {
        if (!values.equals(base) && !values.isEmpty()) {
            line.addAll(List.of(name, String.join(",", values)));
        }
    }

    private void time(String name, Duration value, Duration base) {
        if (!value.equals(base)) {
            line.addAll(List.of(name, words(value)));
        }
    }

    private void size(String name, int value, int base) {
        if (value != base) {
            line.addAll(List.of(name, Integer.toString(value)));
        }
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
