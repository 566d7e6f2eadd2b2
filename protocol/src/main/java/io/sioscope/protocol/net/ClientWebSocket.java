package io.sioscope.protocol.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of a client. Its end is told once: {@link Listener#failed} if it never opened or broke, {@link
 * Listener#closed} if it was closed. Event loop only.
 */
final class ClientWebSocket {
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final long CLOSE_SECONDS = 2;
    /** So many messages are worth a call of the kernel; the server works on them while the next are written. */
    private static final int FLUSH_AFTER = 16;

    /** Hears what becomes of the WebSocket; called later than the call that causes it. */
    interface Listener {
        /** The upgrade request was answered, with 101 or otherwise. */
        void answered(HttpHeaders request, int status, HttpHeaders answer, int bodyBytes);

        /** It is open. */
        void opened();

        /** A text message. */
        void text(Bytes message);

        /** A binary message. */
        void binary(Bytes message);

        /** Whether it takes more. */
        void writable(boolean writable);

        /** It was closed. {@code code} is 1005 for a close frame without a code, 1006 where no close frame came. */
        void closed(int code, String reason);

        /** It did not open, or broke. */
        void failed(ConnectFailure failure);
    }

    private final ClientFailures failures;
    private final EventLoop loop;
    private final int maxBytes;
    private final WebSocketClientHandshaker handshaker;
    private final ClientDialer.Dial dial;
    private Listener listener;
    private @Nullable Channel channel;
    private boolean open;
    private boolean told;
    private boolean flushing;
    private int unflushed;

    /** Begins to open. {@code uri} is absolute, its scheme ws or wss. */
    ClientWebSocket(
            ClientDialer dialer,
            ClientFailures failures,
            EventLoop loop,
            int maxBytes,
            URI uri,
            HttpHeaders headers,
            Listener listener) {
        this.failures = failures;
        this.loop = loop;
        this.maxBytes = maxBytes;
        this.listener = listener;
        this.handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                uri, WebSocketVersion.V13, null, true, headers, maxBytes, true, false, -1, false, false);
        this.dial = dialer.dial(Transport.WEBSOCKET, this::setUp, this::begin, this::fail);
    }

    /** From now on another listener hears what happens. */
    void listener(Listener listener) {
        this.listener = listener;
    }

    /** Sends a message, compressed if it may be and the server takes that; dropped while it is not open. */
    void write(Bytes message, boolean binary, boolean compress) {
        Channel target = channel;
        if (!open || target == null) {
            return;
        }
        target.write(
                binary
                        ? ClientDeflate.binary(BufferBytes.view(message), compress)
                        : ClientDeflate.text(BufferBytes.view(message), compress));
        unflushed++;
        if (unflushed == FLUSH_AFTER) {
            flush(target);
        } else if (!flushing) {
            flushing = true;
            loop.execute(() -> {
                flushing = false;
                flush(target);
            });
        }
    }

    private void flush(Channel target) {
        unflushed = 0;
        target.flush();
    }

    /** Ends with a close frame that has no code (1005 to the other side), or drops what is not open yet. Nothing is told. */
    void close() {
        told = true;
        dial.cancel();
        Channel target = channel;
        if (target == null) {
            return;
        }
        if (!open) {
            target.close();
            return;
        }
        open = false;
        target.writeAndFlush(new CloseWebSocketFrame());
        var late = loop.schedule(() -> {
            target.close();
        }, CLOSE_SECONDS, TimeUnit.SECONDS);
        target.closeFuture().addListener(closed -> late.cancel(false));
    }

    /** Drops the connection. Nothing is told. */
    void abort() {
        told = true;
        open = false;
        dial.cancel();
        if (channel != null) {
            channel.close();
        }
    }

    private void setUp(ChannelPipeline pipeline) {
        pipeline.addLast(
                new HttpClientCodec(MAX_LINE, ClientFailures.MAX_HEADERS, MAX_LINE),
                new HttpObjectAggregator(MAX_ANSWER));
        ClientDeflate.offer(pipeline, maxBytes);
        pipeline.addLast(new Frames());
    }

    private void begin(Channel fresh) {
        channel = fresh;
        handshaker.handshake(fresh);
    }

    private void fail(ConnectFailure failure) {
        open = false;
        if (!told) {
            told = true;
            listener.failed(failure);
        }
    }

    private void closed(int code, String reason) {
        boolean was = open;
        open = false;
        if (told) {
            return;
        }
        told = true;
        if (was) {
            listener.closed(code, reason);
        } else {
            listener.failed(new ConnectFailure.ClosedEarly(Transport.WEBSOCKET, code, reason));
        }
    }

    /** It leaves it to {@link Frames} to say what the server got wrong: of itself it does not reach the encoder. */
    private WebSocket13FrameDecoder decoder() {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .allowExtensions(true)
                .maxFramePayloadLength(maxBytes)
                .closeOnProtocolViolation(false)
                .build());
    }

    private final class Frames extends ChannelDuplexHandler {
        private @Nullable HttpHeaders request;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof HttpRequest sent) {
                request = sent.headers().copy();
            }
            super.write(context, message, promise);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                switch (message) {
                    case FullHttpResponse answer -> onAnswer(context, answer);
                    case TextWebSocketFrame frame -> hear(frame.content(), false);
                    case BinaryWebSocketFrame frame -> hear(frame.content(), true);
                    case PingWebSocketFrame ping ->
                        context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                    case CloseWebSocketFrame close -> onClose(context, close);
                    default -> {}
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        private void hear(io.netty.buffer.ByteBuf content, boolean binary) {
            if (!open) {
                return;
            }
            Bytes message = BufferBytes.copy(content);
            if (binary) {
                listener.binary(message);
            } else {
                listener.text(message);
            }
        }

        private void onAnswer(ChannelHandlerContext context, FullHttpResponse answer) {
            Bytes body = BufferBytes.copy(answer.content());
            if (answer.decoderResult().isFailure()) {
                context.close();
                fail(ClientFailures.undecodable(Transport.WEBSOCKET, answer.decoderResult().cause()));
                return;
            }
            int status = answer.status().code();
            if (request != null && !told) {
                listener.answered(request, status, answer.headers(), body.length());
            }
            if (status != HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
                context.close();
                String location = answer.headers().get(HttpHeaderNames.LOCATION, "");
                fail(new ConnectFailure.WebSocketRefused(
                        Transport.WEBSOCKET, status, location, ClientFailures.start(body)));
                return;
            }
            try {
                handshaker.finishHandshake(context.channel(), answer);
            } catch (WebSocketHandshakeException broken) {
                context.close();
                fail(new ConnectFailure.Other(Transport.WEBSOCKET, ClientFailures.said(broken)));
                return;
            }
            context.pipeline().replace(WebSocket13FrameDecoder.class, "ws-decoder", decoder());
            context.pipeline().addBefore(context.name(), null, ClientDeflate.guard());
            context.pipeline().addBefore(context.name(), null, new ClientUtf8());
            context.pipeline().addBefore(context.name(), null, new WebSocketFrameAggregator(maxBytes));
            open = !told;
            if (open) {
                listener.opened();
            }
        }

        private void onClose(ChannelHandlerContext context, CloseWebSocketFrame close) {
            int code = close.statusCode();
            String reason = close.reasonText();
            context.writeAndFlush(code < 0 ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, ""))
                    .addListener(done -> context.close());
            closed(code < 0 ? WebSocketCloseStatus.EMPTY.code() : code, reason);
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (open) {
                listener.writable(context.channel().isWritable());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            closed(WebSocketCloseStatus.ABNORMAL_CLOSURE.code(), "");
        }

        private static @Nullable WebSocketCloseStatus whatIsWrong(Throwable cause) {
            if (cause instanceof CorruptedWebSocketFrameException frame) {
                return frame.closeStatus();
            }
            return cause instanceof TooLongFrameException ? WebSocketCloseStatus.MESSAGE_TOO_BIG : null;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (cause instanceof IOException && open) {
                // Lost is closed, however it was lost: ws, the reference's WebSocket, tells of no error once it is open.
                context.close();
                closed(WebSocketCloseStatus.ABNORMAL_CLOSURE.code(), ClientFailures.said(cause));
                return;
            }
            WebSocketCloseStatus told = whatIsWrong(cause);
            if (told != null && open) {
                context.writeAndFlush(new CloseWebSocketFrame(told.code(), "")).addListener(done -> context.close());
            } else {
                context.close();
            }
            fail(failures.broken(Transport.WEBSOCKET, cause));
        }
    }
}
