package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes values as argument text and collects their binary parts, in visiting order, as attachments. */
final class ArgumentsWriter {
    private static final JsonMapper MAPPER = ArgumentsTree.MAPPER
            .rebuild()
            .addModule(new SimpleModule().addSerializer(Bytes.class, new BytesSerializer()))
            .build();

    private ArgumentsWriter() {}

    static JsonArguments write(Object[] values) {
        if (values.length == 0) {
            return JsonArguments.EMPTY;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(64);
        List<Bytes> attachments = new ArrayList<>(0);
        try (JsonGenerator out = new Placeholders(MAPPER.createGenerator(text), attachments)) {
            out.writeStartArray();
            for (Object value : values) {
                MAPPER.writeValue(out, value);
            }
            out.writeEndArray();
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("cannot be written as JSON: " + unwritable.getMessage(), unwritable);
        }
        byte[] array = text.toByteArray();
        return new JsonArguments(Bytes.wrap(array, 1, array.length - 2), attachments, true);
    }

    /** Every way to write binary in Jackson ends in one of the two methods overridden here. */
    private static final class Placeholders extends JsonGeneratorDelegate {
        private final List<Bytes> attachments;

        Placeholders(JsonGenerator target, List<Bytes> attachments) {
            super(target, false);
            this.attachments = attachments;
        }

        @Override
        public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
            attach(Bytes.wrap(Arrays.copyOfRange(data, offset, offset + length)));
        }

        /** What cannot change any more needs no copy. */
        void attach(Bytes data) throws IOException {
            int number = attachments.size();
            attachments.add(data);
            writeStartObject();
            writeBooleanField("_placeholder", true);
            writeNumberField("num", number);
            writeEndObject();
        }

        @Override
        public int writeBinary(Base64Variant variant, InputStream data, int length) throws IOException {
            byte[] all = length < 0 ? data.readAllBytes() : data.readNBytes(length);
            writeBinary(variant, all, 0, all.length);
            return all.length;
        }
    }

    private static final class BytesSerializer extends StdSerializer<Bytes> {
        @Serial
        private static final long serialVersionUID = 1L;

        BytesSerializer() {
            super(Bytes.class);
        }

        @Override
        public void serialize(Bytes value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (out instanceof Placeholders placeholders) {
                placeholders.attach(value);
            } else {
                out.writeBinary(value.toArray());
            }
        }
    }
}
