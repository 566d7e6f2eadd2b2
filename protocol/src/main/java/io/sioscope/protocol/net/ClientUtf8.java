package io.sioscope.protocol.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;

/**
 * Refuses text that is not UTF-8. A whole message of ASCII, which most are, passes after a look at eight bytes at a time; Netty's
 * validator takes each byte. Event loop only.
 */
final class ClientUtf8 extends Utf8FrameValidator {
    private static final long HIGH_BITS = 0x8080808080808080L;

    ClientUtf8() {
        super(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof TextWebSocketFrame text && text.isFinalFragment() && isAscii(text.content())) {
            context.fireChannelRead(message);
        } else {
            super.channelRead(context, message);
        }
    }

    static boolean isAscii(ByteBuf content) {
        int at = content.readerIndex();
        int end = content.writerIndex();
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if ((content.getLong(at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (content.getByte(at) < 0) {
                return false;
            }
        }
        return true;
    }
}
