package io.sioscope.protocol.client;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseDetail;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.ConnectFailure;
import io.sioscope.protocol.session.VersionFound;
import io.sioscope.protocol.socketio.JsonArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Writes down, in order, what listeners are told; a test waits for a line. Any thread. */
final class Record {
    private final List<String> lines = new ArrayList<>();

    private synchronized void add(String line) {
        lines.add(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until a line begins with {@code start}; it stays. */
    String await(String start) {
        return await("a line that begins with " + start, line -> line.startsWith(start));
    }

    String await(String what, Predicate<String> match) {
        Awaitility.await(what).atMost(java.time.Duration.ofSeconds(20)).pollInterval(java.time.Duration.ofMillis(5)).untilAsserted(() -> {
            if (lines().stream().noneMatch(match)) {
                throw new AssertionError("no " + what + " in " + lines());
            }
        });
        return lines().stream().filter(match).findFirst().orElseThrow();
    }

    long count(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).count();
    }

    AnyEventHandler events() {
        return (event, arguments, ack) -> {
            String told = arguments.attachments().isEmpty()
                    ? arguments instanceof JsonArguments json ? "[" + json.json().utf8() + "]" : "absent"
                    : arguments.attachments().size() + " attachments";
            add("event " + event + " " + told);
        };
    }

    SocketListener socket() {
        return new SocketListener() {
            @Override
            public void connected(String id) {
                add("connected " + id);
            }

            @Override
            public void connectError(ConnectError error) {
                String data = error instanceof ConnectError.Refused refused
                        ? refused.data().map(value -> " " + value).orElse("")
                        : "";
                add("connectError " + error.message() + data);
            }

            @Override
            public void disconnected(CloseReason reason, CloseDetail detail) {
                add("disconnected " + reason.text() + " / " + detail.description() + " " + detail.code());
            }
        };
    }

    ClientListener client() {
        return new ClientListener() {
            @Override
            public void versionFound(VersionFound found) {
                add("found " + found.version() + " " + found.how());
            }

            @Override
            public void opened(String engineId, Transport transport) {
                add("opened " + transport);
            }

            @Override
            public void error(ConnectFailure failure) {
                add("error " + failure);
            }

            @Override
            public void closed(CloseReason reason, CloseDetail detail) {
                add("closed " + reason.text() + " / " + detail.description() + " " + detail.code());
            }

            @Override
            public void ping() {
                add("ping");
            }

            @Override
            public void upgraded(Transport from, Transport to) {
                add("upgraded " + from + " " + to);
            }

            @Override
            public void upgradeFailed(ConnectFailure failure) {
                add("upgradeFailed " + failure);
            }

            @Override
            public void reconnectAttempt(int attempt) {
                add("reconnectAttempt " + attempt);
            }

            @Override
            public void reconnectError(ConnectFailure failure) {
                add("reconnectError " + failure);
            }

            @Override
            public void reconnected(int attempt) {
                add("reconnected " + attempt);
            }

            @Override
            public void reconnectFailed() {
                add("reconnectFailed");
            }
        };
    }
}
