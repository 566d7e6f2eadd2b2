package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.testing.NoLeaks;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which cookies go back to a server, by polling and over the WebSocket of an upgrade. */
@NoLeaks
class CookieTest {
    private static final String OPEN =
            "0{\"sid\":\"E1\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000}";
    /** The four of the reference's own test suite, and one for a day that has long passed. */
    private static final String COOKIES = "Set-Cookie: 1=1; Max-Age=86400\r\n"
            + "Set-Cookie: 2=2; Secure; HttpOnly; SameSite=Strict\r\n"
            + "Set-Cookie: 3=3; Max-Age=0\r\n"
            + "Set-Cookie: 4=4; Expires=Thu, 01 Jan 1970 00:00:00 GMT\r\n";

    /** The Cookie headers of the requests after the first, the poll's and the upgrade's; empty for none. */
    private static List<String> sentBack(SioClientBuilder options, RawServer server, List<CompletableFuture<String>> later) {
        try (SioClient client = options.build()) {
            client.open();
            List<String> requests = later.stream()
                    .map(request -> request.orTimeout(20, TimeUnit.SECONDS).join())
                    .toList();
            assertThat(client.url()).isEqualTo(server.url());
            return requests.stream()
                    .map(request -> request.lines()
                            .filter(line -> line.regionMatches(true, 0, "cookie:", 0, 7))
                            .map(line -> line.substring(7).strip())
                            .findFirst()
                            .orElse(""))
                    .toList();
        }
    }

    private static RawServer server(List<CompletableFuture<String>> later) {
        AtomicInteger requests = new AtomicInteger();
        return new RawServer(line -> {
            for (String request = line.request(); !request.isEmpty(); request = line.request()) {
                if (requests.getAndIncrement() == 0) {
                    line.answer("200 OK", COOKIES, OPEN);
                } else {
                    later.get(request.contains("transport=websocket") ? 1 : 0).complete(request);
                    line.drain();
                }
            }
        });
    }

    private static List<String> sentBack(boolean asked, String own) {
        List<CompletableFuture<String>> later = List.of(new CompletableFuture<>(), new CompletableFuture<>());
        try (RawServer server = server(later)) {
            SioClientBuilder options = SioClient.builder(server.url())
                    .transports(Transport.POLLING, Transport.WEBSOCKET)
                    .withCredentials(asked);
            return sentBack(own.isEmpty() ? options : options.header("Cookie", own), server, later);
        }
    }

    @Test
    void thoseThatHaveNotExpired() {
        assertThat(sentBack(true, "")).containsExactly("1=1; 2=2", "1=1; 2=2");
    }

    @Test
    void afterTheUsersOwn() {
        assertThat(sentBack(true, "mine=0")).containsExactly("mine=0; 1=1; 2=2", "mine=0; 1=1; 2=2");
    }

    @Test
    void noneUnlessThatIsAsked() {
        assertThat(sentBack(false, "")).containsExactly("", "");
        assertThat(sentBack(false, "mine=0")).containsExactly("mine=0", "mine=0");
    }
}
