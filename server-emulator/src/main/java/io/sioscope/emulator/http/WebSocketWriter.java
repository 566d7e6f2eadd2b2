package io.sioscope.emulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.net.BufferBytes;
import io.sioscope.protocol.session.ServerMessage;

/**
 * Writes messages as WebSocket frames, unmasked and whole, below the frame encoder of the pipeline (RFC 6455, section 5.2).
 * Any thread; does not flush.
 */
final class WebSocketWriter {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    /** Up to here a payload is copied behind its header, so that one buffer is written. */
    private static final int COPY_LIMIT = 16_384;

    private WebSocketWriter() {}

    /** Messages of {@code deflateThreshold} bytes and more go through the pipeline's compression. */
    static void write(Channel channel, ServerMessage message, EngineFraming framing, int deflateThreshold) {
        int threshold = message.compress() ? deflateThreshold : Integer.MAX_VALUE;
        if (!message.text().isEmpty()) {
            write(channel, TEXT, message.text(), threshold);
        }
        for (Bytes attachment : message.attachments()) {
            EngineRecord record = framing.encodeMessage(EngineRecord.binary(attachment));
            write(channel, record.binary() ? BINARY : TEXT, record.data(), threshold);
        }
    }

    private static void write(Channel channel, int opcode, Bytes payload, int threshold) {
        if (payload.length() < threshold) {
            frame(channel, opcode, payload);
        } else {
            ByteBuf data = BufferBytes.view(payload);
            channel.write(
                    opcode == TEXT ? new TextWebSocketFrame(data) : new BinaryWebSocketFrame(data),
                    channel.voidPromise());
        }
    }

    private static void frame(Channel channel, int opcode, Bytes payload) {
        int length = payload.length();
        boolean copied = length <= COPY_LIMIT;
        ByteBuf frame = channel.alloc().buffer(copied ? length + 4 : 10);
        frame.writeByte(opcode);
        if (length <= 125) {
            frame.writeByte(length);
        } else if (length <= 0xffff) {
            frame.writeByte(126).writeShort(length);
        } else {
            frame.writeByte(127).writeLong(length);
        }
        if (copied) {
            frame.writeBytes(payload.toBuffer());
            channel.write(frame, channel.voidPromise());
        } else {
            channel.write(frame, channel.voidPromise());
            channel.write(BufferBytes.view(payload), channel.voidPromise());
        }
    }
}
