package io.sioscope.app.ui.host;

import io.sioscope.app.snippet.ShellWords;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.HostTls;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.ArrayList;
import java.util.List;

/** A host in other words: the command that starts the same one, and the lines that connect a page to it. Pure. */
final class Snippets {

    private Snippets() {}

    /** The whole command, quoted for a shell. */
    static String command(HostSpec spec) {
        StringBuilder line = new StringBuilder("sioscope host");
        CommandWords.of(spec).forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.equals(CommandWords.PASSWORD) ? word : ShellWords.quoted(word);
    }

    /**
     * Lines of JavaScript that connect to the host.
     *
     * @param url where it listens
     */
    static String client(HostSpec spec, String url) {
        boolean msgpack = spec.protocol().parser() == PacketParser.MSGPACK;
        String namespace = spec.effectiveNamespaces().stream()
                .filter(name -> !name.equals("/"))
                .findFirst()
                .orElse("");
        return "import { io } from \"socket.io-client\";\n"
                + (msgpack ? "import parser from \"socket.io-msgpack-parser\";\n" : "")
                + "\nconst socket = io(" + text(url + namespace) + options(spec) + ");\n"
                + "socket.onAny((event, ...args) => console.log(event, args));\n";
    }

    private static String options(HostSpec spec) {
        HostSpec usual = HostSpec.on(spec.port(), new Behaviour.Silent());
        List<String> options = new ArrayList<>();
        if (!spec.http().path().equals(usual.http().path())) {
            options.add("path: " + text(spec.http().path()));
        }
        if (!spec.http().addTrailingSlash()) {
            options.add("addTrailingSlash: false");
        }
        if (spec.protocol().transports().size() < Transport.values().length) {
            options.add("transports: ["
                    + String.join(
                            ", ",
                            spec.protocol().transports().stream()
                                    .map(each -> text(each.label()))
                                    .toList())
                    + "]");
        }
        if (spec.protocol().parser() == PacketParser.MSGPACK) {
            options.add("parser");
        }
        return options.isEmpty() ? "" : ", { " + String.join(", ", options) + " }";
    }

    /** Where a host will listen on this computer that does not listen yet. */
    static String url(HostSpec spec, String port) {
        return (spec.listen().tls() instanceof HostTls.Off ? "http" : "https") + "://localhost:" + port;
    }

    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
