package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes trees as MessagePack, each value in its shortest form. An instance is one writing. */
final class MsgpackWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    private final DataOutputStream out = new DataOutputStream(bytes);

    Bytes written() {
        return Bytes.wrap(bytes.toByteArray());
    }

    MsgpackWriter map(int size) {
        head(size, 0x80, 0x0f, -1, 0xde, 0xdf);
        return this;
    }

    MsgpackWriter array(int size) {
        head(size, 0x90, 0x0f, -1, 0xdc, 0xdd);
        return this;
    }

    MsgpackWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(utf8.length, 0xa0, 0x1f, 0xd9, 0xda, 0xdb);
        bytes.writeBytes(utf8);
        return this;
    }

    MsgpackWriter binary(byte[] data) {
        head(data.length, -1, -1, 0xc4, 0xc5, 0xc6);
        bytes.writeBytes(data);
        return this;
    }

    /** What JavaScript's encoder writes for undefined. */
    MsgpackWriter undefined() {
        bytes.writeBytes(new byte[] {(byte) 0xd4, 0, 0});
        return this;
    }

    private void head(int size, int fixed, int most, int one, int two, int four) {
        try {
            if (fixed >= 0 && size <= most) {
                out.writeByte(fixed | size);
            } else if (one >= 0 && size <= 0xff) {
                out.writeByte(one);
                out.writeByte(size);
            } else if (size <= 0xffff) {
                out.writeByte(two);
                out.writeShort(size);
            } else {
                out.writeByte(four);
                out.writeInt(size);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
    }

    MsgpackWriter integer(long value) {
        try {
            if (value >= -32 && value <= 127) {
                out.writeByte((int) value);
            } else if (value >= 0) {
                positive(value);
            } else {
                negative(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
        return this;
    }

    private void positive(long value) throws IOException {
        if (value <= 0xff) {
            out.writeByte(0xcc);
            out.writeByte((int) value);
        } else if (value <= 0xffff) {
            out.writeByte(0xcd);
            out.writeShort((int) value);
        } else if (value <= 0xffffffffL) {
            out.writeByte(0xce);
            out.writeInt((int) value);
        } else {
            out.writeByte(0xcf);
            out.writeLong(value);
        }
    }

    private void negative(long value) throws IOException {
        if (value >= Byte.MIN_VALUE) {
            out.writeByte(0xd0);
            out.writeByte((int) value);
        } else if (value >= Short.MIN_VALUE) {
            out.writeByte(0xd1);
            out.writeShort((int) value);
        } else if (value >= Integer.MIN_VALUE) {
            out.writeByte(0xd2);
            out.writeInt((int) value);
        } else {
            out.writeByte(0xd3);
            out.writeLong(value);
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
            case BOOLEAN -> bytes.write(node.booleanValue() ? 0xc3 : 0xc2);
            case NULL, MISSING, POJO -> bytes.write(0xc0);
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

    private void number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            integer(node.longValue());
            return;
        }
        try {
            out.writeByte(0xcb);
            out.writeDouble(node.doubleValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can be written", impossible);
        }
    }
}
