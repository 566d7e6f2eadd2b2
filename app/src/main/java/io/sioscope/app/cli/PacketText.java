package io.sioscope.app.cli;

import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Numbered;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One captured thing as a line for people: time, arrow, socket, namespace, kind, event and arguments, size, latency. What a
 * peer sent cannot move the cursor. Immutable.
 */
final class PacketText {
    private static final int ARGUMENTS = 120;
    private static final int NAME = 40;
    private static final int SOCKET = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Style style;
    private final ZoneId zone;

    PacketText(Style style, ZoneId zone) {
        this.style = style;
        this.zone = zone;
    }

    /** Whether a thing is worth a line: heartbeats, HTTP exchanges and transport packets are not. */
    static boolean isShown(Entry entry) {
        return switch (entry.layer()) {
            case SOCKETIO, LINK, FAULT, GAP -> true;
            case ENGINEIO, HTTP -> false;
        };
    }

    private String time(long timeNanos) {
        Instant instant = Instant.ofEpochSecond(timeNanos / 1_000_000_000L, timeNanos % 1_000_000_000L);
        return style.faint(TIME.format(instant.atZone(zone)));
    }

    /** The line, without its end. */
    String line(Numbered numbered) {
        Entry entry = numbered.entry();
        StringBuilder line = new StringBuilder(160);
        line.append(time(entry.timeNanos())).append(' ');
        line.append(arrow(entry)).append(' ');
        line.append(style.faint(pad(cut(entry.socket(), SOCKET), SOCKET))).append(' ');
        line.append(pad(cut(plain(entry.namespace()), NAME), 8)).append(' ');
        line.append(what(entry));
        if (entry.size() > 0) {
            line.append("  ").append(style.faint(size(entry.size())));
        }
        if (numbered.latencyNanos() >= 0) {
            line.append("  ").append(style.ack(latency(numbered.latencyNanos())));
        }
        return line.toString();
    }

    private String arrow(Entry entry) {
        return switch (entry.layer()) {
            case FAULT -> style.fault("!");
            case GAP -> style.fault("…");
            case LINK -> style.faint("·");
            case SOCKETIO, ENGINEIO, HTTP ->
                entry.direction() == Direction.TO_SERVER ? style.toServer("→") : style.toClient("←");
        };
    }

    private String what(Entry entry) {
        String first =
                switch (entry.layer()) {
                    case SOCKETIO -> socketio(entry);
                    case FAULT -> style.fault(pad(entry.kind(), 10));
                    case GAP, LINK, ENGINEIO, HTTP -> style.faint(pad(entry.kind(), 10));
                };
        String rest = rest(entry);
        return rest.isEmpty() ? first : first + " " + rest;
    }

    private String socketio(Entry entry) {
        String ackId = entry.ackId() >= 0 ? "#" + entry.ackId() : "";
        return switch (entry.kind()) {
            case "event" ->
                style.strong(pad(cut(plain(entry.event()), NAME), 10)) + (ackId.isEmpty() ? "" : " " + style.ack(ackId));
            case "ack" -> style.ack(pad("ack " + ackId, 10));
            default -> style.faint(pad(entry.kind(), 10));
        };
    }

    private static String rest(Entry entry) {
        if (entry.layer() == Layer.SOCKETIO) {
            String arguments = entry.body().omitted() ? "…" : entry.body().arguments().utf8();
            return plain(cut(arguments, ARGUMENTS));
        }
        return switch (entry.details()) {
            case Details.Link(CaptureEvent.LinkChange change) -> link(change);
            case Details.Fault(String code, int offset, String detail) -> plain(cut(offset + " " + detail, ARGUMENTS));
            case Details.Gap(long events, long bytes, long until) -> events + " / " + size(bytes);
            case Details.Http http -> http.method() + " " + plain(cut(http.target(), ARGUMENTS)) + " " + http.status();
            case Details.None none -> "";
        };
    }

    private static String link(CaptureEvent.LinkChange change) {
        return switch (change) {
            case CaptureEvent.LinkChange.Opened(String url, int version) -> plain(cut(url, ARGUMENTS));
            case CaptureEvent.LinkChange.Upgraded upgraded ->
                upgraded.from().label() + " → " + upgraded.to().label();
            case CaptureEvent.LinkChange.Closed(String reason, String detail) -> plain(cut(reason, ARGUMENTS));
            case CaptureEvent.LinkChange.Failed(String url, String message) -> plain(cut(message, ARGUMENTS));
            case CaptureEvent.LinkChange.Reconnecting(int attempt, long delay) -> attempt + " (" + delay + " ms)";
        };
    }

    /** Bytes as {@code 84 B}, {@code 1.2 kB}, {@code 3.4 MB}. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** A latency as {@code 3.4 ms} or {@code 1.2 s}. */
    static String latency(long nanos) {
        return nanos < 1_000_000_000L
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    /** The text without anything that a terminal would obey. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isDangerous(point) ? 0xFFFD : point)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isDangerous(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
