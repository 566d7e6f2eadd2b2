package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.session.ServerEngineOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The reference's times, which no test can wait for. */
class DefaultTimesTest {
    @Test
    void areTheReferences() throws ListenException {
        ServerEngineOptions session = SioServer.builder().sessionOptions();
        assertThat(Duration.ofNanos(session.pingInterval())).hasMillis(25_000);
        assertThat(Duration.ofNanos(session.pingTimeout())).hasMillis(20_000);
        assertThat(Duration.ofNanos(session.upgradeTimeout())).hasMillis(10_000);
        assertThat(Duration.ofNanos(ServerEngineOptions.CLOSE_TIMEOUT)).hasMillis(30_000);
        try (SioServer server = SioServer.listen(0)) {
            assertThat(((LiveServer) server).options().connectTimeout()).hasMillis(45_000);
        }
        assertThat(ConnectionStateRecovery.DEFAULT.maxDisconnectionDuration()).hasMillis(120_000);
        assertThat(ConnectionStateRecovery.DEFAULT.skipMiddlewares()).isTrue();
    }
}
