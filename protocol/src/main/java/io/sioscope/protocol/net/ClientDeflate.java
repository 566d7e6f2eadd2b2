package io.sioscope.protocol.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketClientExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionFilter;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionFilterProvider;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateClientExtensionHandshaker;
import io.netty.util.ReferenceCountUtil;

/**
 * Compression of WebSocket messages (permessage-deflate), offered by every client and used where the server takes it up:
 * for messages from 1,024 bytes on, unless a message is not to be compressed (engine.io-client 6.6, perMessageDeflate).
 * Pure; any thread.
 */
final class ClientDeflate {
    private static final int THRESHOLD = 1_024;
    private static final int LEVEL = 6;
    private static final int LARGEST_WINDOW = 15;

    private ClientDeflate() {}

    /** Adds the offer; it goes above the codec of HTTP. {@code maxBytes} bounds a message after inflation. */
    static void offer(ChannelPipeline pipeline, int maxBytes) {
        boolean windows = ZlibCodecFactory.isSupportingWindowSizeAndMemLevel();
        pipeline.addLast(new WebSocketClientExtensionHandler(new PerMessageDeflateClientExtensionHandshaker(
                LEVEL, windows, LARGEST_WINDOW, false, false, new Filters(), maxBytes)));
    }

    /** What looks at each frame when the extensions are done with it. */
    static ChannelInboundHandlerAdapter guard() {
        return new Guard();
    }

    static WebSocketFrame text(ByteBuf content, boolean compress) {
        return compress ? new TextWebSocketFrame(content) : new PlainText(content);
    }

    static WebSocketFrame binary(ByteBuf content, boolean compress) {
        return compress ? new BinaryWebSocketFrame(content) : new PlainBinary(content);
    }

    private static final class PlainText extends TextWebSocketFrame {
        PlainText(ByteBuf content) {
            super(content);
        }
    }

    private static final class PlainBinary extends BinaryWebSocketFrame {
        PlainBinary(ByteBuf content) {
            super(content);
        }
    }

    private static final class Filters implements WebSocketExtensionFilterProvider {
        @Override
        public WebSocketExtensionFilter encoderFilter() {
            return frame -> frame instanceof PlainText
                    || frame instanceof PlainBinary
                    || frame.content().readableBytes() < THRESHOLD;
        }

        @Override
        public WebSocketExtensionFilter decoderFilter() {
            return WebSocketExtensionFilter.NEVER_SKIP;
        }
    }

    /** A reserved bit that no extension has taken away breaks the protocol (RFC 6455, section 5.2). */
    private static final class Guard extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof WebSocketFrame frame && frame.rsv() != 0) {
                ReferenceCountUtil.release(message);
                throw new CorruptedWebSocketFrameException(
                        WebSocketCloseStatus.PROTOCOL_ERROR, "RSV != 0 and no extension negotiated");
            }
            context.fireChannelRead(message);
        }
    }
}
