package io.sioscope.emulator.server;

import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;

/** The server against the Java client: 1.x, which speaks Engine.IO 3, and 2.x. */
@NoLeaks
class JavaClientTest extends ClientContract {

    static Stream<ArgumentSet> clients() {
        return Stream.of("1.0.2", "2.1.2").flatMap(ClientContract::ways);
    }

    @Override
    Peer client(String version, String url, List<String> transports, List<String> namespaces) {
        Map<String, Object> auths = Map.of("/closed", Map.of("token", "a&b"));
        return Peer.startJava(
                Path.of("target", "peers", "java-" + version),
                Map.of("url", url, "transports", transports, "namespaces", namespaces, "events", EVENTS, "auths", auths));
    }

    @Override
    int protocol(String version) {
        return version.startsWith("1.") ? 3 : 4;
    }

    /** 1.x drops a refusal that is no string, and the reference's server sends it an object. */
    @Override
    boolean hearsObjects(String version) {
        return !version.startsWith("1.");
    }
}
