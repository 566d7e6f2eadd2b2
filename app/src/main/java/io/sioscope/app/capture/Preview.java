package io.sioscope.app.capture;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line that shows what a record holds, made from a bounded part of it. Belongs to one thread. */
final class Preview {
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\s*(?:\"_placeholder\"\\s*:\\s*true\\s*,\\s*\"num\"\\s*:\\s*(\\d{1,6})"
                    + "|\"num\"\\s*:\\s*(\\d{1,6})\\s*,\\s*\"_placeholder\"\\s*:\\s*true)\\s*\\}");
    private static final int SHOWN_BYTES = 3;

    private final RecordReader reader;
    private final int maxChars;

    Preview(RecordReader reader, int maxChars) {
        this.reader = reader;
        this.maxChars = Math.max(1, maxChars);
    }

    String of(RecordReader.Found record) throws IOException {
        RecordHead head = record.head();
        return switch (head.layer()) {
            case SOCKETIO -> head.omitted() ? "" : arguments(record);
            case ENGINEIO, FAULT -> head.omitted() ? "" : message(record);
            case HTTP -> RecordCodec.details(head) instanceof Details.Http http ? line(http) : "";
            case LINK -> RecordCodec.details(head) instanceof Details.Link link ? line(words(link.change())) : "";
            case GAP -> "";
        };
    }

    private String arguments(RecordReader.Found record) throws IOException {
        RecordHead head = record.head();
        RecordReader.Found holder = reader.holder(record);
        long at = holder.payloadAt() + holder.head().bodyAt();
        int length = head.argumentsTo() - head.argumentsFrom();
        String text = start(at + head.argumentsFrom(), length);
        return holder.head().attachments().length == 0 ? line(text) : line(withBinary(text, holder, at));
    }

    /** As many bytes as the wanted characters may take, and no more. */
    private String start(long at, int length) throws IOException {
        int wanted = (int) Math.min(length, maxChars * 4L + 64);
        return reader.copy(at, wanted).utf8();
    }

    private String withBinary(String text, RecordReader.Found holder, long bodyAt) throws IOException {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        int[] lengths = holder.head().attachments();
        while (placeholder.find()) {
            String digits = placeholder.group(1) != null ? placeholder.group(1) : placeholder.group(2);
            int number = Integer.parseInt(digits);
            if (number < lengths.length) {
                out.append(text, from, placeholder.start());
                long at = bodyAt + holder.head().rawLength();
                for (int i = 0; i < number; i++) {
                    at += lengths[i];
                }
                out.append(binary(at, lengths[number]));
                from = placeholder.end();
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private String message(RecordReader.Found record) throws IOException {
        RecordReader.Found holder = reader.holder(record);
        long at = holder.payloadAt() + holder.head().bodyAt();
        int length = holder.head().rawLength();
        if (record.head().rawBinary()) {
            return binary(at, length);
        }
        int skipped = record.head().layer() == Layer.ENGINEIO ? Math.min(1, length) : 0;
        return line(start(at + skipped, length - skipped));
    }

    private String binary(long at, int length) throws IOException {
        return binary(reader.copy(at, Math.min(length, SHOWN_BYTES)), length);
    }

    /** A binary value's size and first bytes. */
    static String binary(Bytes start, int length) {
        StringBuilder out = new StringBuilder("‹").append(size(length));
        for (int i = 0; i < Math.min(start.length(), SHOWN_BYTES); i++) {
            out.append(' ').append(String.format(Locale.ROOT, "%02X", start.at(i)));
        }
        return out.append(length > SHOWN_BYTES ? "…›" : "›").toString();
    }

    private static String size(int bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private String line(Details.Http http) {
        return line(http.method() + " " + http.target() + " " + http.status());
    }

    private static String words(LinkChange change) {
        return switch (change) {
            case LinkChange.Opened opened -> opened.url();
            case LinkChange.Upgraded upgraded ->
                upgraded.from().label() + " → " + upgraded.to().label();
            case LinkChange.Closed closed ->
                closed.detail().isEmpty() ? closed.reason() : closed.reason() + ": " + closed.detail();
            case LinkChange.Failed failed -> failed.url() + " " + failed.message();
            case LinkChange.Reconnecting again -> "#" + again.attempt() + ", " + again.delayMs() + " ms";
        };
    }

    /** Without control characters, and not longer than wanted. */
    private String line(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), maxChars));
        for (int i = 0; i < text.length(); i++) {
            if (out.length() == maxChars) {
                int end = maxChars - 1;
                out.setLength(end > 0 && Character.isHighSurrogate(out.charAt(end - 1)) ? end - 1 : end);
                return out.append('…').toString();
            }
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }
}
