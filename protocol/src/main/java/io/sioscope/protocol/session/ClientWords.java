package io.sioscope.protocol.session;

/** The words of a failure in the middle of a session, as the reference's description of it. Pure. */
final class ClientWords {
    private ClientWords() {}

    static CloseDetail detailOf(ConnectFailure failure) {
        return switch (failure) {
            case ConnectFailure.HttpStatus http ->
                CloseDetail.of(http.engineMessage().isEmpty() ? "HTTP " + http.status() : http.engineMessage(), http.status());
            case ConnectFailure.WebSocketRefused refused -> CloseDetail.of("HTTP " + refused.status(), refused.status());
            case ConnectFailure.ClosedEarly closed -> CloseDetail.of(closed.detail(), closed.code());
            case ConnectFailure.UnknownHost unknown -> CloseDetail.of("unknown host " + unknown.host());
            case ConnectFailure.Refused refused ->
                CloseDetail.of("connection refused by " + refused.host() + ":" + refused.port());
            case ConnectFailure.Unreachable unreachable -> CloseDetail.of(unreachable.detail());
            case ConnectFailure.Proxy proxy ->
                CloseDetail.of("proxy " + proxy.host() + ":" + proxy.port() + ": " + proxy.detail());
            case ConnectFailure.Tls tls -> CloseDetail.of(tls.detail());
            case ConnectFailure.Timeout timeout -> CloseDetail.of("no answer in " + timeout.millis() + " ms");
            case ConnectFailure.NotHttp other -> CloseDetail.of("no HTTP: " + other.detail());
            case ConnectFailure.NotEngineIo other -> CloseDetail.of("no Engine.IO payload: " + other.contentType());
            case ConnectFailure.OtherVersion other ->
                CloseDetail.of("the server speaks Engine.IO " + other.spoken().number());
            case ConnectFailure.HandshakeBroken broken -> CloseDetail.of(broken.fault());
            case ConnectFailure.TooLarge large -> CloseDetail.of("larger than " + large.limit() + " bytes");
            case ConnectFailure.BrokenPacket broken -> CloseDetail.of(broken.fault());
            case ConnectFailure.Post post -> detailOf(post.cause());
            case ConnectFailure.Other other -> CloseDetail.of(other.detail());
        };
    }
}
