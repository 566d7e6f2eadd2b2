package io.sioscope.emulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an HTTP connection into a WebSocket, for a new session or an existing one. On the channel's loop. */
final class WebSocketOpening {
    private final EngineOptions options;
    private final EngineSessions sessions;
    private final @Nullable HttpTap tap;
    private final WebSocketDecoderConfig plain;
    private final WebSocketDecoderConfig extended;

    WebSocketOpening(EngineOptions options, EngineSessions sessions, @Nullable HttpTap tap) {
        this.options = options;
        this.sessions = sessions;
        this.tap = tap;
        this.plain = decoding(options, false);
        this.extended = decoding(options, true);
    }

    private static WebSocketDecoderConfig decoding(EngineOptions options, boolean extensions) {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(options.maxPayload())
                .allowExtensions(extensions)
                .closeOnProtocolViolation(false)
                .build();
    }

    private enum Use {
        SESSION,
        PROBE,
        NONE
    }

    /** What is opened once the request is read to its end. {@code link} is null unless there is a session already. */
    record Plan(
            Channel channel,
            WebSocketServerHandshaker handshaker,
            @Nullable EngineLink link,
            HandshakeRequest request,
            @Nullable WebSocketDeflate deflate,
            Use use) {}

    /** For a new session. */
    void begin(HttpExchange exchange, Channel channel, HandshakeRequest request) {
        begin(exchange, channel, null, request, Use.SESSION);
    }

    /** For an existing session. */
    void probe(HttpExchange exchange, Channel channel, EngineLink link) {
        begin(exchange, channel, link, link.request(), Use.PROBE);
    }

    /** For a transport that knows no WebSocket: the reference opens it all the same, to close it. */
    void decline(HttpExchange exchange, Channel channel, HandshakeRequest request) {
        begin(exchange, channel, null, request, Use.NONE);
    }

    private void begin(
            HttpExchange exchange, Channel channel, @Nullable EngineLink link, HandshakeRequest request, Use use) {
        WebSocketFault fault = WebSocketFault.of(exchange.head(), options.deflate() != null);
        if (fault != null) {
            exchange.refuseUpgrade(fault.status(), fault.message(), fault.headers());
            return;
        }
        WebSocketDeflate deflate = deflate(exchange.head());
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://localhost",
                        WebSocketServerHandshaker.SUB_PROTOCOL_WILDCARD,
                        deflate == null ? plain : extended)
                .newHandshaker(exchange.head());
        if (handshaker == null) {
            exchange.refuseUpgrade(400, EngineError.BAD_REQUEST.message());
            return;
        }
        exchange.plan(new Plan(channel, handshaker, link, request, deflate, use));
    }

    private @Nullable WebSocketDeflate deflate(HttpRequest head) {
        PerMessageDeflate deflate = options.deflate();
        return deflate == null
                ? null
                : WebSocketDeflate.agree(deflate, options.maxPayload(), head.headers())
                        .orElse(null);
    }

    void complete(HttpExchange exchange) {
        Plan plan = exchange.plan();
        if (plan == null || exchange.isAnswered() || exchange.isUndecided()) {
            return;
        }
        HttpRequest head = exchange.head();
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                head.method(),
                head.uri(),
                Unpooled.EMPTY_BUFFER,
                head.headers(),
                EmptyHttpHeaders.INSTANCE);
        try {
            plan.handshaker()
                    .handshake(plan.channel(), request, headers(exchange, plan), plan.channel().newPromise())
                    .addListener(done -> {
                        if (done.isSuccess()) {
                            opened(exchange, plan);
                        } else {
                            plan.channel().close();
                        }
                    });
        } catch (WebSocketHandshakeException unacceptable) {
            exchange.refuseUpgrade(400, EngineError.BAD_REQUEST.message());
        }
    }

    private HttpHeaders headers(HttpExchange exchange, Plan plan) {
        Map<String, String> more = options.hooks().upgradeHeaders(plan.request(), plan.link() == null);
        WebSocketDeflate deflate = plan.deflate();
        HttpHeaders headers = new DefaultHttpHeaders();
        exchange.corsHeaders(headers);
        exchange.moreHeaders().forEach(headers::set);
        more.forEach(headers::set);
        if (deflate != null) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, deflate.header());
        }
        return headers;
    }

    private void opened(HttpExchange exchange, Plan plan) {
        Channel channel = plan.channel();
        WebSocketDeflate deflate = plan.deflate();
        WebSocketFront front = new WebSocketFront(
                channel,
                LinkForm.framing(plan.request().version(), exchange.target()),
                options.session().maxBuffered(),
                deflate == null ? Integer.MAX_VALUE : deflate.threshold());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.remove(IdleStateHandler.class);
        WebSocket08FrameDecoder decoder = pipeline.get(WebSocket08FrameDecoder.class);
        if (decoder != null) {
            // By default only every 16th read makes room: a peer that sends without end would hold a megabyte or more.
            decoder.setDiscardAfterReads(1);
        }
        pipeline.replace(HttpFront.class, "websocket", front);
        pipeline.addBefore("websocket", "utf8", new Utf8FrameValidator(false));
        pipeline.addBefore("websocket", "aggregator", new WebSocketFrameAggregator(options.maxPayload()));
        if (deflate != null) {
            deflate.install(pipeline, "utf8");
        }
        EngineLink link = plan.link();
        if (plan.use() == Use.NONE) {
            front.close();
            return;
        }
        if (link == null) {
            link = sessions.open(sessions.newId(), channel.eventLoop(), plan.request(), front);
        } else {
            front.attach(link);
            if (options.allowUpgrades()) {
                link.probeOpened(front);
            } else {
                front.close();
            }
        }
        tapOpened(exchange, link);
    }

    private void tapOpened(HttpExchange exchange, EngineLink link) {
        if (tap != null) {
            exchange.heldBy(link);
            tap.answered(
                    exchange,
                    new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS),
                    0,
                    0);
        }
    }
}
