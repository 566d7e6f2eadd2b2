package io.sioscope.emulator.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a request asks for, part by part as it is read. Shared by all connections of a host; any loop. */
final class HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    private final EngineOptions options;
    private final EngineSessions sessions;
    private final EngineRouter router;
    private final WebSocketOpening opening;
    private final @Nullable ClientFiles files;
    private final @Nullable HttpTap tap;
    private final SharedTexts texts = new SharedTexts();
    private final HttpDate date = new HttpDate();

    HttpService(EngineSessions sessions) {
        this.options = sessions.options();
        this.sessions = sessions;
        this.router = new EngineRouter(options, sessions.table());
        this.tap = options.capture() == null ? null : new HttpTap(options.capture());
        this.opening = new WebSocketOpening(options, sessions, tap);
        this.files = options.client() == null ? null : new ClientFiles(options.path(), options.client());
    }

    /** The prefix of the paths that it serves. */
    String path() {
        return options.path();
    }

    /** The body of an answer to a poll in a coding that the client takes, if it is to be compressed. */
    Optional<HttpCompression.Coded> compressed(Bytes body, HttpHeaders asked) {
        HttpCompression compression = options.compression();
        return compression == null ? Optional.empty() : compression.apply(body, asked);
    }

    HttpDate date() {
        return date;
    }

    EngineHooks hooks() {
        return options.hooks();
    }

    @Nullable Cors cors() {
        return options.cors();
    }

    /** The head of a request has been read. */
    void begin(HttpExchange exchange, Channel channel) {
        boolean upgrade = isUpgrade(exchange.head());
        if (!upgrade && files != null && files.answer(exchange, options.cors())) {
            return;
        }
        List<EngineMiddleware> middlewares = options.hooks().middlewares();
        if (middlewares.isEmpty() || !exchange.target().path().startsWith(options.path())) {
            route(exchange, channel, upgrade);
            return;
        }
        exchange.undecided();
        EngineVersion version = EngineRouter.version(exchange.target());
        new EnginePassage(
                        exchange,
                        channel,
                        handshake(exchange, channel, version),
                        middlewares.iterator(),
                        () -> route(exchange, channel, upgrade),
                        () -> refuse(exchange, upgrade, EngineError.BAD_REQUEST, EngineError.BAD_REQUEST.message()))
                .next();
    }

    private void route(HttpExchange exchange, Channel channel, boolean upgrade) {
        String method = exchange.head().method().name();
        String origin = exchange.head().headers().get(HttpHeaderNames.ORIGIN);
        switch (router.route(method, exchange.target(), upgrade, origin)) {
            case EngineRoute.NotFound missing when upgrade -> exchange.refuseUpgrade(404, "Not Found");
            case EngineRoute.NotFound missing -> exchange.answerBare(404);
            case EngineRoute.Preflight preflight -> exchange.answerPreflight(preflight.cors());
            case EngineRoute.Refused refused -> refuse(exchange, upgrade, refused.error(), refused.error().message());
            case EngineRoute.WrongMethod wrong -> exchange.answerEmpty(500);
            case EngineRoute.Open open -> open(exchange, channel, open);
            case EngineRoute.Probe probe -> opening.probe(exchange, channel, probe.link());
            case EngineRoute.Unfit unfit ->
                opening.decline(exchange, channel, handshake(exchange, channel, unfit.version()));
            case EngineRoute.Poll poll -> poll.link().poll(exchange);
            case EngineRoute.Post post -> beginPost(exchange, post.link());
        }
    }

    private static boolean isUpgrade(HttpRequest head) {
        HttpHeaders headers = head.headers();
        return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /** Refusals of an upgrade are all 400, as in the reference. */
    private void refuse(HttpExchange exchange, boolean upgrade, EngineError error, String message) {
        options.hooks().refused(exchange.target().raw(), error.code(), message);
        if (upgrade) {
            exchange.refuseUpgrade(400, message);
        } else {
            exchange.refuse(error, message);
        }
    }

    private void open(HttpExchange exchange, Channel channel, EngineRoute.Open open) {
        HandshakeRequest request = handshake(exchange, channel, open.version());
        AllowRequest gate = options.hooks().allowRequest();
        if (gate == null) {
            opened(exchange, channel, open.socket(), request);
            return;
        }
        Verdict verdict = new Verdict(exchange, channel, open.socket(), request);
        try {
            gate.decide(request, verdict);
        } catch (RuntimeException failure) {
            LOG.error("allowRequest failed; the request is refused", failure);
            verdict.refuse();
        }
    }

    /**
     * The application has let the request in. An upgrade of another revision is refused before the WebSocket opens; the
     * reference writes the refusal into it, as raw bytes.
     */
    private void opened(HttpExchange exchange, Channel channel, boolean socket, HandshakeRequest request) {
        if (!router.serves(request.version())) {
            EngineError error = EngineError.UNSUPPORTED_VERSION;
            refuse(exchange, socket, error, error.message());
            return;
        }
        if (!socket) {
            sessions.open(sessions.newId(), channel.eventLoop(), request, null).poll(exchange);
            return;
        }
        opening.begin(exchange, channel, request);
        if (exchange.isRequestComplete()) {
            opening.complete(exchange);
        }
    }

    /** Goes on where an application has decided: what fails then is no fault of its, and must not leave the client waiting. */
    static void serve(Channel channel, Runnable outcome) {
        try {
            outcome.run();
        } catch (RuntimeException failure) {
            LOG.error("a request could not be served; its connection is closed", failure);
            channel.close();
        }
    }

    private final class Verdict implements AllowRequest.Verdict {
        private final HttpExchange exchange;
        private final Channel channel;
        private final boolean socket;
        private final HandshakeRequest request;
        private final AtomicBoolean decided = new AtomicBoolean();

        Verdict(HttpExchange exchange, Channel channel, boolean socket, HandshakeRequest request) {
            this.exchange = exchange;
            this.channel = channel;
            this.socket = socket;
            this.request = request;
        }

        @Override
        public void allow() {
            decide(() -> opened(exchange, channel, socket, request));
        }

        @Override
        public void refuse(String message) {
            decide(() -> HttpService.this.refuse(exchange, socket, EngineError.FORBIDDEN, message));
        }

        private void decide(Runnable outcome) {
            if (!decided.compareAndSet(false, true)) {
                return;
            }
            if (channel.eventLoop().inEventLoop()) {
                serve(channel, outcome);
            } else {
                channel.eventLoop().execute(() -> {
                    if (channel.isActive()) {
                        serve(channel, outcome);
                    }
                });
            }
        }
    }

    private void beginPost(HttpExchange exchange, EngineLink link) {
        HttpRequest head = exchange.head();
        link.postBegun(exchange);
        String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        boolean octets = type.equals("application/octet-stream");
        if (octets && link.request().version() == EngineVersion.V4) {
            exchange.closeAfter();
            link.postEnded(exchange, Signal.POST_UNACCEPTABLE, 0);
            return;
        }
        long announced = HttpUtil.getContentLength(head, -1L);
        if (announced > options.maxPayload()) {
            tooLarge(exchange, announced);
            return;
        }
        exchange.collect(new PostBody(options.maxPayload(), octets));
        if (HttpUtil.is100ContinueExpected(head)) {
            exchange.invite();
        }
    }

    /** The body is larger than it may be: 413, and the rest is dropped. */
    void tooLarge(HttpExchange exchange, long size) {
        EngineLink link = exchange.link();
        exchange.collect(null);
        exchange.closeAfter();
        if (link != null) {
            link.postEnded(exchange, Signal.POST_TOO_LARGE, size);
        }
        exchange.answerEmpty(413);
    }

    /** The body's framing is broken. */
    void broken(HttpExchange exchange) {
        EngineLink link = exchange.link();
        exchange.collect(null);
        if (link != null) {
            link.postEnded(exchange, Signal.POST_ABORTED, 0);
        }
        exchange.answerEmpty(400);
    }

    /** The request has been read to its end. */
    void complete(HttpExchange exchange) {
        PostBody body = exchange.body();
        EngineLink link = exchange.link();
        if (body != null && link != null) {
            exchange.collect(null);
            link.postBody(exchange, body.bytes(), body.octets());
        }
        opening.complete(exchange);
    }

    /** The peer sends nothing more: a poll that still waits is over, all else is answered yet. */
    void inputEnded(HttpExchange exchange) {
        EngineLink link = exchange.link();
        if (link != null) {
            link.inputEnded(exchange);
        }
    }

    /** The connection went away before the answer. */
    void aborted(HttpExchange exchange) {
        EngineLink link = exchange.link();
        if (link != null) {
            link.aborted(exchange);
        }
    }

    /** An answer is being written. */
    void answered(HttpExchange exchange, HttpResponse response, long requestBytes, long responseBytes) {
        if (tap != null) {
            tap.answered(exchange, response, requestBytes, responseBytes);
        }
    }

    /** Made once for a request, of what no middleware can change. */
    private HandshakeRequest handshake(HttpExchange exchange, Channel channel, EngineVersion version) {
        HandshakeRequest made = exchange.handshake();
        if (made == null) {
            made = makeHandshake(exchange, channel, version);
            exchange.handshake(made);
        }
        return made;
    }

    private HandshakeRequest makeHandshake(HttpExchange exchange, Channel channel, EngineVersion version) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : exchange.head().headers()) {
            headers.merge(
                    texts.shared(header.getKey().toLowerCase(Locale.ROOT)),
                    texts.shared(header.getValue()),
                    (first, next) -> first + ", " + next);
        }
        RequestTarget target = exchange.target();
        Map<String, String> query = new LinkedHashMap<>();
        target.query().forEach((name, value) -> query.put(texts.shared(name), texts.shared(value)));
        String address = channel.remoteAddress() instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress()
                : "";
        return new HandshakeRequest(
                texts.shared(target.raw()), query, headers, texts.shared(address), exchange.isSecure(), version);
    }
}
