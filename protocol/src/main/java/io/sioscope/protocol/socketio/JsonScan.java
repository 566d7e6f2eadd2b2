package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;

/**
 * Walks over one JSON value and checks it against the grammar of RFC 8259, as {@code JSON.parse} does, without building
 * anything. Notes the placeholders of binary values on its way. Pure; an instance is one scan.
 *
 * <p>A method returns the offset behind what it read, or {@link #FAILED} after noting {@link #failure()} and
 * {@link #failedAt()}.
 */
final class JsonScan {
    static final int FAILED = -1;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final Bytes text;
    private final int end;
    private final PlaceholderScan placeholders;
    private FaultCode failure = FaultCode.JSON_SYNTAX;
    private int failedAt;

    /** A scan that treats the text's end as the JSON's. {@code placeholders} hears of every object. */
    JsonScan(Bytes text, PlaceholderScan placeholders) {
        this.text = text;
        this.end = text.length();
        this.placeholders = placeholders;
    }

    /** Why the scan failed. */
    FaultCode failure() {
        return failure;
    }

    /** The offset at which it failed. */
    int failedAt() {
        return failedAt;
    }

    int fail(int at) {
        failedAt = at;
        return FAILED;
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < end && isBlank(text.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Reads a value that starts at {@code at} without blanks before it. */
    int value(int at, int depth) {
        if (at >= end) {
            return fail(at);
        }
        return switch (text.at(at)) {
            case '"' -> string(at);
            case '{' -> object(at, depth);
            case '[' -> array(at, depth);
            case 't' -> literal(at, TRUE);
            case 'f' -> literal(at, FALSE);
            case 'n' -> literal(at, NULL);
            default -> number(at);
        };
    }

    private int tooDeep(int at) {
        failure = FaultCode.JSON_DEPTH;
        return fail(at);
    }

    private int array(int from, int depth) {
        if (depth >= ScanLimits.MAX_DEPTH) {
            return tooDeep(from);
        }
        int at = skipBlanks(from + 1);
        if (at < end && text.at(at) == ']') {
            return at + 1;
        }
        return elements(at, depth);
    }

    /** Reads values up to and with the closing bracket; {@code at} stands on the first. */
    int elements(int first, int depth) {
        int at = first;
        while (true) {
            at = value(at, depth + 1);
            if (at == FAILED) {
                return FAILED;
            }
            at = skipBlanks(at);
            if (at >= end) {
                return fail(at);
            }
            int c = text.at(at);
            if (c == ']') {
                return at + 1;
            }
            if (c != ',') {
                return fail(at);
            }
            at = skipBlanks(at + 1);
        }
    }

    private int object(int from, int depth) {
        if (depth >= ScanLimits.MAX_DEPTH) {
            return tooDeep(from);
        }
        int at = skipBlanks(from + 1);
        if (at < end && text.at(at) == '}') {
            return at + 1;
        }
        int marked = 0;
        int number = PlaceholderScan.NOT_A_NUMBER;
        while (true) {
            int keyFrom = at;
            int keyTo = key(at);
            if (keyTo == FAILED) {
                return FAILED;
            }
            int valueFrom = valueAfter(keyTo);
            int valueTo = valueFrom == FAILED ? FAILED : value(valueFrom, depth + 1);
            if (valueTo == FAILED) {
                return FAILED;
            }
            switch (placeholders.role(text, keyFrom, keyTo)) {
                case MARK -> marked = text.at(valueFrom) == 't' ? 1 : 0;
                case NUMBER -> number = placeholders.number(text, valueFrom, valueTo);
                case OTHER -> {}
            }
            at = skipBlanks(valueTo);
            if (at >= end) {
                return fail(at);
            }
            if (text.at(at) == '}') {
                if (marked != 0) {
                    placeholders.found(from, at + 1, number);
                }
                return at + 1;
            }
            if (text.at(at) != ',') {
                return fail(at);
            }
            at = skipBlanks(at + 1);
        }
    }

    private int key(int at) {
        return at < end && text.at(at) == '"' ? string(at) : fail(at);
    }

    private int valueAfter(int keyTo) {
        int colon = skipBlanks(keyTo);
        return colon < end && text.at(colon) == ':' ? skipBlanks(colon + 1) : fail(colon);
    }

    int string(int from) {
        int at = from + 1;
        while (at < end) {
            int c = text.at(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at = escape(at + 1);
                if (at == FAILED) {
                    return FAILED;
                }
            } else if (c >= 0 && c < 0x20) {
                return fail(at);
            } else {
                at++;
            }
        }
        return fail(end);
    }

    private int escape(int at) {
        if (at >= end) {
            return fail(at);
        }
        return switch (text.at(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> hex(at + 1);
            default -> fail(at);
        };
    }

    private int hex(int from) {
        for (int at = from; at < from + 4; at++) {
            if (at >= end || Character.digit(text.at(at), 16) < 0) {
                return fail(Math.min(at, end));
            }
        }
        return from + 4;
    }

    private int literal(int from, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (from + i >= end || text.at(from + i) != word[i]) {
                return fail(Math.min(from + i, end));
            }
        }
        return from + word.length;
    }

    int number(int from) {
        int at = from < end && text.at(from) == '-' ? from + 1 : from;
        if (at < end && text.at(at) == '0') {
            at++;
        } else {
            at = digits(at);
        }
        if (at != FAILED && at < end && text.at(at) == '.') {
            at = digits(at + 1);
        }
        if (at != FAILED && at < end && (text.at(at) == 'e' || text.at(at) == 'E')) {
            int sign = at + 1;
            boolean signed = sign < end && (text.at(sign) == '+' || text.at(sign) == '-');
            at = digits(signed ? sign + 1 : sign);
        }
        return at;
    }

    private int digits(int from) {
        int at = from;
        while (at < end && text.at(at) >= '0' && text.at(at) <= '9') {
            at++;
        }
        return at == from ? fail(at) : at;
    }
}
