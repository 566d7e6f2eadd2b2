package io.sioscope.app.inspect;

import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the inspector shows of one entry, made in one go on a worker.
 *
 * @param entry what was captured
 * @param tree its arguments; empty where it has none
 * @param json the same as lines
 * @param arguments the bytes that {@code tree} points into
 * @param layers how it travelled
 * @param hex its bytes
 */
public record Inspection(
        Entry entry, List<ArgumentNode> tree, PrettyJson json, Bytes arguments, List<WireLayer> layers, HexLines hex) {

    private static final PrettyJson NOTHING = new PrettyJson("", List.of(), 0, 0);

    /** Keeps copies of the lists. */
    public Inspection {
        tree = List.copyOf(tree);
        layers = List.copyOf(layers);
    }

    /**
     * Looks into an entry.
     *
     * @param entry any
     * @return what there is to see
     */
    public static Inspection of(Entry entry) {
        Bytes arguments = argumentsOf(entry);
        boolean listed = entry.kind().equals("event") || entry.kind().equals("ack");
        PrettyJson json = arguments.isEmpty()
                ? NOTHING
                : listed ? PrettyJson.arguments(arguments) : PrettyJson.of(arguments);
        return new Inspection(
                entry,
                ArgumentTree.of(arguments, entry.body().attachments()),
                json,
                arguments,
                WireLayers.of(entry),
                hexOf(entry));
    }

    /**
     * The text of one value of the tree, for the clipboard: JSON, but a text without escapes loses its quotes.
     *
     * @param node of this inspection's tree
     * @return its text; for a binary value its bytes in hex
     */
    public String copyOf(ArgumentNode node) {
        if (node.kind() == ArgumentNode.Kind.BINARY) {
            Bytes bytes = entry.body().attachments().get(node.attachment());
            return HexLines.start(bytes, bytes.length());
        }
        String text = arguments.utf8(Math.max(0, node.from()), Math.clamp(node.to(), node.from(), arguments.length()));
        boolean bare = node.kind() == ArgumentNode.Kind.TEXT && text.length() >= 2 && text.indexOf('\\') < 0;
        return bare ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * The JSON of one value of the tree, as it stands on the wire.
     *
     * @param node of this inspection's tree
     * @return its text; a binary value's placeholder
     */
    public String jsonOf(ArgumentNode node) {
        return arguments.utf8(Math.max(0, node.from()), Math.clamp(node.to(), node.from(), arguments.length()));
    }

    /**
     * Values of a container that its tree leaves out.
     *
     * @param container the node, or null for the list of arguments itself
     * @param known how many of its values the tree has
     * @return the next ones
     */
    public List<ArgumentNode> more(@Nullable ArgumentNode container, long known) {
        return ArgumentTree.more(arguments, entry.body().attachments(), container, known);
    }

    /**
     * All arguments as one JSON text: a list for events and acknowledgements, else the value itself.
     *
     * @return whole, however long
     */
    public String wholeText() {
        boolean listed = entry.kind().equals("event") || entry.kind().equals("ack");
        return listed ? argumentsText() : arguments.utf8();
    }

    /**
     * Whether there are arguments to show or to copy.
     *
     * @return false for packets without any, and for those whose bytes were left out
     */
    public boolean hasArguments() {
        return !arguments.isEmpty();
    }

    /**
     * The arguments as one JSON list, compact and whole, for the clipboard.
     *
     * @return the values of the wire between brackets
     */
    public String argumentsText() {
        return "[" + arguments.utf8() + "]";
    }

    /**
     * The packet as it stood on the wire, for the clipboard.
     *
     * @return its text; the request line of an HTTP exchange; empty where there is none
     */
    public String rawText() {
        return entry.details() instanceof Details.Http http
                ? http.method() + " " + http.target()
                : entry.body().raw().utf8();
    }

    private static Bytes argumentsOf(Entry entry) {
        Bytes raw = entry.body().raw();
        boolean handshake = entry.layer() == Layer.ENGINEIO && entry.kind().equals("open") && raw.length() > 1;
        return handshake ? raw.slice(1, raw.length()) : entry.body().arguments();
    }

    private static HexLines hexOf(Entry entry) {
        List<HexLines.Section> sections = new ArrayList<>();
        if (!entry.body().raw().isEmpty()) {
            sections.add(new HexLines.Section(-1, entry.body().raw()));
        }
        for (int i = 0; i < entry.body().attachments().size(); i++) {
            sections.add(new HexLines.Section(i, entry.body().attachments().get(i)));
        }
        return new HexLines(sections);
    }
}
