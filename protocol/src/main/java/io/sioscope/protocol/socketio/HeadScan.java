package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands before a packet's JSON, with the reference parser's leniency: blanks in an acknowledgement id, and any
 * notation of a whole number that JavaScript's {@code Number} takes for the count of attachments (socket.io-parser 4.2.7,
 * decodeString). Pure; an instance is one scan.
 */
final class HeadScan {
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
    private static final int LONGEST_COUNT = 16;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    /** Hexadecimal, octal, binary; no sign stands before them. */
    private static final Pattern OTHER_BASE = Pattern.compile("0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");

    private final Bytes text;
    private final ScanLimits limits;
    private int at = 1;
    private @Nullable ProtocolFault fault;

    HeadScan(Bytes text, ScanLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /** The fault that ended the scan, or null. */
    @Nullable ProtocolFault fault() {
        return fault;
    }

    /** The head, or null with {@link #fault()} set. */
    @Nullable PacketHead scan() {
        if (text.length() < 2) {
            return fail(FaultCode.SOCKET_EMPTY, 1, "");
        }
        int type = isBlank(text.at(at)) ? PacketHead.CONNECT : text.at(at) - '0';
        if (type < PacketHead.CONNECT || type > PacketHead.BINARY_ACK) {
            return fail(FaultCode.SOCKET_UNKNOWN_TYPE, 1, "");
        }
        at++;
        int attachments = type >= PacketHead.BINARY_EVENT ? attachmentCount() : 0;
        if (fault != null) {
            return null;
        }
        int namespaceFrom = at;
        int namespaceTo = namespaceEnd();
        String namespace = namespaceTo == namespaceFrom ? "/" : text.utf8(namespaceFrom, namespaceTo);
        int ackFrom = at;
        long ackId = ackId();
        return fault != null
                ? null
                : new PacketHead(type, attachments, namespaceFrom, namespaceTo, namespace, ackFrom, ackId, at);
    }

    private @Nullable PacketHead fail(FaultCode code, int offset, String detail) {
        fault = new ProtocolFault(code, offset, detail);
        return null;
    }

    private int attachmentCount() {
        int from = at;
        int dash = text.indexOf((byte) '-', from);
        if (dash < 0 || dash - from > LONGEST_COUNT) {
            fail(FaultCode.ATTACHMENT_COUNT, from, "");
            return 0;
        }
        double count = javaScriptNumber(text.utf8(from, dash).strip());
        if (count < 1 || count != Math.rint(count)) {
            fail(FaultCode.ATTACHMENT_COUNT, from, text.utf8(from, dash));
            return 0;
        }
        if (count > limits.maxAttachments()) {
            fail(FaultCode.TOO_MANY_ATTACHMENTS, from, text.utf8(from, dash));
            return 0;
        }
        at = dash + 1;
        return (int) count;
    }

    private static double javaScriptNumber(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        Matcher other = OTHER_BASE.matcher(text);
        if (!other.matches()) {
            return 0;
        }
        if (other.group(1) != null) {
            return Long.parseLong(other.group(1), 16);
        }
        return other.group(2) == null ? Long.parseLong(other.group(3), 2) : Long.parseLong(other.group(2), 8);
    }

    private int namespaceEnd() {
        if (at >= text.length() || text.at(at) != '/') {
            return at;
        }
        int comma = text.indexOf((byte) ',', at);
        int end = comma < 0 ? text.length() : comma;
        at = comma < 0 ? end : end + 1;
        return end;
    }

    private long ackId() {
        int from = at;
        while (at < text.length() && isDigitOrBlank(text.at(at))) {
            at++;
        }
        if (at == from) {
            return SocketPacket.NO_ACK;
        }
        return number(from, at);
    }

    /** Blanks alone are 0 and blanks around digits do not count, as for JavaScript's Number. */
    private long number(int from, int to) {
        long value = 0;
        boolean ended = false;
        boolean begun = false;
        for (int i = from; i < to; i++) {
            int c = text.at(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit && ended) {
                fail(FaultCode.ACK_ID, from, text.utf8(from, to));
                return SocketPacket.NO_ACK;
            }
            ended = begun && !digit;
            begun |= digit;
            if (digit && value > (MAX_SAFE_INTEGER - (c - '0')) / 10) {
                fail(FaultCode.ACK_ID, from, text.utf8(from, Math.min(to, from + 40)));
                return SocketPacket.NO_ACK;
            }
            value = digit ? value * 10 + (c - '0') : value;
        }
        return value;
    }

    private static boolean isDigitOrBlank(int c) {
        return c >= '0' && c <= '9' || isBlank(c);
    }

    /** JavaScript's Number takes a blank for 0, and so the reference a blank type for a CONNECT. */
    private static boolean isBlank(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
