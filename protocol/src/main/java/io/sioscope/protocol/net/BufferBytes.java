package io.sioscope.protocol.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sioscope.protocol.Bytes;

/** Between Netty's buffers and {@link Bytes}. Pure. */
public final class BufferBytes {
    private BufferBytes() {}

    /** A copy of the readable bytes: the one copy of an inbound message. The buffer stays the caller's. */
    public static Bytes copy(ByteBuf buffer) {
        byte[] array = new byte[buffer.readableBytes()];
        buffer.getBytes(buffer.readerIndex(), array);
        return Bytes.wrap(array);
    }

    /** A read-only buffer over the same memory; nothing needs to be released but by the usual rules of the pipeline. */
    public static ByteBuf view(Bytes bytes) {
        return Unpooled.wrappedBuffer(bytes.toBuffer());
    }
}
