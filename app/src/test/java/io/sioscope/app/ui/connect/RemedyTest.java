package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.client.doctor.Finding;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page offers to change, and what it then changes. */
class RemedyTest {

    private final ConnectForm form = new ConnectForm(() -> {});

    private void mend(Kind kind, String... values) {
        form.take(Remedy.of(new Finding(kind, List.of(values))).orElseThrow());
    }

    @Test
    void anotherPath() {
        mend(Kind.PATH_ELSEWHERE, "/realtime/", "/socket.io/");
        assertThat(form.path.get()).isEqualTo("/socket.io/");
    }

    @Test
    void anotherScheme() {
        form.url.set("localhost:3000/chat?token=1");
        mend(Kind.TLS_ASKED_WITHOUT, "localhost", "3000");
        assertThat(form.url.get()).isEqualTo("https://localhost:3000/chat?token=1");
        mend(Kind.TLS_PLAIN_SERVER, "localhost", "3000");
        assertThat(form.url.get()).isEqualTo("http://localhost:3000/chat?token=1");
    }

    @Test
    void anotherTransport() {
        mend(Kind.TRANSPORT_UPGRADE_STRIPPED);
        assertThat(form.transports.get()).isEqualTo(TransportChoice.POLLING);
        mend(Kind.TRANSPORT_NOT_STICKY);
        assertThat(form.transports.get()).isEqualTo(TransportChoice.WEBSOCKET);
    }

    @Test
    void whatThePageCannotMend() {
        assertThat(Remedy.of(new Finding(Kind.PORT_CLOSED, List.of("localhost", "3000")))).isEmpty();
    }
}
