package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Recorder;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted of a host's sockets, over real connections. */
class SocketMeterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MANY = 50;

    private final Hub hub = new Hub(Recorder.keepingNothing());
    private final Workbench workbench = new Workbench(hub, Locale.ENGLISH);

    @AfterEach
    void close() {
        workbench.close();
        hub.close();
    }

    private String connect(HostSession host, String namespace) {
        ClientSession client =
                workbench.connect(ConnectSpec.to(host.address().url()).withNamespaces(List.of(namespace)));
        await().atMost(PATIENCE).until(() -> client.sid(namespace).isPresent());
        return client.id();
    }

    private void emit(String session, String namespace, Arguments arguments) {
        workbench.emit(new EmitRequest(session, new Target.Server(), namespace, "hi", arguments, Optional.empty()));
    }

    private static SocketTraffic traffic(HostSession host, String namespace) {
        return host.snapshot().sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .findFirst()
                .flatMap(socket -> host.traffic(socket.id()))
                .orElse(SocketTraffic.NONE);
    }

    @Test
    void eventsAndBytesAreCountedBothWaysForEachSocketAlone() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Echo()));
        String one = connect(host, "/");
        connect(host, "/other");
        for (int i = 0; i < MANY; i++) {
            emit(one, "/", Arguments.of("x"));
        }
        await().atMost(PATIENCE).until(() -> traffic(host, "/").eventsToClient() == MANY);
        SocketTraffic counted = traffic(host, "/");
        assertThat(counted.eventsToServer()).isEqualTo(MANY);
        assertThat(counted.bytesToServer()).isEqualTo(MANY * (long) "42[\"hi\",\"x\"]".length());
        assertThat(counted.bytesToClient()).isGreaterThanOrEqualTo(counted.bytesToServer());
        assertThat(traffic(host, "/other").eventsToServer()).isZero();
        assertThat(traffic(host, "/other").eventsToClient()).isZero();
    }

    @Test
    void attachmentsCountAndWhoLeavesIsForgotten() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        String client = connect(host, "/");
        emit(client, "/", Arguments.of(Bytes.wrap(new byte[1_000])));
        await().atMost(PATIENCE).until(() -> traffic(host, "/").bytesToServer() > 1_000);
        String socket = host.snapshot().sockets().getFirst().id();
        workbench.session(client).ifPresent(workbench::close);
        await().atMost(PATIENCE).until(() -> host.traffic(socket).isEmpty());
    }

    @Test
    void aNamespaceThatNobodyNamedGoesWithItsLastSocketWhereThatIsAskedFor() throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Silent())
                .withNamespaces(new HostNamespaces(List.of(), true)));
        String client = connect(host, "/room");
        assertThat(host.snapshot().namespaces()).extracting(NamespaceSnapshot::name).contains("/room");
        workbench.session(client).ifPresent(workbench::close);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(host.snapshot().namespaces())
                        .extracting(NamespaceSnapshot::name)
                        .doesNotContain("/room"));
    }
}
