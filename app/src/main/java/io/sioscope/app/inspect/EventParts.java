package io.sioscope.app.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.PacketLayout;
import io.sioscope.protocol.socketio.SocketIoCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A captured event or acknowledgement taken apart so that it can be written again: its name and its values, each with the
 * text of the wire, so that no digit of a number is lost.
 *
 * @param event the whole name; empty for an acknowledgement
 * @param parts its values, in order
 */
public record EventParts(String event, List<Part> parts) {

    static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\s*(?:\"_placeholder\"\\s*:\\s*true\\s*,\\s*\"num\"\\s*:\\s*(\\d{1,6})"
                    + "|\"num\"\\s*:\\s*(\\d{1,6})\\s*,\\s*\"_placeholder\"\\s*:\\s*true)\\s*\\}");
    private static final int LONGEST_PLACEHOLDER = 100;
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Keeps a copy of the list. */
    public EventParts {
        parts = List.copyOf(parts);
    }

    /**
     * One value.
     *
     * @param json its text, with placeholders where there is something binary
     * @param attachments all binary values of the packet, which the placeholders' numbers count
     */
    public record Part(String json, List<Bytes> attachments) {

        /** Keeps a copy of the list. */
        public Part {
            attachments = List.copyOf(attachments);
        }

        /** The bytes, where the whole value is binary. */
        public Optional<Bytes> binary() {
            if (json.length() > LONGEST_PLACEHOLDER) {
                return Optional.empty();
            }
            Matcher matcher = PLACEHOLDER.matcher(json);
            return matcher.matches() ? attachment(matcher, attachments) : Optional.empty();
        }

        /** Whether there is a placeholder anywhere in it that stands for something binary. */
        public boolean holdsBinary() {
            return !attachments.isEmpty() && PLACEHOLDER.matcher(json).find();
        }
    }

    static Optional<Bytes> attachment(Matcher placeholder, List<Bytes> attachments) {
        int number = Integer.parseInt(placeholder.group(1) == null ? placeholder.group(2) : placeholder.group(1));
        return number < attachments.size() ? Optional.of(attachments.get(number)) : Optional.empty();
    }

    /**
     * Takes an entry apart. Costs as much as the packet is long.
     *
     * @param entry any
     * @return empty for what is neither event nor acknowledgement, and for what lost its bytes
     */
    public static Optional<EventParts> of(Entry entry) {
        Body body = entry.body();
        boolean fits = entry.layer() == Layer.SOCKETIO && (entry.kind().equals("event") || entry.kind().equals("ack"));
        if (!fits || body.omitted()) {
            return Optional.empty();
        }
        String name = entry.kind().equals("ack") ? "" : name(entry);
        return Optional.of(new EventParts(name, split(body.arguments(), body.attachments())));
    }

    /** The row's name may be cut; the packet has all of it. */
    private static String name(Entry entry) {
        if (entry.event().length() < Entry.MAX_TEXT) {
            return entry.event();
        }
        Bytes raw = entry.body().raw();
        return SocketIoCodec.layout(raw).map(layout -> unquoted(raw, layout)).orElse(entry.event());
    }

    private static String unquoted(Bytes raw, PacketLayout layout) {
        String text = raw.utf8(layout.nameFrom(), layout.nameTo());
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException noJson) {
            return text;
        }
    }

    private static List<Part> split(Bytes arguments, List<Bytes> attachments) {
        String text = arguments.utf8();
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> at = JsonText.endOfString(text, at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(new Part(text.substring(from, at).strip(), attachments));
                        from = at + 1;
                    }
                }
                default -> {
                    // Digits, words and blanks divide nothing.
                }
            }
        }
        if (!text.isBlank()) {
            parts.add(new Part(text.substring(from).strip(), attachments));
        }
        return parts;
    }
}
