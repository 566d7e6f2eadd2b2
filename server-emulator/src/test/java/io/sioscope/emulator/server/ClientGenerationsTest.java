package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import io.sioscope.testing.Peer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** One server against every generation of npm socket.io-client, over each way of transport. */
@NeedsNode
@NoLeaks
class ClientGenerationsTest extends ClientContract {
    private static final List<String> VERSIONS = List.of("1.7.4", "2.0.4", "2.5.0", "3.0.0", "3.1.3", "4.0.0");

    static Stream<ArgumentSet> clients() {
        return VERSIONS.stream().flatMap(ClientContract::ways);
    }

    @Override
    Peer client(String version, String url, List<String> transports, List<String> namespaces) {
        Map<String, Object> token = Map.of("token", "a&b");
        return Peer.start("client.cjs", Map.of(
                "client", "socket.io-client-" + version,
                "url", url,
                "options", Map.of("transports", transports, "reconnection", false),
                "namespaces", namespaces,
                "auths", Map.of("/closed", token, "/data", token)));
    }

    @Override
    int protocol(String version) {
        return version.startsWith("1.") || version.startsWith("2.") ? 3 : 4;
    }

    /** That release closes the whole connection with the first namespace that it leaves. */
    @Override
    boolean survivesLeaving(String version) {
        return !version.equals("3.0.0");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void namesSocketsAfterTheConnectionForOlderOnes(String version, List<String> transports) throws InterruptedException {
        try (Peer peer = client(version, transports, "/", "/chat")) {
            ServerSocket first = taken(root);
            ServerSocket second = taken(chat);
            boolean older = protocol(version) == 3;
            assertThat(first.id().equals(first.conn().id())).isEqualTo(older);
            assertThat(second.id().equals("/chat#" + second.conn().id())).isEqualTo(older);
            said(peer, "connect", "/chat");
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void hearsTheDataOfARefusal(String version, List<String> transports) throws InterruptedException {
        try (Peer peer = client(version, transports, "/", "/data")) {
            taken(root);
            assertThat(said(peer, "connect-error", "/data")).contains("a&b");
        }
    }
}
