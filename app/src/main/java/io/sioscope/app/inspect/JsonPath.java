package io.sioscope.app.inspect;

import java.util.regex.Pattern;

/** Where a value stands among a packet's arguments, as JavaScript would reach it: {@code [1].mentions[0]}. Pure. */
public final class JsonPath {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private JsonPath() {}

    /**
     * A step into an object.
     *
     * @param key any
     * @return {@code .key}, or {@code ["a key"]} where it is no name
     */
    public static String key(String key) {
        if (NAME.matcher(key).matches()) {
            return "." + key;
        }
        return "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + "\"]";
    }

    /**
     * A step into a list.
     *
     * @param index from 0
     * @return {@code [index]}
     */
    public static String index(int index) {
        return "[" + index + "]";
    }

    /**
     * A step from one node of the tree to one below it.
     *
     * @param parent null for the list of arguments itself
     * @param child one of its children
     * @return the step
     */
    public static String step(@org.jspecify.annotations.Nullable ArgumentNode parent, ArgumentNode child) {
        boolean keyed = parent != null && parent.kind() == ArgumentNode.Kind.OBJECT;
        return keyed ? key(child.label()) : child.label();
    }
}
