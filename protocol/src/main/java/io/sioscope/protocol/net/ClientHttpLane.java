package io.sioscope.protocol.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive connection for one HTTP request at a time. It is made anew when needed, and given up after two idle
 * seconds: servers close idle connections after five (Node) or more, and a request must not cross with that. Some close it
 * after each answer; a GET that crossed with that is sent once more on a connection of its own, as browsers do (RFC 9110,
 * section 9.2.2), and from then on each request has its own. Nothing else is ever sent twice. Event loop only.
 */
final class ClientHttpLane {
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_CHUNK = 64 * 1024;
    private static final long IDLE_SECONDS = 2;

    /** What became of a request; one of the two is called, later. */
    interface Callback {
        /** The whole answer is here. */
        void answered(int status, HttpHeaders headers, Bytes body);

        /** No whole answer came. */
        void failed(ConnectFailure failure);
    }

    private final ClientDialer dialer;
    private final ClientFailures failures;
    private final EventLoop loop;
    private final int maxBytes;
    private final ClientReuse reuse;
    private ClientDialer.@Nullable Dial dial;
    private @Nullable Channel channel;
    private @Nullable Callback pending;
    private @Nullable ScheduledFuture<?> idle;
    /** What may be sent once more if the connection ends before anything of its answer came. */
    private @Nullable FullHttpRequest again;

    ClientHttpLane(ClientDialer dialer, ClientFailures failures, EventLoop loop, int maxBytes, ClientReuse reuse) {
        this.dialer = dialer;
        this.failures = failures;
        this.loop = loop;
        this.maxBytes = maxBytes;
        this.reuse = reuse;
    }

    /** Sends a request; none is pending. Takes the request over. */
    void send(FullHttpRequest request, Callback callback) {
        stopIdling();
        pending = callback;
        Channel open = channel;
        if (open != null && open.isActive()) {
            again = request.method().equals(HttpMethod.GET) ? request.copy() : null;
            open.writeAndFlush(request);
        } else {
            sendAlone(request);
        }
    }

    private void sendAlone(FullHttpRequest request) {
        channel = null;
        dial = dialer.dial(Transport.POLLING, this::setUp, fresh -> begin(fresh, request), failure -> {
            request.release();
            fail(failure);
        });
    }

    /** Drops the connection and what is pending; no callback comes any more. */
    void close() {
        stopIdling();
        pending = null;
        forgetAgain();
        if (dial != null) {
            dial.cancel();
        }
        if (channel != null) {
            channel.close();
        }
    }

    private void setUp(ChannelPipeline pipeline) {
        pipeline.addLast(
                new Beginnings(),
                new HttpClientCodec(MAX_LINE, ClientFailures.MAX_HEADERS, MAX_CHUNK),
                new HttpContentDecompressor(false, maxBytes),
                new HttpObjectAggregator(maxBytes),
                new Answers());
    }

    private void begin(Channel fresh, FullHttpRequest request) {
        channel = fresh;
        fresh.writeAndFlush(request);
    }

    private void fail(ConnectFailure failure) {
        Callback waiting = pending;
        pending = null;
        if (waiting != null) {
            waiting.failed(failure);
        }
    }

    private void forgetAgain() {
        if (again != null) {
            again.release();
            again = null;
        }
    }

    private void stopIdling() {
        if (idle != null) {
            idle.cancel(false);
            idle = null;
        }
    }

    /** Notes that an answer has begun: its request has been heard. */
    private final class Beginnings extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (context.channel().equals(channel)) {
                forgetAgain();
            }
            context.fireChannelRead(message);
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
            if (answer.decoderResult().isFailure()) {
                context.close();
                failIfCurrent(
                        context,
                        ClientFailures.undecodable(Transport.POLLING, answer.decoderResult().cause()));
                return;
            }
            Bytes body = BufferBytes.copy(answer.content());
            if (HttpUtil.isKeepAlive(answer) && reuse.isKept()) {
                idle = loop.schedule(() -> drop(context), IDLE_SECONDS, TimeUnit.SECONDS);
            } else {
                drop(context);
            }
            Callback waiting = pending;
            pending = null;
            if (waiting != null) {
                waiting.answered(answer.status().code(), answer.headers(), body);
            }
        }

        private void drop(ChannelHandlerContext context) {
            if (context.channel().equals(channel)) {
                channel = null;
            }
            context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (context.channel().equals(channel) && pending == null) {
                reuse.broken();
            }
            failIfCurrent(context, new ConnectFailure.ClosedEarly(Transport.POLLING, -1, "connection closed"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
            failIfCurrent(context, failures.broken(Transport.POLLING, cause));
        }

        private void failIfCurrent(ChannelHandlerContext context, ConnectFailure failure) {
            if (context.channel().equals(channel)) {
                channel = null;
                FullHttpRequest unheard = again;
                again = null;
                if (unheard != null) {
                    reuse.broken();
                    sendAlone(unheard);
                } else {
                    fail(failure);
                }
            }
        }
    }
}
