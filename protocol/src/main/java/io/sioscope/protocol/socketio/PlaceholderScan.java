package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the placeholders of a binary packet. An object is one if its {@code _placeholder} is {@code true}, whatever
 * else it holds, and what lies inside it is not looked at any more (socket.io-parser, reconstructPacket).
 */
final class PlaceholderScan {
    static final int NOT_A_NUMBER = -1;

    private static final byte[] MARK = "\"_placeholder\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "\"num\"".getBytes(StandardCharsets.US_ASCII);

    /** What a key means for a placeholder. */
    enum Role {
        MARK,
        NUMBER,
        OTHER
    }

    /** One placeholder: its place in the text and its number, {@link #NOT_A_NUMBER} where that is none. */
    record Placeholder(int from, int to, int number) {}

    private final boolean wanted;
    private final List<Placeholder> found = new ArrayList<>(0);

    /** A scan that listens only where the packet is {@code wanted}, that is binary. */
    PlaceholderScan(boolean wanted) {
        this.wanted = wanted;
    }

    List<Placeholder> all() {
        return found;
    }

    Role role(Bytes text, int from, int to) {
        if (!wanted) {
            return Role.OTHER;
        }
        if (JsonText.isEscaped(text, from, to)) {
            return escapedRole(text.utf8(from, to));
        }
        if (same(text, from, to, MARK)) {
            return Role.MARK;
        }
        return same(text, from, to, NUMBER) ? Role.NUMBER : Role.OTHER;
    }

    private static Role escapedRole(String quoted) {
        return switch (JsonText.unquote(quoted)) {
            case "_placeholder" -> Role.MARK;
            case "num" -> Role.NUMBER;
            default -> Role.OTHER;
        };
    }

    private static boolean same(Bytes text, int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (text.at(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    int number(Bytes text, int from, int to) {
        int first = text.at(from);
        if (to - from > 20 || !(first == '-' || first >= '0' && first <= '9')) {
            return NOT_A_NUMBER;
        }
        double value = Double.parseDouble(text.utf8(from, to));
        return value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value) ? (int) value : NOT_A_NUMBER;
    }

    void found(int from, int to, int number) {
        if (wanted) {
            while (!found.isEmpty() && found.getLast().from() > from) {
                found.removeLast();
            }
            found.add(new Placeholder(from, to, number));
        }
    }

    /** The first placeholder whose number names no attachment, as a fault; null where all do. */
    @Nullable ProtocolFault outOfRange(int attachments) {
        for (Placeholder placeholder : found) {
            if (placeholder.number() < 0 || placeholder.number() >= attachments) {
                return ProtocolFault.at(FaultCode.PLACEHOLDER, placeholder.from());
            }
        }
        return null;
    }

    /** Whether the numbers are 0, 1, 2… without a gap, as many as there are attachments. */
    boolean inOrder(int attachments) {
        if (found.size() != attachments) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).number() != i) {
                return false;
            }
        }
        return true;
    }
}
