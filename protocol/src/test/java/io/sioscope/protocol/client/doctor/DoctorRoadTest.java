package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to a server: proxies that pass, refuse and ask, and one family of addresses. */
@NeedsNode
class DoctorRoadTest {
    private static ClientRoad through(String kind, Peer proxy) {
        return ClientRoad.DIRECT.through(ClientProxy.of(kind + "127.0.0.1:" + proxy.port()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "socks5://", "socks4://"})
    void aProxyThatKnowsTheName(String kind) {
        try (Peer server = Peer.start("failing.cjs", Map.of());
                Peer proxy = Peer.start("proxy.cjs", Map.of("names", Map.of("server.test", "127.0.0.1")))) {
            Visit visit = Visit.to(
                    "http://server.test:" + server.port(), doctor -> doctor.road(through(kind, proxy)));
            visit.isSound()
                    .warns(Layer.NAME, Kind.NAME_LEFT_TO_PROXY, "server.test")
                    .skips(Layer.PORT, Kind.PORT_LEFT_TO_PROXY)
                    .passes(Layer.PROXY, Kind.PROXY_PASSES, kind + "127.0.0.1:" + proxy.port())
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_BOTH)
                    .passes(Layer.PARSER, Kind.PARSER_FITS, "JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "socks5://", "socks4://"})
    void aProxyThatRefuses(String kind) {
        try (Peer proxy = Peer.start("proxy.cjs", Map.of("refuse", true))) {
            String answer = Map.of("http://", "HTTP 403", "socks5://", "SOCKS 5, 2", "socks4://", "SOCKS 4, 91")
                    .getOrDefault(kind, "");
            Visit.to("http://127.0.0.1:9", doctor -> doctor.road(through(kind, proxy)))
                    .blames(Layer.PROXY, Kind.PROXY_REFUSES, kind + "127.0.0.1:" + proxy.port(), answer)
                    .nothingAbove(Layer.PROXY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "socks5://"})
    void aProxyThatWantsALogin(String kind) {
        try (Peer server = Peer.start("failing.cjs", Map.of());
                Peer proxy = Peer.start("proxy.cjs", Map.of("user", "ann", "password", "secret"))) {
            String answer = kind.equals("http://") ? "HTTP 407" : "SOCKS 5, login";
            String url = "http://127.0.0.1:" + server.port();
            Visit.to(url, doctor -> doctor.road(through(kind, proxy)))
                    .blames(Layer.PROXY, Kind.PROXY_WANTS_LOGIN, kind + "127.0.0.1:" + proxy.port(), answer);
            Visit.to(url, doctor -> doctor.road(through(kind + "ann:wrong@", proxy)))
                    .blames(Layer.PROXY, Kind.PROXY_WANTS_LOGIN, kind + "127.0.0.1:" + proxy.port(), answer);
            Visit.to(url, doctor -> doctor.road(through(kind + "ann:secret@", proxy))).isSound();
        }
    }

    @Test
    void aProxyThatIsNotThere() {
        ClientRoad road = ClientRoad.DIRECT.through(ClientProxy.of("http://127.0.0.1:9"));
        Visit.to("http://127.0.0.1:3000", doctor -> doctor.road(road))
                .blames(Layer.PROXY, Kind.PROXY_UNREACHABLE, "http://127.0.0.1:9", "Connection refused")
                .nothingAbove(Layer.PROXY);
        ClientRoad nowhere = ClientRoad.DIRECT.through(ClientProxy.of("socks5://nobody.invalid:1080"));
        Visit.to("http://127.0.0.1:3000", doctor -> doctor.road(nowhere))
                .blames(Layer.PROXY, Kind.PROXY_UNKNOWN, "socks5://nobody.invalid:1080");
    }

    @Test
    void anAddressOfAnotherFamily() {
        try (Peer server = Peer.start("failing.cjs", Map.of())) {
            Visit.to("http://127.0.0.1:" + server.port(), doctor -> doctor.road(ClientRoad.DIRECT.by(AddressFamily.IPV6)))
                    .blames(Layer.NAME, Kind.NAME_OTHER_FAMILY, "127.0.0.1", "127.0.0.1")
                    .nothingAbove(Layer.NAME);
        }
    }
}
