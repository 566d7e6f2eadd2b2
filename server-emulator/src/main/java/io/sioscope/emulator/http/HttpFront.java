package io.sioscope.emulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP connection: its requests one after the other, each handed to {@link HttpService} and answered before the next is
 * looked at. What a peer sends ahead is held, up to a bound. On the channel's loop.
 */
final class HttpFront extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int MAX_HELD = 64;
    /** How long the rest of a refused body is read and dropped, so that the peer gets the answer. */
    private static final long DRAIN_MS = 5_000;

    private final HttpServices services;
    private final long headTimeout;
    private final Deque<HttpObject> held = new ArrayDeque<>();
    private @Nullable HttpExchange current;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> headDue;
    private boolean reading;
    private boolean inputEnded;
    private long requestBytes;

    /** The head of each request must come within {@code headTimeout} nanoseconds of its first byte. */
    HttpFront(HttpServices services, long headTimeout) {
        this.services = services;
        this.headTimeout = headTimeout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        reading = true;
        headRead();
        if (!(message instanceof HttpObject part)) {
            ReferenceCountUtil.release(message);
            ctx.close();
        } else if (isBusy()) {
            hold(ctx, part);
        } else {
            take(ctx, part);
        }
    }

    private boolean isBusy() {
        return !held.isEmpty() || waitsForCurrent();
    }

    private boolean waitsForCurrent() {
        return current != null && (current.isRequestComplete() || current.isUndecided());
    }

    private void hold(ChannelHandlerContext ctx, HttpObject part) {
        if (held.size() >= MAX_HELD) {
            ReferenceCountUtil.release(part);
            ctx.close();
            return;
        }
        held.add(part);
    }

    private void take(ChannelHandlerContext ctx, HttpObject part) {
        try {
            if (part instanceof HttpRequest head) {
                begin(ctx, head);
            }
            if (part instanceof HttpContent content) {
                content(content);
            }
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest head) {
        HttpService service = services.of(head.uri());
        HttpExchange exchange = new HttpExchange(this, service, ctx.channel(), head);
        current = exchange;
        requestBytes = 0;
        if (head.decoderResult().isFailure()) {
            refuse(exchange, statusOf(head.decoderResult().cause()));
        } else if (head.protocolVersion().equals(HttpVersion.HTTP_1_1) && !head.headers().contains(HttpHeaderNames.HOST)) {
            // RFC 9112, section 3.2.
            refuse(exchange, 400);
        } else {
            service.begin(exchange, ctx.channel());
            if (exchange.isUndecided()) {
                ctx.channel().config().setAutoRead(false);
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status) {
        exchange.closeAfter();
        exchange.requestComplete();
        exchange.answerBare(status);
    }

    private static int statusOf(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> 414;
            case TooLongHttpHeaderException header -> 431;
            default -> 400;
        };
    }

    private void content(HttpContent part) {
        HttpExchange exchange = current;
        if (exchange == null) {
            return;
        }
        requestBytes += part.content().readableBytes();
        if (part.decoderResult().isFailure()) {
            exchange.closeAfter();
            exchange.service().broken(exchange);
            // The decoder reads nothing more on this connection.
            exchange.requestComplete();
            settle(exchange);
            return;
        }
        PostBody body = exchange.body();
        if (body != null && !body.add(part.content())) {
            exchange.service().tooLarge(exchange, requestBytes);
        }
        if (part instanceof LastHttpContent) {
            exchange.requestComplete();
            exchange.service().complete(exchange);
            settle(exchange);
        }
    }

    /** Sends the answer of the current request; a second answer, or one for a connection that is gone, is dropped. */
    void answer(HttpExchange exchange, FullHttpResponse response) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || exchange != current || exchange.isAnswered()) {
            response.release();
            return;
        }
        exchange.answered();
        response.headers()
                .set(HttpHeaderNames.DATE, exchange.service().date().now())
                .set(
                        HttpHeaderNames.CONNECTION,
                        exchange.keepsAlive() ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        exchange.service().answered(exchange, response, requestBytes, response.content().readableBytes());
        ChannelFuture written = ctx.write(response);
        if (!reading) {
            ctx.flush();
        }
        if (exchange.isRequestComplete()) {
            settle(exchange);
        } else if (!exchange.keepsAlive()) {
            written.addListener(done ->
                    ctx.channel().eventLoop().schedule(() -> ctx.close(), DRAIN_MS, TimeUnit.MILLISECONDS));
        }
    }

    /** Goes on to the next request once this one is read and answered. */
    private void settle(HttpExchange exchange) {
        ChannelHandlerContext ctx = context;
        if (ctx == null || current != exchange || !exchange.isAnswered()) {
            return;
        }
        if (!exchange.keepsAlive()) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        current = null;
        takeHeld(ctx);
    }

    private void takeHeld(ChannelHandlerContext ctx) {
        while (!held.isEmpty() && !waitsForCurrent()) {
            take(ctx, held.poll());
        }
        if (inputEnded && held.isEmpty()) {
            finish(ctx);
        }
    }

    /** The peer sends nothing more, and all that it sent has been looked at. */
    private void finish(ChannelHandlerContext ctx) {
        HttpExchange exchange = current;
        if (exchange == null || !exchange.isRequestComplete()) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else if (!exchange.isAnswered()) {
            exchange.closeAfter();
            exchange.service().inputEnded(exchange);
        }
    }

    /** Closes the connection of a request that nobody will answer any more. */
    void hangUp(HttpExchange exchange) {
        if (context != null && exchange == current && !exchange.isAnswered()) {
            context.close();
        }
    }

    /** The rest of a request that somebody thought about is taken, and reading goes on. */
    void resume(HttpExchange exchange) {
        ChannelHandlerContext ctx = context;
        if (ctx != null && exchange == current) {
            ctx.channel().config().setAutoRead(true);
            takeHeld(ctx);
            ctx.flush();
        }
    }

    private void headRead() {
        if (headDue != null) {
            headDue.cancel(false);
            headDue = null;
        }
    }

    /** The reference's HTTP server says so too, and closes. */
    private void headOverdue(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Answers {@code 100 Continue} to a peer that waits for it before it sends its body. */
    void invite() {
        if (context != null) {
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!reading && current == null && headDue == null) {
            // Bytes came, but no whole head: the peer may be one that sends them a few at a time for ever.
            headDue = ctx.channel().eventLoop().schedule(() -> headOverdue(ctx), headTimeout, TimeUnit.NANOSECONDS);
        }
        reading = false;
        ctx.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        dropHeld();
        HttpExchange exchange = current;
        current = null;
        if (exchange != null && !exchange.isAnswered()) {
            exchange.service().aborted(exchange);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        dropHeld();
        headRead();
        context = null;
    }

    private void dropHeld() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            inputEnded = true;
            if (held.isEmpty()) {
                finish(ctx);
            }
            return;
        }
        boolean waits = current != null && current.isRequestComplete() && !current.isAnswered();
        if (event instanceof IdleStateEvent && !waits) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException || cause.getCause() instanceof SSLException)) {
            LOG.error("an HTTP connection failed; it is closed", cause);
        }
        ctx.close();
    }
}
