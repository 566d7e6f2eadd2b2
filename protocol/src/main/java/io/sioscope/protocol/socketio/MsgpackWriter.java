package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.sioscope.protocol.Bytes;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Writes trees as MessagePack, each value in its shortest form, as notepack.io 2.2.0 does (lib/encode.js): a whole number is an
 * integer, however JSON spells it, and any other a float of 64 bits. Beyond the integers of 64 bits, where notepack.io writes
 * some other number, it is a float here. An instance is one writing.
 */
final class MsgpackWriter {
    private static final int FIRST_CAPACITY = 128;

    private ByteBuffer out = ByteBuffer.allocate(FIRST_CAPACITY);

    /** What has been written; nothing may be written after it. */
    Bytes written() {
        return Bytes.wrap(out.array(), 0, out.position());
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            int needed = Math.addExact(out.position(), bytes);
            out = ByteBuffer.allocate((int) Math.min(Math.max(2L * out.capacity(), needed), Integer.MAX_VALUE - 8))
                    .put(out.flip());
        }
        return out;
    }

    MsgpackWriter map(int size) {
        head(size, 0x80, 0x0f, -1, 0xde);
        return this;
    }

    MsgpackWriter array(int size) {
        head(size, 0x90, 0x0f, -1, 0xdc);
        return this;
    }

    MsgpackWriter text(String value) {
        byte[] utf8 = JsText.encode(value);
        head(utf8.length, 0xa0, 0x1f, 0xd9, 0xda);
        room(utf8.length).put(utf8);
        return this;
    }

    MsgpackWriter binary(byte[] data) {
        head(data.length, -1, -1, 0xc4, 0xc5);
        room(data.length).put(data);
        return this;
    }

    /** An extension of type 0 and one byte. */
    MsgpackWriter undefined() {
        room(3).put((byte) 0xd4).putShort((short) 0);
        return this;
    }

    /** The marks of the forms; that with a length of four bytes follows the one of {@code two}. A mark below 0 is none. */
    private void head(int size, int fixed, int most, int one, int two) {
        room(5);
        if (size <= most) {
            out.put((byte) (fixed | size));
        } else if (one >= 0 && size <= 0xff) {
            out.put((byte) one).put((byte) size);
        } else if (size <= 0xffff) {
            out.put((byte) two).putShort((short) size);
        } else {
            out.put((byte) (two + 1)).putInt(size);
        }
    }

    MsgpackWriter integer(long value) {
        room(9);
        if (value >= -32 && value <= 127) {
            out.put((byte) value);
        } else if (value >= 0) {
            positive(value);
        } else {
            negative(value);
        }
        return this;
    }

    private void positive(long value) {
        if (value <= 0xff) {
            out.put((byte) 0xcc).put((byte) value);
        } else if (value <= 0xffff) {
            out.put((byte) 0xcd).putShort((short) value);
        } else if (value <= 0xffffffffL) {
            out.put((byte) 0xce).putInt((int) value);
        } else {
            out.put((byte) 0xcf).putLong(value);
        }
    }

    private void negative(long value) {
        if (value >= Byte.MIN_VALUE) {
            out.put((byte) 0xd0).put((byte) value);
        } else if (value >= Short.MIN_VALUE) {
            out.put((byte) 0xd1).putShort((short) value);
        } else if (value >= Integer.MIN_VALUE) {
            out.put((byte) 0xd2).putInt((int) value);
        } else {
            out.put((byte) 0xd3).putLong(value);
        }
    }

    MsgpackWriter value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                array(node.size());
                node.forEach(this::value);
            }
            case STRING -> text(node.textValue());
            case BINARY -> binary(((BinaryNode) node).binaryValue());
            case NUMBER -> number(node);
            case BOOLEAN -> room(1).put((byte) (node.booleanValue() ? 0xc3 : 0xc2));
            case NULL, MISSING, POJO -> room(1).put((byte) 0xc0);
        }
        return this;
    }

    private void object(JsonNode node) {
        map(node.size());
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            text(field.getKey());
            value(field.getValue());
        }
    }

    /** A long keeps its digits, though JavaScript reads no more of them than a double holds. */
    private void number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            integer(node.longValue());
            return;
        }
        double value = node.doubleValue();
        boolean whole = value == Math.rint(value);
        if (whole && value >= -0x1p63 && value < 0x1p63) {
            integer((long) value);
        } else if (whole && value >= 0x1p63 && value < 0x1p64) {
            room(9).put((byte) 0xcf).putLong((long) (value - 0x1p63) + Long.MIN_VALUE);
        } else {
            room(9).put((byte) 0xcb).putDouble(value);
        }
    }
}
