package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.sioscope.testing.NoLeaks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Listening and its end. */
@NoLeaks
class ListenTest {
    @Test
    void listensOnBothLoopbackAddresses() throws Exception {
        try (SioServer server = SioServer.listen(0)) {
            assertThat(server.addresses()).allMatch(address -> address.getAddress().isLoopbackAddress());
            assertThat(server.addresses()).extracting(InetSocketAddress::getPort).containsOnly(server.port());
            assertThat(server.url().toString()).isEqualTo("http://127.0.0.1:" + server.port());
            for (InetSocketAddress address : server.addresses()) {
                try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                    assertThat(socket.isConnected()).isTrue();
                }
            }
        }
    }

    @Test
    void saysThatAPortIsBusy() throws Exception {
        try (SioServer server = SioServer.listen(0)) {
            ListenException busy =
                    catchThrowableOfType(ListenException.class, () -> SioServer.listen(server.port()));
            assertThat(busy.reason()).isEqualTo(ListenException.Reason.PORT_IN_USE);
            assertThat(busy.address().getPort()).isEqualTo(server.port());
        }
    }

    @Test
    void saysThatAnAddressIsNotHere() {
        ListenException elsewhere = catchThrowableOfType(
                ListenException.class, () -> SioServer.builder().host("192.0.2.1").listen());
        assertThat(elsewhere.reason()).isEqualTo(ListenException.Reason.NO_SUCH_ADDRESS);
        ListenException unknown = catchThrowableOfType(
                ListenException.class, () -> SioServer.builder().host("no-such-host.invalid").listen());
        assertThat(unknown.reason()).isEqualTo(ListenException.Reason.NO_SUCH_ADDRESS);
    }

    @Test
    void listensOnOneAddressIfTold() throws Exception {
        try (SioServer server = SioServer.builder().host("127.0.0.1").listen()) {
            assertThat(server.addresses())
                    .containsExactly(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.port()));
        }
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> SioServer.builder().port(65_536).listen()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SioServer.builder().pingInterval(Duration.ZERO).listen())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SioServer.builder().maxHttpBufferSize(0).listen())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithItsPortAndThreads() throws Exception {
        SioServer server = SioServer.listen(0);
        int port = server.port();
        assertThat(server.closeAsync()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(server.closeAsync()).isDone();
        server.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> hostThreads() == 0);
        try (SioServer again = SioServer.listen(port)) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    private static long hostThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sioscope-host"))
                .count();
    }
}
