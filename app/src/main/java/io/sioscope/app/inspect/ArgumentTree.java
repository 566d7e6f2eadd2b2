package io.sioscope.app.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.sioscope.protocol.Bytes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of a packet's arguments in one pass over their JSON, without a tree of the parser's own. A container shows
 * its first 500 values and the whole tree 5 000; what is beyond is counted, and made when it is asked for. Texts are cut at 300
 * characters.
 */
public final class ArgumentTree {

    /** How many values one container shows. */
    static final int MAX_CHILDREN = 500;
    /** How many values the tree shows. */
    static final int MAX_NODES = 5_000;
    /** How many characters of a text are shown. */
    static final int MAX_TEXT = 300;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNestingDepth(100_000)
                    .build())
            .build();

    private final Bytes json;
    private final List<Bytes> attachments;
    private final Deque<Open> stack = new ArrayDeque<>();
    /** Where {@link #json} begins in all arguments. */
    private final int base;
    /** How deep the container is whose first values are passed over; 1 is the list of arguments. */
    private final int pagedDepth;
    private final long passedOver;
    private int made;

    private ArgumentTree(Bytes json, List<Bytes> attachments, int base, int pagedDepth, long passedOver) {
        this.json = json;
        this.attachments = attachments;
        this.base = base;
        this.pagedDepth = pagedDepth;
        this.passedOver = passedOver;
    }

    /** What becomes of a value. */
    private enum Fate {
        /** It gets a node. */
        SHOWN,
        /** It is counted among those that are left out; what is inside it is not. */
        LEFT,
        /** It is known already, or inside of what gets no node. */
        PASSED
    }

    /** A container whose end has not come yet. */
    private static final class Open {
        private final String label;
        private final boolean object;
        private final int from;
        private final List<ArgumentNode> children = new ArrayList<>();
        private String key = "";
        private final Fate fate;
        private long seen;
        private long left;

        Open(String label, boolean object, int from, Fate fate) {
            this.label = label;
            this.object = object;
            this.from = from;
            this.fate = fate;
        }

        String nextLabel() {
            return object ? key : "[" + seen + "]";
        }
    }

    /**
     * The tree of some arguments.
     *
     * @param json values joined by commas, without brackets around them, as on the wire
     * @param attachments what the placeholders stand for
     * @return one node for each value, as far as the text could be read
     */
    public static List<ArgumentNode> of(Bytes json, List<Bytes> attachments) {
        return new ArgumentTree(json, attachments, 0, 1, 0).build();
    }

    /**
     * The values of a container that {@link #of} left out, as many as one container shows.
     *
     * @param json all arguments
     * @param attachments what the placeholders stand for
     * @param container the node, or null for the list of arguments itself
     * @param first how many of its values are known
     * @return the next ones, and a node for those that are still left out
     */
    public static List<ArgumentNode> more(
            Bytes json, List<Bytes> attachments, @Nullable ArgumentNode container, long first) {
        if (container == null) {
            return new ArgumentTree(json, attachments, 0, 1, first).build();
        }
        Bytes part = json.slice(container.from(), container.to());
        List<ArgumentNode> alone = new ArgumentTree(part, attachments, container.from(), 2, first).build();
        return alone.isEmpty() ? List.of() : alone.getFirst().children();
    }

    private List<ArgumentNode> build() {
        byte[] text = new byte[json.length() + 2];
        text[0] = '[';
        json.copyTo(0, text, 1, json.length());
        text[text.length - 1] = ']';
        Open root = new Open("", false, base, Fate.SHOWN);
        stack.push(root);
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != null && !stack.isEmpty(); token = parser.nextToken()) {
                take(parser, token);
            }
        } catch (IOException broken) {
            closeAll();
        }
        return finished(root);
    }

    private void take(JsonParser parser, JsonToken token) throws IOException {
        Open top = stack.getFirst();
        int from = base + (int) parser.currentTokenLocation().getByteOffset() - 1;
        switch (token) {
            case FIELD_NAME -> top.key = cut(parser.currentName());
            case START_OBJECT -> open(top, true, from);
            case START_ARRAY -> open(top, false, from);
            case END_OBJECT, END_ARRAY -> close(from + 1);
            default -> {
                Fate fate = fateIn(top);
                made += fate == Fate.SHOWN ? 1 : 0;
                if (fate == Fate.SHOWN) {
                    top.children.add(leaf(parser, token, top.nextLabel(), from));
                }
                count(top, fate);
            }
        }
    }

    /** Decided when a value begins, so that a node never lacks the nodes around it. */
    private Fate fateIn(Open parent) {
        boolean known = stack.size() == pagedDepth && parent.seen < passedOver;
        if (known || parent.fate != Fate.SHOWN) {
            return Fate.PASSED;
        }
        return parent.children.size() < MAX_CHILDREN && made < MAX_NODES ? Fate.SHOWN : Fate.LEFT;
    }

    private void open(Open parent, boolean object, int from) {
        Fate fate = fateIn(parent);
        made += fate == Fate.SHOWN ? 1 : 0;
        stack.push(new Open(parent.nextLabel(), object, from, fate));
    }

    private ArgumentNode leaf(JsonParser parser, JsonToken token, String label, int from) throws IOException {
        String text = parser.getText();
        int to = base + (int) parser.currentLocation().getByteOffset() - 1;
        return switch (token) {
            case VALUE_STRING -> new ArgumentNode(
                    label,
                    ArgumentNode.Kind.TEXT,
                    cut(text),
                    text.codePointCount(0, text.length()),
                    from,
                    endOfText(from, to),
                    -1,
                    List.of());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new ArgumentNode(
                    label, ArgumentNode.Kind.NUMBER, cut(text), 0, from, from + text.length(), -1, List.of());
            default -> new ArgumentNode(
                    label, ArgumentNode.Kind.LITERAL, text, 0, from, from + text.length(), -1, List.of());
        };
    }

    /** The parser may have read past the text's end by the time it is asked where it is. */
    private int endOfText(int from, int guess) {
        int to = Math.clamp(guess, from + 1, base + json.length());
        while (to > from + 1 && json.at(to - 1 - base) != '"') {
            to--;
        }
        return to;
    }

    private static void count(Open parent, Fate fate) {
        parent.seen++;
        parent.left += fate == Fate.LEFT ? 1 : 0;
    }

    private void close(int to) {
        Open done = stack.pop();
        Open parent = stack.peek();
        if (parent == null) {
            return;
        }
        if (done.fate == Fate.SHOWN) {
            parent.children.add(node(done, to));
        }
        count(parent, done.fate);
    }

    private ArgumentNode node(Open done, int to) {
        int attachment = done.object ? placeholder(done.children) : -1;
        if (attachment >= 0 && attachment < attachments.size()) {
            made -= 2;
            Bytes bytes = attachments.get(attachment);
            return new ArgumentNode(
                    done.label, ArgumentNode.Kind.BINARY, HexLines.start(bytes, 8), bytes.length(), done.from, to, attachment,
                    List.of());
        }
        return new ArgumentNode(
                done.label, done.object ? ArgumentNode.Kind.OBJECT : ArgumentNode.Kind.LIST, "", done.seen, done.from, to,
                -1, finished(done));
    }

    private void closeAll() {
        while (stack.size() > 1) {
            close(base + json.length());
        }
    }

    private static List<ArgumentNode> finished(Open open) {
        if (open.left == 0) {
            return open.children;
        }
        List<ArgumentNode> all = new ArrayList<>(open.children);
        all.add(new ArgumentNode("", ArgumentNode.Kind.MORE, "", open.left, 0, 0, -1, List.of()));
        return all;
    }

    private static int placeholder(List<ArgumentNode> fields) {
        int number = -1;
        boolean marked = false;
        for (ArgumentNode field : fields) {
            if (field.label().equals("_placeholder")) {
                marked = field.shown().equals("true");
            } else if (field.label().equals("num") && field.shown().matches("\\d{1,6}")) {
                number = Integer.parseInt(field.shown());
            }
        }
        return marked && fields.size() == 2 ? number : -1;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end) + "…";
    }
}
