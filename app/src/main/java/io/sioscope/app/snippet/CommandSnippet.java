package io.sioscope.app.snippet;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A connection as a {@code sioscope connect} command for a POSIX shell. Pure. */
final class CommandSnippet {
    private final List<String> words = new ArrayList<>(List.of("sioscope", "connect"));

    private CommandSnippet() {}

    static String of(ConnectSpec spec) {
        return new CommandSnippet().text(spec);
    }

    private String text(ConnectSpec spec) {
        words.add(ShellWords.quoted(spec.url()));
        answers(spec, "");
        spec.namespaces().forEach(namespace -> {
            option("--namespace", namespace);
            answers(spec, namespace);
        });
        if (!spec.auth().isBlank()) {
            option("--auth", spec.auth());
        }
        spec.headers().forEach(header -> option("--header", header.name() + ": " + header.value()));
        spec.query().forEach((name, value) -> option("--query", name + "=" + value));
        if (!spec.path().equals("/socket.io")) {
            option("--path", spec.path());
        }
        if (!spec.transports().equals(List.of(Transport.POLLING, Transport.WEBSOCKET))) {
            option("--transport", spec.transports().stream().map(Transport::label).collect(Collectors.joining(",")));
        }
        if (spec.reconnection().enabled()) {
            words.add("--reconnect");
        }
        rare(spec.options());
        return String.join(" ", words) + "\n";
    }

    /** An answer holds in the namespace that stands before it. */
    private void answers(ConnectSpec spec, String namespace) {
        for (AnswerRule rule : spec.habits().answers()) {
            if (rule.namespace().equals(namespace)) {
                String delay = rule.delay().isZero() ? "" : "@" + rule.delay().toMillis() + "ms";
                option("--answer", rule.event() + delay + "=" + rule.answer());
            }
        }
    }

    private void option(String name, String value) {
        words.add(name);
        words.add(ShellWords.quoted(value));
    }

    private void rare(ConnectOptions it) {
        switch (it.engine()) {
            case V3 -> option("--eio", "3");
            case DETECT -> option("--eio", "auto");
            case V4 -> {
                // The default.
            }
        }
        flag(it.parser() == PacketParser.MSGPACK, "--parser=msgpack");
        flag(it.tryAllTransports(), "--try-all-transports");
        flag(it.rememberUpgrade(), "--remember-upgrade");
        flag(it.forceBase64(), "--force-base64");
        flag(!it.addTrailingSlash(), "--no-trailing-slash");
        flag(it.withCredentials(), "--with-credentials");
        file("--ca", it.authorities());
        file("--cert", it.certificate());
        file("--key", it.key());
        flag(it.insecure(), "--insecure");
        file("--proxy", it.proxy());
        switch (it.family()) {
            case IPV4 -> words.add("--ipv4");
            case IPV6 -> words.add("--ipv6");
            case ANY -> {
                // The default.
            }
        }
    }

    private void flag(boolean on, String name) {
        if (on) {
            words.add(name);
        }
    }

    private void file(String name, String value) {
        if (!value.isBlank()) {
            option(name, value);
        }
    }
}
