package io.sioscope.protocol.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.Peer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real servers of Socket.IO at which something is wrong, and the layer that is named for it. */
@NeedsNode
class DoctorTest {
    private static final Map<String, Object> QUICK = Map.of("pingInterval", 200, "pingTimeout", 1_000);

    private static Peer failing(Map<String, ?> config) {
        return Peer.start("failing.cjs", config);
    }

    private static String url(Peer peer) {
        return "http://127.0.0.1:" + peer.port();
    }

    @Test
    void nothingIsWrong() {
        try (Peer server = failing(Map.of("options", QUICK, "namespaces", List.of("/", "/chat")))) {
            Visit visit = Visit.to(url(server), doctor -> doctor.namespaces(List.of("/", "chat")).heartbeats(2));
            visit.isSound()
                    .passes(Layer.NAME, Kind.NAME_IS_ADDRESS, "127.0.0.1")
                    .passes(Layer.PORT, Kind.PORT_OPEN, server.port(), "127.0.0.1")
                    .skips(Layer.PROXY, Kind.PROXY_NONE)
                    .skips(Layer.TLS, Kind.TLS_NOT_USED)
                    .passes(Layer.HTTP, Kind.HTTP_ANSWERED, 200, "")
                    .passes(Layer.PATH, Kind.PATH_ANSWERS, "/socket.io/")
                    .passes(Layer.ENGINE, Kind.ENGINE_SPOKEN, 4, 200, 1_000)
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_BOTH)
                    .skips(Layer.CORS, Kind.CORS_NOT_ASKED)
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/, /chat")
                    .passes(Layer.MIDDLEWARE, Kind.MIDDLEWARE_GRANTED, "/, /chat")
                    .passes(Layer.PARSER, Kind.PARSER_FITS, "JSON")
                    .passes(Layer.HEARTBEAT, Kind.HEARTBEAT_STEADY, 2, 200);
        }
    }

    /** Every session that was opened was closed again, and no event was sent. */
    @Test
    void nothingStaysBehind() {
        try (Peer server = failing(Map.of("options", QUICK))) {
            Visit.to(url(server)).isSound();
            int opened = 0;
            int closed = 0;
            do {
                String type = server.await("a session's end", line -> !line.path("type").asText().equals("connection"))
                        .path("type")
                        .asText();
                assertThat(type).isIn("session", "closed");
                opened += type.equals("session") ? 1 : 0;
                closed += type.equals("closed") ? 1 : 0;
            } while (closed < opened || opened < 6);
            assertThat(opened).as("4 rounds of polling, a WebSocket, the one for namespaces").isEqualTo(6);
        }
    }

    @Test
    void aWrongPath() {
        try (Peer server = failing(Map.of())) {
            Visit.to(url(server), doctor -> doctor.path("/realtime"))
                    .blames(Layer.PATH, Kind.PATH_ELSEWHERE, "/realtime/", "/socket.io/")
                    .nothingAbove(Layer.PATH);
        }
    }

    /** A Node server without another handler never answers for a path that is not Engine.IO's. */
    @Test
    void aPathThatNobodyAnswers() {
        try (Peer server = failing(Map.of("options", Map.of("path", "/realtime/")))) {
            Visit.to(url(server))
                    .warns(Layer.HTTP, Kind.HTTP_ANSWERED_ELSEWHERE, "/socket.io/")
                    .blames(Layer.PATH, Kind.PATH_UNANSWERED, "/socket.io/");
        }
    }

    @Test
    void anHttpServerWithoutSocketIo() {
        try (Peer server = failing(Map.of("plain", true))) {
            Visit.to(url(server))
                    .passes(Layer.HTTP, Kind.HTTP_ANSWERED, 404, "Bakery/1.0")
                    .blames(
                            Layer.PATH,
                            Kind.PATH_NOT_FOUND,
                            "/socket.io/",
                            404,
                            "<html><body>No such bread</body></html>")
                    .nothingAbove(Layer.PATH);
        }
    }

    @Test
    void aServerOfTheOlderGeneration() {
        try (Peer server = failing(Map.of("generation", 2, "options", QUICK))) {
            Visit.to(url(server), doctor -> doctor.heartbeats(1))
                    .blames(Layer.ENGINE, Kind.ENGINE_ONLY_3)
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_BOTH)
                    .passes(Layer.MIDDLEWARE, Kind.MIDDLEWARE_GRANTED, "/")
                    .passes(Layer.HEARTBEAT, Kind.HEARTBEAT_STEADY, 1, 200);
        }
    }

    @Test
    void aClientThatDetectsAtAnOlderServer() {
        try (Peer server = failing(Map.of("generation", 2))) {
            Visit.to(url(server), doctor -> doctor.engine(EngineChoice.DETECT))
                    .isSound()
                    .passes(Layer.ENGINE, Kind.ENGINE_SPOKEN, 3, 25_000, 20_000);
        }
    }

    @Test
    void anOlderClientAtAnOlderServer() {
        try (Peer server = failing(Map.of("generation", 2, "options", QUICK, "namespaces", List.of("/", "/chat")))) {
            Visit.to(
                            url(server),
                            doctor -> doctor.engine(EngineChoice.V3)
                                    .namespaces(List.of("/", "/chat"))
                                    .query(Map.of("token", "a b"))
                                    .transports(List.of(Transport.POLLING))
                                    .heartbeats(2))
                    .isSound()
                    .passes(Layer.ENGINE, Kind.ENGINE_SPOKEN, 3, 200, 1_000)
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_POLLING)
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/, /chat")
                    .passes(Layer.HEARTBEAT, Kind.HEARTBEAT_STEADY, 2, 200);
        }
    }

    @Test
    void anOlderClientAtAServerForNewOnes() {
        try (Peer server = failing(Map.of())) {
            Visit.to(url(server), doctor -> doctor.engine(EngineChoice.V3))
                    .blames(Layer.ENGINE, Kind.ENGINE_ONLY_4)
                    .nothingAbove(Layer.ENGINE);
        }
    }

    @Test
    void anOlderClientThatIsLetIn() {
        try (Peer server = failing(Map.of("options", Map.of("allowEIO3", true)))) {
            Visit.to(url(server), doctor -> doctor.engine(EngineChoice.V3))
                    .isSound()
                    .passes(Layer.ENGINE, Kind.ENGINE_SPOKEN, 3, 25_000, 20_000)
                    .passes(Layer.MIDDLEWARE, Kind.MIDDLEWARE_GRANTED, "/");
        }
    }

    @Test
    void aProxyThatRefusesWebSocket() {
        try (Peer server = failing(Map.of("front", "no-websocket"))) {
            Visit.to(url(server))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET_BLOCKED, 403, "Tollgate")
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/")
                    .passes(Layer.PARSER, Kind.PARSER_FITS, "JSON");
        }
    }

    @Test
    void aProxyThatTakesTheUpgradeAway() {
        try (Peer server = failing(Map.of("front", "strip-upgrade"))) {
            Visit.to(url(server))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_UPGRADE_STRIPPED)
                    .passes(Layer.MIDDLEWARE, Kind.MIDDLEWARE_GRANTED, "/");
        }
    }

    @Test
    void aProxyThatEndsTheConnectionOnAnUpgrade() {
        try (Peer server = failing(Map.of("front", "cut-upgrade"))) {
            Visit visit = Visit.to(url(server), doctor -> doctor.transports(List.of(Transport.WEBSOCKET)));
            assertThat(visit.at(Layer.TRANSPORT).result().finding().kind()).isEqualTo(Kind.TRANSPORT_WEBSOCKET_CUT);
            visit.nothingAbove(Layer.TRANSPORT);
        }
    }

    @Test
    void aServerWithoutWebSocket() {
        try (Peer server = failing(Map.of("options", Map.of("transports", List.of("polling"))))) {
            Visit.to(url(server)).isSound().passes(Layer.TRANSPORT, Kind.TRANSPORT_NO_WEBSOCKET);
            Visit.to(url(server), doctor -> doctor.transports(List.of(Transport.WEBSOCKET)))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET_OFF)
                    .nothingAbove(Layer.TRANSPORT);
        }
    }

    @Test
    void aServerWithoutPolling() {
        try (Peer server = failing(Map.of("options", Map.of("transports", List.of("websocket"))))) {
            Visit.to(url(server))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_POLLING_OFF)
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/");
            Visit.to(url(server), doctor -> doctor.transports(List.of(Transport.WEBSOCKET)))
                    .isSound()
                    .passes(Layer.TRANSPORT, Kind.TRANSPORT_WEBSOCKET);
        }
    }

    @Test
    void pollingWithoutStickySessions() {
        try (Peer server = failing(Map.of("front", "round-robin"))) {
            Visit.to(url(server))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_NOT_STICKY)
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/");
        }
    }

    @Test
    void sessionsThatStickByACookie() {
        try (Peer server = failing(Map.of("front", "sticky-cookie"))) {
            Visit.to(url(server), doctor -> doctor.transports(List.of(Transport.POLLING)))
                    .blames(Layer.TRANSPORT, Kind.TRANSPORT_STICKY_BY_COOKIE, "route");
            Visit.to(url(server), doctor -> doctor.transports(List.of(Transport.POLLING)).withCredentials(true))
                    .isSound();
        }
    }

    @Test
    void anotherOriginIsAllowed() {
        Map<String, ?> cors = Map.of("cors", Map.of("origin", List.of("https://shop.example")));
        try (Peer server = failing(Map.of("options", cors))) {
            Visit.to(url(server), doctor -> doctor.origin("https://evil.example"))
                    .blames(Layer.CORS, Kind.CORS_ABSENT, "https://evil.example")
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/");
            Visit.to(url(server), doctor -> doctor.origin("https://shop.example"))
                    .isSound()
                    .passes(Layer.CORS, Kind.CORS_ALLOWED, "https://shop.example");
        }
    }

    @Test
    void oneFixedOriginIsAllowed() {
        Map<String, ?> cors = Map.of("cors", Map.of("origin", "https://shop.example"));
        try (Peer server = failing(Map.of("options", cors))) {
            Visit.to(url(server), doctor -> doctor.origin("https://evil.example"))
                    .blames(Layer.CORS, Kind.CORS_REFUSED, "https://evil.example", "https://shop.example");
        }
    }

    @Test
    void aServerWithoutCors() {
        try (Peer server = failing(Map.of())) {
            Visit.to(url(server), doctor -> doctor.origin("https://shop.example"))
                    .blames(Layer.CORS, Kind.CORS_ABSENT, "https://shop.example");
            Visit.to(url(server), doctor -> doctor.origin(url(server)))
                    .isSound()
                    .passes(Layer.CORS, Kind.CORS_SAME_ORIGIN, url(server));
        }
    }

    /** Who sends an Origin means a page; and headers of one's own have to be asked for. */
    @Test
    void theOriginAmongTheHeaders() {
        Map<String, ?> cors = Map.of("cors", Map.of("origin", "https://shop.example", "allowedHeaders", List.of("x-build")));
        Header origin = new Header("Origin", "https://shop.example");
        try (Peer server = failing(Map.of("options", cors))) {
            Visit.to(url(server), doctor -> doctor.headers(List.of(origin, new Header("X-Build", "7"))))
                    .isSound()
                    .passes(Layer.CORS, Kind.CORS_ALLOWED, "https://shop.example");
            Visit.to(url(server), doctor -> doctor.headers(List.of(origin, new Header("X-Other", "7"))))
                    .blames(Layer.CORS, Kind.CORS_PREFLIGHT, "https://shop.example", "x-other");
        }
    }

    @Test
    void anUnknownNamespace() {
        try (Peer server = failing(Map.of())) {
            Visit.to(url(server) + "/nowhere")
                    .blames(Layer.NAMESPACE, Kind.NAMESPACE_UNKNOWN, "/nowhere")
                    .skips(Layer.HEARTBEAT, Kind.HEARTBEAT_NOT_ASKED);
        }
    }

    @Test
    void anUnknownNamespaceOfAnOlderServer() {
        try (Peer server = failing(Map.of("generation", 2))) {
            Visit.to(
                            url(server),
                            doctor -> doctor.engine(EngineChoice.V3).namespaces(List.of("/", "/nowhere")))
                    .blames(Layer.NAMESPACE, Kind.NAMESPACE_UNKNOWN, "/nowhere")
                    .passes(Layer.MIDDLEWARE, Kind.MIDDLEWARE_GRANTED, "/");
        }
    }

    @Test
    void aMiddlewareThatRefuses() {
        try (Peer server = failing(Map.of("middleware", "refuse", "namespaces", List.of("/admin")))) {
            Visit visit = Visit.to(
                    url(server),
                    doctor -> doctor.namespaces(List.of("/admin"))
                            .auth(JsonNodeFactory.instance.objectNode().put("token", "secret")));
            visit.blames(Layer.MIDDLEWARE, Kind.MIDDLEWARE_REFUSED, "/admin", "token expired", "{\"code\":\"E_EXP\"}")
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/admin");
            assertThat(visit.at(Layer.HTTP).evidence())
                    .extracting(Evidence::text)
                    .contains("GET /socket.io/?EIO=4&transport=polling");
            assertThat(visit.at(Layer.MIDDLEWARE).evidence())
                    .as("what was sent is shown without what may be secret")
                    .extracting(Evidence::text)
                    .contains("CONNECT /admin {…}", "CONNECT_ERROR /admin token expired {\"code\":\"E_EXP\"}");
        }
    }

    @Test
    void aMiddlewareThatNeverAnswers() {
        try (Peer server = failing(Map.of("middleware", "hang"))) {
            Visit.to(url(server))
                    .skips(Layer.NAMESPACE, Kind.NAMESPACE_UNTOLD, "/")
                    .blames(Layer.MIDDLEWARE, Kind.MIDDLEWARE_SILENT, "/", 2);
        }
    }

    @Test
    void aMessagePackServerForAJsonClient() {
        try (Peer server = failing(Map.of("msgpack", true))) {
            Visit.to(url(server))
                    .blames(Layer.PARSER, Kind.PARSER_DIFFERS, "JSON", "MessagePack")
                    .passes(Layer.NAMESPACE, Kind.NAMESPACE_EXISTS, "/");
            Visit.to(url(server), doctor -> doctor.parser(PacketParser.MSGPACK)).isSound();
        }
    }

    @Test
    void aJsonServerForAMessagePackClient() {
        try (Peer server = failing(Map.of())) {
            Visit.to(
                            url(server),
                            doctor -> doctor.parser(PacketParser.MSGPACK).transports(List.of(Transport.POLLING)))
                    .blames(Layer.PARSER, Kind.PARSER_DIFFERS, "MessagePack", "JSON");
        }
    }

    @Test
    void aServerThatDropsAfterTheFirstHeartbeat() {
        try (Peer server = failing(Map.of("options", QUICK, "drops", 1))) {
            Visit visit = Visit.to(url(server), doctor -> doctor.heartbeats(2));
            assertThat(visit.diagnosis().culprit().orElseThrow().layer()).isEqualTo(Layer.HEARTBEAT);
            Finding finding = visit.at(Layer.HEARTBEAT).result().finding();
            assertThat(finding.kind()).isEqualTo(Kind.HEARTBEAT_DROPPED);
            assertThat(finding.values()).first().isEqualTo("1");
        }
    }
}
