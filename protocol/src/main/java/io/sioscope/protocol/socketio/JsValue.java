package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** A value that JavaScript has and JSON has not; it is written as {@code JSON.stringify} writes it. */
sealed interface JsValue extends JsonSerializable permits JsDate, JsNumber {
    /** What JavaScript's {@code String} makes of it. */
    String text();

    @Override
    default void serializeWithType(JsonGenerator out, SerializerProvider provider, TypeSerializer type) throws IOException {
        serialize(out, provider);
    }
}
