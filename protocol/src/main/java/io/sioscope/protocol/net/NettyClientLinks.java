package io.sioscope.protocol.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.ScheduledFuture;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.session.ClientEngine;
import io.sioscope.protocol.session.ClientLinks;
import io.sioscope.protocol.session.ClientOutgoing;
import io.sioscope.protocol.session.ClientTap;
import io.sioscope.protocol.session.ConnectFailure;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The links of one client engine: a lane for polls, one for posts, and a WebSocket. Event loop only. */
final class NettyClientLinks implements ClientLinks {
    private static final long FINISH_SECONDS = 2;
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String OCTETS = "application/octet-stream";
    private static final EnginePayload NOTHING = new EnginePayload(Bytes.EMPTY, false);

    private final ClientEngine engine;
    private final ClientLinkOptions options;
    private final EventLoop loop;
    private final ClientDialer dialer;
    private final ClientFailures failures;
    private final ClientRequests requests;
    private final ClientHttpLane polls;
    private final ClientHttpLane posts;
    private final @Nullable ClientCapture capture;
    private @Nullable ClientWebSocket webSocket;
    private @Nullable ClientWebSocket probe;
    private boolean posting;
    private @Nullable ScheduledFuture<?> late;

    NettyClientLinks(
            ClientEngine engine,
            ClientLinkOptions options,
            EventLoop loop,
            ClientDialer dialer,
            @Nullable ClientCapture capture) {
        this.engine = engine;
        this.options = options;
        this.loop = loop;
        this.dialer = dialer;
        this.capture = capture;
        this.failures = new ClientFailures(options);
        this.requests = new ClientRequests(options);
        ClientReuse reuse = new ClientReuse();
        this.polls = new ClientHttpLane(dialer, failures, loop, options.maxBytes(), reuse);
        this.posts = new ClientHttpLane(dialer, failures, loop, options.maxBytes(), reuse);
    }

    @Override
    public @Nullable ClientTap tap() {
        return capture;
    }

    @Override
    public void openPolling() {
        poll("");
    }

    @Override
    public void poll(String sid) {
        request(polls, HttpMethod.GET, sid, NOTHING, this::onPolled);
    }

    @Override
    public void post(String sid, List<ClientOutgoing> packets) {
        posting = true;
        EnginePayload body = engine.framing()
                .encodePayload(packets.stream().map(ClientOutgoing::unframed).toList());
        request(posts, HttpMethod.POST, sid, body, this::onPosted);
    }

    /** Takes an answer of 200. */
    private interface Taker {
        void take(HttpHeaders headers, Bytes body);
    }

    private void onPolled(HttpHeaders headers, Bytes body) {
        String type = Objects.requireNonNullElse(headers.get(HttpHeaderNames.CONTENT_TYPE), "");
        engine.onPollAnswer(body, type, System.nanoTime());
    }

    private void onPosted(HttpHeaders headers, Bytes body) {
        posting = false;
        engine.onPosted(System.nanoTime());
        abortIfLate();
    }

    private void request(ClientHttpLane lane, HttpMethod method, String sid, EnginePayload payload, Taker taker) {
        String target = requests.target(engine.framing(), Transport.POLLING, sid);
        ByteBuf body = BufferBytes.view(payload.body());
        HttpHeaders headers = requests.headers();
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip, deflate");
        if (method.equals(HttpMethod.POST)) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, payload.octets() ? OCTETS : TEXT);
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        int size = body.readableBytes();
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, target, body, headers, EmptyHttpHeaders.INSTANCE);
        String base = base(options.secure() ? "https" : "http");
        var exchange = new ClientCapture.Exchange(
                Transport.POLLING, method.name(), base, target, headers, size, System.nanoTime());
        lane.send(request, new ClientHttpLane.Callback() {
            @Override
            public void answered(int status, HttpHeaders answer, Bytes answerBody) {
                requests.remember(answer);
                onAnswer(lane, status, answer, answerBody, taker);
                tell(exchange, status, answer, answerBody.length());
            }

            @Override
            public void failed(ConnectFailure failure) {
                onFailed(lane, failure);
            }
        });
    }

    private void onAnswer(ClientHttpLane lane, int status, HttpHeaders headers, Bytes body, Taker taker) {
        if (status == HttpResponseStatus.OK.code()) {
            taker.take(headers, body);
        } else {
            String location = Objects.requireNonNullElse(headers.get(HttpHeaderNames.LOCATION), "");
            onFailed(lane, ClientFailures.status(Transport.POLLING, status, location, body));
        }
    }

    private void onFailed(ClientHttpLane lane, ConnectFailure failure) {
        boolean post = lane.equals(posts);
        if (post) {
            posting = false;
        }
        engine.onFailed(post ? new ConnectFailure.Post(failure) : failure, System.nanoTime());
        abortIfLate();
    }

    /** The last POST is over: of the session nothing is left. */
    private void abortIfLate() {
        if (late != null && !posting) {
            abort();
        }
    }

    private void tell(ClientCapture.Exchange exchange, int status, HttpHeaders answer, long bytes) {
        if (capture != null) {
            capture.exchange(exchange, status, answer, bytes);
        }
    }

    private String base(String scheme) {
        return scheme + "://" + options.authority();
    }

    @Override
    public void openWebSocket() {
        webSocket = webSocket("", new Carrier());
    }

    @Override
    public void openProbe(String sid) {
        probe = webSocket(sid, new Prober());
    }

    private ClientWebSocket webSocket(String sid, Upgrading listener) {
        String base = base(options.secure() ? "wss" : "ws");
        listener.base = base;
        listener.target = requests.target(engine.framing(), Transport.WEBSOCKET, sid);
        return new ClientWebSocket(
                dialer,
                failures,
                loop,
                options.maxBytes(),
                URI.create(base + listener.target),
                requests.headers(),
                listener);
    }

    @Override
    public void write(ClientOutgoing packet) {
        if (webSocket != null) {
            EngineRecord message = engine.framing().encodeMessage(packet.unframed());
            webSocket.write(message.data(), message.binary(), packet.compress());
        }
    }

    @Override
    public void writeProbe(Bytes packet) {
        if (probe != null) {
            probe.write(packet, false, true);
        }
    }

    @Override
    public void adoptProbe() {
        webSocket = probe;
        probe = null;
        if (webSocket != null) {
            webSocket.listener(new Carrier());
        }
        polls.close();
        posts.close();
    }

    @Override
    public void closeProbe() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }

    @Override
    public void finish() {
        closeProbe();
        if (webSocket != null) {
            webSocket.close();
        }
        if (posting) {
            late = loop.schedule(this::abort, FINISH_SECONDS, TimeUnit.SECONDS);
        } else {
            polls.close();
            posts.close();
        }
    }

    @Override
    public void abort() {
        if (late != null) {
            late.cancel(false);
        }
        polls.close();
        posts.close();
        if (webSocket != null) {
            webSocket.abort();
        }
        if (probe != null) {
            probe.abort();
        }
    }

    private abstract class Upgrading implements ClientWebSocket.Listener {
        private final long started = System.nanoTime();
        private String base = "";
        private String target = "";

        @Override
        public void answered(HttpHeaders request, int status, HttpHeaders answer, int bodyBytes) {
            requests.remember(answer);
            tell(
                    new ClientCapture.Exchange(Transport.WEBSOCKET, "GET", base, target, request, 0, started),
                    status,
                    answer,
                    bodyBytes);
        }
    }

    /** Hears the WebSocket that carries the session. */
    private final class Carrier extends Upgrading {
        @Override
        public void opened() {
            // The session begins with the server's open packet, not with the WebSocket.
        }

        @Override
        public void text(Bytes message) {
            engine.onText(message, System.nanoTime());
        }

        @Override
        public void binary(Bytes message) {
            engine.onBinary(message, System.nanoTime());
        }

        @Override
        public void writable(boolean writable) {
            engine.onWritable(writable, System.nanoTime());
        }

        @Override
        public void closed(int code, String reason) {
            engine.onClosed(code, reason, System.nanoTime());
        }

        @Override
        public void failed(ConnectFailure failure) {
            engine.onFailed(failure, System.nanoTime());
        }
    }

    /** Hears the WebSocket of an upgrade. */
    private final class Prober extends Upgrading {
        @Override
        public void opened() {
            engine.onProbeOpened();
        }

        @Override
        public void text(Bytes message) {
            engine.onProbeText(message, System.nanoTime());
        }

        @Override
        public void binary(Bytes message) {
            fail(new ConnectFailure.Other(Transport.WEBSOCKET, "binary message in a probe"));
        }

        @Override
        public void writable(boolean writable) {
            // A probe sends two short packets.
        }

        @Override
        public void closed(int code, String reason) {
            fail(new ConnectFailure.ClosedEarly(Transport.WEBSOCKET, code, reason));
        }

        @Override
        public void failed(ConnectFailure failure) {
            fail(failure);
        }

        private void fail(ConnectFailure failure) {
            engine.onProbeFailed(failure, System.nanoTime());
        }
    }
}
