package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sioscope.protocol.Bytes;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads one MessagePack value as a tree. A length is believed only as far as there are bytes. JavaScript's values without a
 * counterpart come as its encoder writes them (notepack.io): undefined as an extension of one byte, a date as one of eight.
 * An instance is one reading.
 */
final class MsgpackReader {
    private static final int UNDEFINED_BYTES = 1;
    private static final int DATE_BYTES = 8;

    private final ByteBuffer in;

    MsgpackReader(Bytes data) {
        this.in = data.toBuffer();
    }

    /** What is no MessagePack. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super(null, null, false, false);
        }
    }

    int position() {
        return in.position();
    }

    /** The one value that there is; a missing node for undefined. */
    JsonNode whole() throws Malformed {
        try {
            JsonNode value = value(0);
            if (in.hasRemaining()) {
                throw new Malformed();
            }
            return value;
        } catch (BufferUnderflowException cutShort) {
            throw new Malformed();
        }
    }

    private JsonNode value(int depth) throws Malformed {
        int type = in.get() & 0xff;
        if (type < 0x80 || type >= 0xe0) {
            return LongNode.valueOf((byte) type);
        }
        if (type < 0x90) {
            return map(type & 0x0f, depth);
        }
        if (type < 0xa0) {
            return array(type & 0x0f, depth);
        }
        return type < 0xc0 ? text(type & 0x1f) : typed(type, depth);
    }

    private JsonNode typed(int type, int depth) throws Malformed {
        return switch (type) {
            case 0xc0 -> NullNode.getInstance();
            case 0xc2 -> BooleanNode.FALSE;
            case 0xc3 -> BooleanNode.TRUE;
            case 0xc4 -> binary(u8());
            case 0xc5 -> binary(u16());
            case 0xc6 -> binary(u32());
            case 0xc7 -> extension(u8());
            case 0xc8 -> extension(u16());
            case 0xc9 -> extension(u32());
            case 0xca -> number(in.getFloat());
            case 0xcb -> number(in.getDouble());
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> extension(1L << (type - 0xd4));
            case 0xd9 -> text(u8());
            case 0xda -> text(u16());
            case 0xdb -> text(u32());
            case 0xdc -> array(u16(), depth);
            case 0xdd -> array(u32(), depth);
            case 0xde -> map(u16(), depth);
            case 0xdf -> map(u32(), depth);
            default -> integer(type);
        };
    }

    private JsonNode integer(int type) throws Malformed {
        return switch (type) {
            case 0xcc -> LongNode.valueOf(u8());
            case 0xcd -> LongNode.valueOf(u16());
            case 0xce -> LongNode.valueOf(u32());
            case 0xcf -> unsigned(in.getLong());
            case 0xd0 -> LongNode.valueOf(in.get());
            case 0xd1 -> LongNode.valueOf(in.getShort());
            case 0xd2 -> LongNode.valueOf(in.getInt());
            case 0xd3 -> LongNode.valueOf(in.getLong());
            default -> throw new Malformed();
        };
    }

    private int u8() {
        return in.get() & 0xff;
    }

    private int u16() {
        return in.getShort() & 0xffff;
    }

    private long u32() {
        return in.getInt() & 0xffffffffL;
    }

    private static JsonNode unsigned(long bits) {
        return bits >= 0 ? LongNode.valueOf(bits) : BigIntegerNode.valueOf(new BigInteger(Long.toUnsignedString(bits)));
    }

    /** JSON has no NaN and no infinity; JavaScript writes null there. */
    private static JsonNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : NullNode.getInstance();
    }

    private byte[] take(long length) throws Malformed {
        if (length > in.remaining()) {
            throw new Malformed();
        }
        byte[] data = new byte[(int) length];
        in.get(data);
        return data;
    }

    private JsonNode binary(long length) throws Malformed {
        return BinaryNode.valueOf(take(length));
    }

    private JsonNode text(long length) throws Malformed {
        return TextNode.valueOf(Bytes.wrap(take(length)).utf8());
    }

    private JsonNode extension(long length) throws Malformed {
        int type = in.get();
        ByteBuffer data = ByteBuffer.wrap(take(length));
        if (type == 0 && length == UNDEFINED_BYTES) {
            return MissingNode.getInstance();
        }
        if (type != 0 || length != DATE_BYTES) {
            throw new Malformed();
        }
        try {
            return TextNode.valueOf(Instant.ofEpochMilli(data.getLong()).toString());
        } catch (DateTimeException outOfRange) {
            throw new Malformed();
        }
    }

    private JsonNode array(long count, int depth) throws Malformed {
        enter(count, depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (long i = 0; i < count; i++) {
            JsonNode value = value(depth + 1);
            array.add(value.isMissingNode() ? NullNode.getInstance() : value);
        }
        return array;
    }

    private JsonNode map(long count, int depth) throws Malformed {
        enter(count, depth);
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (long i = 0; i < count; i++) {
            JsonNode key = value(depth + 1);
            JsonNode value = value(depth + 1);
            if (!key.isTextual() && !key.isNumber()) {
                throw new Malformed();
            }
            if (!value.isMissingNode()) {
                map.set(key.asText(), value);
            }
        }
        return map;
    }

    /** Every element takes a byte at least, so a count beyond what is left is a lie. */
    private void enter(long count, int depth) throws Malformed {
        if (depth >= ScanLimits.MAX_DEPTH || count > in.remaining()) {
            throw new Malformed();
        }
    }
}
