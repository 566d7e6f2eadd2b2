package io.sioscope.emulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.net.BufferBytes;
import io.sioscope.protocol.session.ServerMessage;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of a session, probing or in use. Hands messages over to the session's event loop in order; reads no more
 * while the peer does not take what is written, and keeps back what is to be written. State on the channel's loop; the backlog,
 * {@link #write} and {@link #close} on the session's.
 */
final class WebSocketFront extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketFront.class);
    /** How long a peer may take to answer a close frame. */
    private static final long LINGER_MS = 2_000;

    /** RFC 6455, section 7.4.2: codes end at 4999. */
    private static final int FIRST_UNKNOWN_CODE = 5_000;

    private final Channel channel;
    private final EngineFraming framing;
    private final Backlog backlog;
    private final int deflateThreshold;
    private @Nullable EngineLink link;
    private boolean closing;
    private boolean closesBehindBacklog;

    /**
     * Binary is written as {@code framing} says. A peer that has more than {@code maxPending} bytes waiting for it is given up. Messages of {@code deflateThreshold} bytes and
     * more are compressed, which the pipeline must be ready for.
     */
    WebSocketFront(Channel channel, EngineFraming framing, long maxPending, int deflateThreshold) {
        this.channel = channel;
        this.framing = framing;
        this.backlog = new Backlog(maxPending);
        this.deflateThreshold = deflateThreshold;
    }

    /** Gives this WebSocket its session. On the channel's loop, before anything is read. */
    void attach(EngineLink link) {
        this.link = link;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (!(message instanceof WebSocketFrame frame)) {
                channel.close();
            } else if (!closing) {
                frame(frame);
            } else if (frame instanceof CloseWebSocketFrame) {
                channel.close();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void frame(WebSocketFrame frame) {
        EngineLink owner = link;
        if (owner == null) {
            channel.close();
            return;
        }
        if (frame.rsv() != 0) {
            fail(WebSocketCloseStatus.PROTOCOL_ERROR);
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> owner.received(this, true, BufferBytes.copy(text.content()));
            case BinaryWebSocketFrame binary -> owner.received(this, false, BufferBytes.copy(binary.content()));
            case PingWebSocketFrame ping -> channel.writeAndFlush(
                    new PongWebSocketFrame(ping.content().retain()));
            case CloseWebSocketFrame close when close.statusCode() >= FIRST_UNKNOWN_CODE ->
                fail(WebSocketCloseStatus.PROTOCOL_ERROR);
            case CloseWebSocketFrame close -> {
                closing = true;
                CloseWebSocketFrame answer = new CloseWebSocketFrame(true, 0, Unpooled.copiedBuffer(close.content()));
                owner.socketGone(this, false);
                // Behind the session's end: who has the answer finds no session any more.
                owner.run(() -> channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE));
            }
            case PongWebSocketFrame pong -> {}
            default -> fail(WebSocketCloseStatus.PROTOCOL_ERROR);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (link != null) {
            link.burstEnded(this);
        }
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        channel.config().setAutoRead(channel.isWritable());
        EngineLink owner = link;
        if (channel.isWritable() && owner != null) {
            owner.run(this::drain);
        }
    }

    /** Half a WebSocket is none. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closing = true;
        if (link != null) {
            link.socketGone(this, false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            dropInput(ctx);
            fail(corrupted.closeStatus());
        } else if (cause instanceof DecompressionException unpacking) {
            boolean broken = unpacking.getCause() instanceof DataFormatException;
            dropInput(ctx);
            fail(broken ? WebSocketCloseStatus.INVALID_PAYLOAD_DATA : WebSocketCloseStatus.MESSAGE_TOO_BIG);
        } else if (cause instanceof TooLongFrameException) {
            fail(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        } else {
            if (!(cause instanceof IOException || cause instanceof PrematureChannelClosureException)) {
                LOG.error("a WebSocket failed; it is closed", cause);
            }
            channel.close();
        }
    }

    /** Looks at nothing that follows a broken frame: the decoder would drop it a byte at a time, and others would wait. */
    private static void dropInput(ChannelHandlerContext ctx) {
        if (ctx.pipeline().get(WebSocket08FrameDecoder.class) != null) {
            ctx.pipeline().replace(WebSocket08FrameDecoder.class, "dropping", new Dropping());
        }
    }

    private static final class Dropping extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ReferenceCountUtil.release(message);
        }
    }

    /** Ends this WebSocket for something that the peer did. */
    private void fail(WebSocketCloseStatus status) {
        if (closing) {
            return;
        }
        closeWith(new CloseWebSocketFrame(status.code(), ""));
        endOutput();
        if (link != null) {
            link.socketFailed(this, status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
        }
    }

    /** Nothing that the peer sends is understood any more, not even its answer to the close frame: so none is waited for. */
    private void endOutput() {
        if (channel instanceof DuplexChannel duplex && !ServerTls.isSecure(channel)) {
            duplex.shutdownOutput();
        }
    }

    private void closeWith(CloseWebSocketFrame frame) {
        if (closing) {
            frame.release();
            return;
        }
        closing = true;
        channel.config().setAutoRead(true);
        channel.writeAndFlush(frame);
        channel.eventLoop().schedule(() -> channel.close(), LINGER_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether nothing waits for the peer. */
    boolean isWritable() {
        return backlog.isEmpty() && channel.isWritable();
    }

    /** Writes a message; {@link #flush} sends it. */
    void write(ServerMessage message) {
        EngineLink owner = link;
        if (owner == null || !channel.isActive()) {
            return;
        }
        if (isWritable()) {
            WebSocketWriter.write(channel, message, framing, deflateThreshold);
        } else if (!backlog.add(message)) {
            // Nothing reaches a peer that does not read, not even a close frame.
            backlog.clear();
            owner.socketGone(this, true);
            channel.close();
        }
    }

    private void drain() {
        boolean waited = !backlog.isEmpty();
        ServerMessage next;
        while (channel.isWritable() && (next = backlog.poll()) != null) {
            WebSocketWriter.write(channel, next, framing, deflateThreshold);
        }
        if (waited) {
            channel.flush();
        }
        if (closesBehindBacklog && backlog.isEmpty()) {
            closesBehindBacklog = false;
            closeNow();
        }
    }

    void flush() {
        channel.flush();
    }

    /** Closes behind what was written, with a frame that carries no code, as the reference does. */
    void close() {
        if (backlog.isEmpty()) {
            closeNow();
        } else {
            closesBehindBacklog = true;
            channel.eventLoop().schedule(() -> channel.close(), LINGER_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void closeNow() {
        if (channel.eventLoop().inEventLoop()) {
            closeWith(new CloseWebSocketFrame());
        } else {
            channel.eventLoop().execute(() -> closeWith(new CloseWebSocketFrame()));
        }
    }
}
