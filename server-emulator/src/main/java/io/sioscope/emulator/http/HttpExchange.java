package io.sioscope.emulator.http;

import com.fasterxml.jackson.databind.node.TextNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.net.BufferBytes;
import io.sioscope.protocol.net.CaptureClock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its one answer. The answers may be called from any thread, the rest on the channel's loop. */
final class HttpExchange {
    /** In the words of RFC 9110, which Node uses. */
    private static final HttpResponseStatus TOO_LARGE = new HttpResponseStatus(413, "Payload Too Large");

    private final HttpFront front;
    private final HttpService service;
    private final Channel channel;
    private final HttpRequest head;
    private final RequestTarget target;
    private final long startedNanos = CaptureClock.system().nowNanos();
    private volatile @Nullable EngineLink link;
    private @Nullable PostBody body;
    private WebSocketOpening.@Nullable Plan plan;
    private @Nullable HandshakeRequest handshake;
    private boolean requestComplete;
    private boolean answered;
    private boolean undecided;
    private Map<String, String> moreHeaders = Map.of();
    private boolean closeAfter;

    HttpExchange(HttpFront front, HttpService service, Channel channel, HttpRequest head) {
        this.front = front;
        this.service = service;
        this.channel = channel;
        this.head = head;
        this.target = RequestTarget.parse(head.uri());
    }

    HttpService service() {
        return service;
    }

    /** Whether the connection is encrypted. */
    boolean isSecure() {
        return ServerTls.isSecure(channel);
    }

    /** The request's URL with scheme and host. */
    String absoluteUrl() {
        return absoluteUrl(target.raw(), isSecure(), head.headers().get(HttpHeaderNames.HOST, "localhost"));
    }

    /** A target with scheme and host, unless it has them. */
    static String absoluteUrl(String target, boolean secure, String host) {
        return target.startsWith("/") ? (secure ? "https://" : "http://") + host + target : target;
    }

    HttpRequest head() {
        return head;
    }

    RequestTarget target() {
        return target;
    }

    long startedNanos() {
        return startedNanos;
    }

    /** The session that has the request now; it must hear if the connection goes away. */
    void heldBy(EngineLink link) {
        this.link = link;
    }

    @Nullable EngineLink link() {
        return link;
    }

    /** The request as applications see it, once it was made for one. */
    @Nullable HandshakeRequest handshake() {
        return handshake;
    }

    void handshake(HandshakeRequest handshake) {
        this.handshake = handshake;
    }

    @Nullable PostBody body() {
        return body;
    }

    void collect(@Nullable PostBody body) {
        this.body = body;
    }

    WebSocketOpening.@Nullable Plan plan() {
        return plan;
    }

    /** The request becomes a WebSocket once it is read to its end. */
    void plan(WebSocketOpening.Plan plan) {
        this.plan = plan;
    }

    /** Tells a peer that waits for it to send the body. */
    void invite() {
        front.invite();
    }

    /** Whether the request has been read to its end. */
    boolean isRequestComplete() {
        return requestComplete;
    }

    void requestComplete() {
        requestComplete = true;
    }

    /** Whether somebody still thinks about the request; what follows of it waits. */
    boolean isUndecided() {
        return undecided;
    }

    void undecided() {
        undecided = true;
    }

    /** It goes on, and its answer gets these headers. */
    void decided(Map<String, String> headers) {
        undecided = false;
        moreHeaders = headers;
    }

    /** What waits of the request is taken, after {@link #decided} from elsewhere than the request's own burst. */
    void resume() {
        front.resume(this);
    }

    /** Closes the connection unless there is an answer. Any thread. */
    void hangUp() {
        if (channel.eventLoop().inEventLoop()) {
            front.hangUp(this);
        } else {
            channel.eventLoop().execute(() -> front.hangUp(this));
        }
    }

    Map<String, String> moreHeaders() {
        return moreHeaders;
    }

    boolean isAnswered() {
        return answered;
    }

    void answered() {
        answered = true;
    }

    /** The connection must not be used for another request. */
    void closeAfter() {
        closeAfter = true;
    }

    boolean keepsAlive() {
        return !closeAfter && HttpUtil.isKeepAlive(head);
    }

    /** Answers a poll; {@code compress} allows compression, where it is on and the client takes it. */
    void answerPoll(EnginePayload payload, boolean compress) {
        String type = payload.octets() ? "application/octet-stream" : "text/plain; charset=UTF-8";
        Optional<HttpCompression.Coded> coded = compress
                ? service.compressed(payload.body(), head.headers())
                : Optional.empty();
        FullHttpResponse response = response(200, type, coded.map(HttpCompression.Coded::body).orElse(payload.body()));
        coded.ifPresent(it -> response.headers().set(HttpHeaderNames.CONTENT_ENCODING, it.coding()));
        sessionHeaders(response.headers());
        send(response);
    }

    void answerPost() {
        FullHttpResponse response = response(200, "text/html", Bytes.utf8("ok"));
        sessionHeaders(response.headers());
        send(response);
    }

    void refuse(EngineError error) {
        refuse(error, error.message());
    }

    /** Refuses with words of the application's own, where they are not the error's. */
    void refuse(EngineError error, String message) {
        String body = message.equals(error.message())
                ? error.json()
                : "{\"code\":" + error.code() + ",\"message\":" + TextNode.valueOf(message) + "}";
        send(response(error == EngineError.FORBIDDEN ? 403 : 400, "application/json", Bytes.utf8(body)));
    }

    /** Refuses an upgrade in the reference's form: plain words and no header of anybody's, connection closed. */
    void refuseUpgrade(int status, String message) {
        refuseUpgrade(status, message, Map.of());
    }

    /** As {@link #refuseUpgrade(int, String)}, with headers. */
    void refuseUpgrade(int status, String message, Map<String, String> headers) {
        closeAfter = true;
        FullHttpResponse response = bare(status, "text/html", Bytes.utf8(message));
        headers.forEach(response.headers()::set);
        send(response);
    }

    void answerEmpty(int status) {
        send(response(status, "", Bytes.EMPTY));
    }

    /** Answers what reaches no application, and so has none of its headers: a path that nobody serves, or no request at all. */
    void answerBare(int status) {
        send(bare(status, "", Bytes.EMPTY));
    }

    /** Answers with something that is no session's. */
    void answer(int status, String type, Bytes body, Map<String, String> headers) {
        FullHttpResponse response = response(status, type, body);
        // Beside those of CORS: both may name what the answer varies by.
        headers.forEach(response.headers()::add);
        send(response);
    }

    /** Without a list of its own the server grants the headers that are asked for (cors, configureAllowedHeaders). */
    void answerPreflight(Cors granting) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.NO_CONTENT,
                Unpooled.EMPTY_BUFFER,
                new PreflightHeaders(),
                EmptyHttpHeaders.INSTANCE);
        commonHeaders(response.headers());
        HttpHeaders headers = response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, String.join(",", granting.methods()));
        String granted = String.join(",", granting.allowedHeaders());
        if (granted.isEmpty()) {
            headers.add(HttpHeaderNames.VARY, "Access-Control-Request-Headers");
            granted = head.headers().get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS, "");
        }
        if (!granted.isEmpty()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, granted);
        }
        send(response);
    }

    private FullHttpResponse response(int status, String type, Bytes content) {
        FullHttpResponse response = bare(status, type, content);
        commonHeaders(response.headers());
        return response;
    }

    private static FullHttpResponse bare(int status, String type, Bytes content) {
        ByteBuf data = content.isEmpty() ? Unpooled.EMPTY_BUFFER : BufferBytes.view(content);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status(status), data);
        HttpHeaders headers = response.headers();
        if (!type.isEmpty()) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        }
        if (status != HttpResponseStatus.NOT_MODIFIED.code()) {
            // There it would be the length of what is not sent (RFC 9110, section 8.6).
            headers.set(HttpHeaderNames.CONTENT_LENGTH, content.length());
        }
        return response;
    }

    private static HttpResponseStatus status(int status) {
        return status == TOO_LARGE.code() ? TOO_LARGE : HttpResponseStatus.valueOf(status);
    }

    private void commonHeaders(HttpHeaders headers) {
        corsHeaders(headers);
        moreHeaders.forEach(headers::set);
    }

    /** As in the reference: no caching, and no filter of old Internet Explorers in the way (transports/polling.ts). */
    private void sessionHeaders(HttpHeaders headers) {
        EngineLink owner = link;
        if (owner != null) {
            service.hooks().headers(owner.id(), owner.request(), owner.isFirstAnswer()).forEach(headers::set);
        }
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        String agent = head.headers().get(HttpHeaderNames.USER_AGENT, "");
        if (agent.contains(";MSIE") || agent.contains("Trident/")) {
            headers.set("X-XSS-Protection", "0");
        }
    }

    /** The headers that tell a page of another origin what it may do with the answer. */
    void corsHeaders(HttpHeaders headers) {
        Cors cors = service.cors();
        if (cors == null) {
            return;
        }
        String origin = head.headers().get(HttpHeaderNames.ORIGIN, "");
        cors.allowed(origin).ifPresent(value -> headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, value));
        if (!cors.anyOrigin()) {
            headers.add(HttpHeaderNames.VARY, "Origin");
        }
        if (cors.credentials()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (!cors.exposedHeaders().isEmpty()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(",", cors.exposedHeaders()));
        }
    }

    private void send(FullHttpResponse response) {
        if (channel.eventLoop().inEventLoop()) {
            front.answer(this, response);
        } else {
            channel.eventLoop().execute(() -> front.answer(this, response));
        }
    }
}
