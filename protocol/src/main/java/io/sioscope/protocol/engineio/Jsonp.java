package io.sioscope.protocol.engineio;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sioscope.protocol.Bytes;
import java.util.regex.Pattern;

/**
 * The disguise in which old browsers poll other origins: answers as calls of a function in a script, requests as forms
 * (engine.io 6.6, transports/polling-jsonp.ts). Works with either revision. Pure; any thread.
 */
public final class Jsonp {
    /** A newline that the client wrote as a backslash and an n, unless the backslash has one before it. */
    private static final Pattern NEWLINE = Pattern.compile("(\\\\)?\\\\n");

    private Jsonp() {}

    /**
     * A payload as a script.
     *
     * @param index the request's parameter {@code j}; all but digits is left out, as it becomes code
     */
    public static Bytes script(String index, Bytes payload) {
        String literal = TextNode.valueOf(payload.utf8())
                .toString()
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return Bytes.utf8("___eio[" + index.replaceAll("[^0-9]", "") + "](" + literal + ");");
    }

    /** The payload that the form field {@code d} holds. */
    public static Bytes payload(String field) {
        String lines = NEWLINE.matcher(field).replaceAll(found -> found.group(1) == null ? "\n" : "\\\\\\\\n");
        return Bytes.utf8(lines.replace("\\\\n", "\\n"));
    }
}
