package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.http.AllowRequest;
import io.sioscope.emulator.http.HandshakeRequest;
import io.sioscope.protocol.EngineVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CVE-2020-28481 by way of a rebound name. */
class LocalNamesOnlyTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:3000, true", "LOCALHOST, true", "app.localhost:80, true", "127.0.0.1:3000, true", "127.8.9.1, true",
        "[::1]:3000, true", "evil.example:3000, false", "127.0.0.1.evil.example, false", "localhost.evil.example, false",
        "192.168.1.5:3000, false", "[fe80::1]:3000, false", "127.evil, false"
    })
    void allowsWhoMeansThisComputer(String host, boolean allowed) {
        List<String> decided = new ArrayList<>();
        HandshakeRequest request = new HandshakeRequest(
                "/socket.io/", Map.of(), Map.of("host", host), "127.0.0.1", false, EngineVersion.V4);

        new LocalNamesOnly().decide(request, new AllowRequest.Verdict() {
            @Override
            public void allow() {
                decided.add("");
            }

            @Override
            public void refuse(String message) {
                decided.add(message);
            }
        });

        assertThat(decided).hasSize(1);
        assertThat(decided.getFirst().isEmpty()).isEqualTo(allowed);
    }
}
