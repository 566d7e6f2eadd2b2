package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HostSpec;
import java.time.Duration;
import java.util.List;

/** A host in other words: the command that starts the same one, and the lines that connect a page to it. Pure. */
final class Snippets {

    private static final HostSpec USUAL = HostSpec.on(HostSpec.DEFAULT_PORT, new Behaviour.Silent());

    private Snippets() {}

    /** The options of {@code sioscope host} that start the same host. */
    static List<String> options(HostSpec spec) {
        java.util.ArrayList<String> line = new java.util.ArrayList<>(List.of("--port", Integer.toString(spec.port())));
        switch (spec.behaviour()) {
            case Behaviour.Echo _ -> line.add("--echo");
            case Behaviour.Demo _ -> line.add("--demo");
            case Behaviour.Conformance _ -> line.add("--conformance");
            case Behaviour.Silent _ -> {}
        }
        if (spec.allowEio3()) {
            line.add("--allow-eio3");
        }
        if (!spec.bind().isEmpty()) {
            line.addAll(List.of("--bind", spec.bind()));
        }
        if (!(spec.behaviour() instanceof Behaviour.Conformance)) {
            protocol(spec, line);
        }
        return line;
    }

    private static void protocol(HostSpec spec, List<String> line) {
        if (!spec.namespaces().isEmpty()) {
            line.addAll(List.of("--namespaces", String.join(",", spec.effectiveNamespaces())));
        }
        if (!spec.path().equals(USUAL.path())) {
            line.addAll(List.of("--path", spec.path()));
        }
        if (!spec.corsOrigins().isEmpty()) {
            line.addAll(List.of("--cors-origin", String.join(",", spec.corsOrigins())));
        }
        if (!spec.pingInterval().equals(USUAL.pingInterval())) {
            line.addAll(List.of("--ping-interval", time(spec.pingInterval())));
        }
        if (!spec.pingTimeout().equals(USUAL.pingTimeout())) {
            line.addAll(List.of("--ping-timeout", time(spec.pingTimeout())));
        }
        if (spec.maxHttpBufferSize() != USUAL.maxHttpBufferSize()) {
            line.addAll(List.of("--max-http-buffer-size", Integer.toString(spec.maxHttpBufferSize())));
        }
    }

    /** The whole command, quoted for a shell. */
    static String command(HostSpec spec) {
        StringBuilder line = new StringBuilder("sioscope host");
        options(spec).forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:,@=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String time(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /**
     * Lines of JavaScript that connect to the host.
     *
     * @param url where it listens
     */
    static String client(HostSpec spec, String url) {
        String namespace = spec.effectiveNamespaces().stream().filter(name -> !name.equals("/")).findFirst().orElse("");
        String options = spec.path().equals(USUAL.path()) ? "" : ", { path: " + text(spec.path()) + " }";
        return "import { io } from \"socket.io-client\";\n\nconst socket = io(" + text(url + namespace) + options + ");\n"
                + "socket.onAny((event, ...args) => console.log(event, args));\n";
    }

    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
