package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.sioscope.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Texts as JavaScript makes them: from bytes, to bytes, and from any value that has to serve as a name. Pure. */
final class JsText {
    private static final char REPLACEMENT = '\ufffd';
    private static final byte SURROGATE_LEAD = (byte) 0xed;
    private static final byte NEVER_VALID = (byte) 0xff;

    private JsText() {}

    /** The bytes as text; what is broken becomes U+FFFD, as often as Node's {@code Buffer.toString} has it (WHATWG Encoding). */
    static String decode(Bytes utf8) {
        String text = utf8.utf8();
        return text.indexOf(REPLACEMENT) >= 0 && holdsSurrogate(utf8) ? withoutSurrogates(utf8).utf8() : text;
    }

    private static boolean holdsSurrogate(Bytes utf8) {
        for (int at = utf8.indexOf(SURROGATE_LEAD, 0); at >= 0; at = utf8.indexOf(SURROGATE_LEAD, at + 1)) {
            if (isSurrogate(utf8, at)) {
                return true;
            }
        }
        return false;
    }

    /** Half an emoji in three bytes is one U+FFFD to Java and three to the standard, which gives up at its first byte. */
    private static Bytes withoutSurrogates(Bytes utf8) {
        byte[] copy = utf8.toArray();
        for (int at = 0; at < copy.length; at++) {
            if (copy[at] == SURROGATE_LEAD && isSurrogate(utf8, at)) {
                copy[at] = NEVER_VALID;
            }
        }
        return Bytes.wrap(copy);
    }

    private static boolean isSurrogate(Bytes utf8, int lead) {
        return lead + 1 < utf8.length() && (utf8.at(lead + 1) & 0xe0) == 0xa0;
    }

    /**
     * The text as bytes; half an emoji becomes U+FFFD. So does notepack.io with texts of more than 32 characters; in shorter ones
     * it makes one character of the half and its neighbour, which nobody can want.
     */
    static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return replaced(text).getBytes(StandardCharsets.UTF_8);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /**
     * What JavaScript's {@code String} makes of a value that {@link MsgpackReader} read. Only a date is given in UTC instead of
     * the reader's own time zone, and an array buffer as the text of its bytes, as a buffer is.
     */
    static String name(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "undefined";
            case OBJECT -> "[object Object]";
            case ARRAY -> joined(value);
            case POJO -> special(((POJONode) value).getPojo());
            default -> value.asText();
        };
    }

    private static String joined(JsonNode list) {
        StringJoiner names = new StringJoiner(",");
        list.forEach(value -> names.add(value.isNull() || value.isMissingNode() ? "" : name(value)));
        return names.toString();
    }

    private static String special(Object value) {
        return switch (value) {
            case Bytes bytes -> decode(bytes);
            case JsValue special -> special.text();
            default -> throw new IllegalStateException("no value of MessagePack: " + value.getClass());
        };
    }
}
