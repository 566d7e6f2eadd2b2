package io.sioscope.app.workbench;

import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The checks behind {@link HostSpec#problems()}, topic by topic. Pure. */
final class HostChecks {
    private static final Pattern BIND = Pattern.compile("[0-9A-Za-z.:_%-]+");
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private static final List<String> DEMO_NAMESPACES = List.of("/chat", "/desk");

    private final List<SpecProblem> found = new ArrayList<>();

    private HostChecks() {}

    static List<SpecProblem> of(HostSpec spec) {
        HostChecks checks = new HostChecks();
        checks.listen(spec.listen());
        SpecChecks.path(spec.http().path(), checks.found);
        SpecChecks.namespaces(spec.namespaces().granted(), checks.found);
        checks.cors(spec.cors());
        checks.http(spec.http());
        checks.times(spec.times());
        checks.limits(spec.limits());
        if (spec.protocol().transports().isEmpty()) {
            checks.add(Field.TRANSPORTS, Code.EMPTY, "");
        }
        checks.threshold(Field.DEFLATE, spec.protocol().perMessageDeflate());
        if (spec.recovery().on()) {
            checks.time(Field.RECOVERY, spec.recovery().duration());
        }
        if (spec.behaviour() instanceof Behaviour.Demo) {
            checks.demo(spec);
        }
        return List.copyOf(checks.found);
    }

    private void add(Field field, Code code, String detail) {
        found.add(SpecProblem.of(field, code, detail));
    }

    private void listen(HostListen listen) {
        if (listen.port() < 0 || listen.port() > 65535) {
            add(Field.PORT, Code.PORT, Integer.toString(listen.port()));
        }
        if (!listen.bind().isBlank() && !BIND.matcher(listen.bind().strip()).matches()) {
            add(Field.BIND, Code.SYNTAX, listen.bind());
        }
        switch (listen.tls()) {
            case HostTls.Off(), HostTls.SelfSigned() -> {}
            case HostTls.Pem(String certificate, String key) -> {
                file(Field.CERTIFICATE, certificate);
                file(Field.KEY, key);
            }
            case HostTls.Pkcs12(String file, String _) -> file(Field.CERTIFICATE, file);
        }
    }

    private void file(Field field, String name) {
        if (name.isBlank()) {
            add(field, Code.EMPTY, "");
        } else if (name.indexOf('\0') >= 0) {
            add(field, Code.SYNTAX, name);
        }
    }

    private void cors(HostCors cors) {
        boolean more = cors.credentials()
                || !cors.methods().isEmpty()
                || !cors.headers().isEmpty()
                || !cors.exposedHeaders().isEmpty();
        if (cors.origins().isEmpty() && more) {
            add(Field.CORS_ORIGIN, Code.EMPTY, "");
        }
        for (int i = 0; i < cors.origins().size(); i++) {
            String origin = cors.origins().get(i);
            if (origin.isBlank()) {
                found.add(new SpecProblem(Field.CORS_ORIGIN, Code.EMPTY, i, ""));
            } else if (CorsOrigin.isExpression(origin) && CorsOrigin.pattern(origin).isEmpty()) {
                found.add(new SpecProblem(Field.CORS_ORIGIN, Code.PATTERN, i, origin));
            } else if (!CorsOrigin.isPossible(origin)) {
                found.add(new SpecProblem(Field.CORS_ORIGIN, Code.ORIGIN, i, origin));
            }
        }
        names(Field.CORS_METHODS, cors.methods());
        names(Field.CORS_HEADERS, cors.headers());
        names(Field.CORS_EXPOSED, cors.exposedHeaders());
    }

    /** What stands in an HTTP header's list of names. */
    private void names(Field field, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!SpecChecks.isHeaderName(names.get(i))) {
                found.add(new SpecProblem(field, Code.SYNTAX, i, names.get(i)));
            }
        }
    }

    private void http(HostHttp http) {
        if (!http.cookie().isBlank() && HostCookie.read(http.cookie()).isEmpty()) {
            add(Field.COOKIE, Code.COOKIE, http.cookie());
        }
        threshold(Field.HTTP_COMPRESSION, http.compression());
    }

    private void threshold(Field field, HostCompression compression) {
        if (compression.on() && compression.threshold() < 0) {
            add(field, Code.RANGE, "0 – " + Integer.MAX_VALUE);
        }
    }

    private void times(HostTimes times) {
        time(Field.PING_INTERVAL, times.pingInterval());
        time(Field.PING_TIMEOUT, times.pingTimeout());
        time(Field.UPGRADE_TIMEOUT, times.upgradeTimeout());
        time(Field.CONNECT_TIMEOUT, times.connectTimeout());
        time(Field.HEADERS_TIMEOUT, times.headersTimeout());
    }

    private void time(Field field, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
            add(field, Code.RANGE, "1 ms – " + LONGEST.toDays() + " d");
        }
    }

    private void limits(HostLimits limits) {
        size(Field.MAX_SIZE, limits.maxHttpBufferSize());
        size(Field.OUTBOUND_BUFFER, limits.maxOutboundBuffer());
    }

    private void size(Field field, int bytes) {
        if (bytes < 1) {
            add(field, Code.RANGE, "1 – " + Integer.MAX_VALUE);
        }
    }

    /** The demo's people are clients of ours, each with its own way to connect, and none trusts a certificate of one's own. */
    private void demo(HostSpec spec) {
        if (spec.protocol().transports().size() < Transport.values().length) {
            add(Field.TRANSPORTS, Code.DEMO, "");
        }
        if (spec.protocol().parser() != PacketParser.JSON) {
            add(Field.PARSER, Code.DEMO, "");
        }
        if (!(spec.listen().tls() instanceof HostTls.Off)) {
            add(Field.CERTIFICATE, Code.DEMO, "");
        }
        List<String> granted = spec.effectiveNamespaces();
        if (!granted.isEmpty() && !granted.containsAll(DEMO_NAMESPACES)) {
            add(Field.NAMESPACE, Code.DEMO, "");
        }
        if (!spec.http().addTrailingSlash()) {
            add(Field.PATH, Code.DEMO, "");
        }
    }
}
