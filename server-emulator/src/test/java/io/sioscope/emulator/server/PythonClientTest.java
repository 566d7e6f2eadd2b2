package io.sioscope.emulator.server;

import io.sioscope.testing.NeedsPython;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;

/** The server against python-socketio, in the version that the system has. */
@NeedsPython
@NoLeaks
class PythonClientTest extends ClientContract {

    static Stream<ArgumentSet> clients() {
        return ways("5");
    }

    @Override
    Peer client(String version, String url, List<String> transports, List<String> namespaces) {
        return Peer.startPython(Map.of(
                "url", url, "transports", transports, "namespaces", namespaces, "auth", Map.of("token", "a&b")));
    }

    @Override
    int protocol(String version) {
        return 4;
    }

    @Override
    boolean saysWhy() {
        return false;
    }

    @Override
    void leave(Peer peer, String namespace) {
        peer.command(Map.of("do", "leave", "namespace", namespace));
    }
}
