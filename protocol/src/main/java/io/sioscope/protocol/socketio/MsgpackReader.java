package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads one MessagePack value as the tree of what JavaScript would have (notepack.io 2.2.0, lib/decode.js), to be written as
 * JSON:
 *
 * <ul>
 *   <li>undefined, an extension of type 0 and fixed length 1, is a missing node; where JSON must have a value, it is null there
 *   <li>binary values, and array buffers, which are extensions of type 0 with a length of their own, are {@link Bytes}: slices
 *       of the message
 *   <li>a date, an extension of type 0 and fixed length 8, is a {@link JsDate}
 *   <li>any other extension is a list of its type, -128 to 127, and its bytes
 *   <li>numbers are doubles ({@link JsNumber}), broken UTF-8 is U+FFFD
 *   <li>names of any type become texts; of two equal ones the later counts
 * </ul>
 *
 * <p>The name {@code __proto__}, which changes an object's nature in JavaScript and vanishes, is a name as any other here. A
 * length is believed only as far as there are bytes: elements that are announced need one byte each, so no tree is larger than
 * a fixed multiple of the message. An instance is one reading.
 */
final class MsgpackReader {
    private static final int UNDEFINED = 0xd4;
    private static final int DATE = 0xd7;

    private final Bytes message;
    private final ByteBuffer in;

    /** The elements that the open lists and maps still wait for; each takes a byte at least. */
    private long owed;

    MsgpackReader(Bytes message) {
        this.message = message;
        this.in = message.toBuffer();
    }

    /** What is no MessagePack, or deeper than is taken. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final FaultCode code;

        Malformed(FaultCode code) {
            super(null, null, false, false);
            this.code = code;
        }

        FaultCode code() {
            return code;
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
                throw new Malformed(FaultCode.MSGPACK_SYNTAX);
            }
            return value;
        } catch (BufferUnderflowException cutShort) {
            throw new Malformed(FaultCode.MSGPACK_SYNTAX);
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
            case 0xc7 -> extension(u8(), depth);
            case 0xc8 -> extension(u16(), depth);
            case 0xc9 -> extension(u32(), depth);
            case 0xca -> JsNumber.node(in.getFloat());
            case 0xcb -> JsNumber.node(in.getDouble());
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> fixedExtension(type, depth);
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
            case 0xd3 -> JsNumber.node(in.getLong());
            default -> throw new Malformed(FaultCode.MSGPACK_SYNTAX);
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
        return bits >= 0 ? JsNumber.node(bits) : JsNumber.node((bits >>> 32) * 0x1p32 + (bits & 0xffffffffL));
    }

    private Bytes take(long length) throws Malformed {
        if (length > in.remaining()) {
            throw new Malformed(FaultCode.MSGPACK_SYNTAX);
        }
        int from = in.position();
        int to = from + (int) length;
        in.position(to);
        return message.slice(from, to);
    }

    private JsonNode binary(long length) throws Malformed {
        return new POJONode(take(length));
    }

    private JsonNode text(long length) throws Malformed {
        return TextNode.valueOf(JsText.decode(take(length)));
    }

    private JsonNode extension(long length, int depth) throws Malformed {
        int type = in.get();
        return type == 0 ? binary(length) : foreign(type, length, depth);
    }

    private JsonNode fixedExtension(int form, int depth) throws Malformed {
        int type = in.get();
        if (type == 0 && form == UNDEFINED) {
            in.get();
            return MissingNode.getInstance();
        }
        return type == 0 && form == DATE
                ? new POJONode(new JsDate(in.getLong()))
                : foreign(type, 1L << (form - UNDEFINED), depth);
    }

    private JsonNode foreign(int type, long length, int depth) throws Malformed {
        notTooDeep(depth);
        return JsonNodeFactory.instance.arrayNode(2).add(type).add(binary(length));
    }

    private JsonNode array(long count, int depth) throws Malformed {
        enter(count, depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode((int) count);
        for (long i = 0; i < count; i++) {
            owed--;
            array.add(value(depth + 1));
        }
        return array;
    }

    private JsonNode map(long count, int depth) throws Malformed {
        enter(2 * count, depth);
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (long i = 0; i < count; i++) {
            owed--;
            JsonNode key = value(depth + 1);
            String name = key.isTextual() ? key.textValue() : JsText.name(key);
            owed--;
            JsonNode value = value(depth + 1);
            if (value.isMissingNode()) {
                map.remove(name);
            } else {
                map.set(name, value);
            }
        }
        return map;
    }

    private void enter(long elements, int depth) throws Malformed {
        notTooDeep(depth);
        owed += elements;
        if (owed > in.remaining()) {
            throw new Malformed(FaultCode.MSGPACK_SYNTAX);
        }
    }

    /** JavaScript ends at some depth, too, that of its stack. */
    private static void notTooDeep(int depth) throws Malformed {
        if (depth >= ScanLimits.MAX_DEPTH) {
            throw new Malformed(FaultCode.MSGPACK_DEPTH);
        }
    }
}
