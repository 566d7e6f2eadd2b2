package io.sioscope.emulator.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a client might say, mostly in its right mind: the same seed says the same. */
final class RandomTalk {
    /** One packet as text, or one binary message. */
    record Piece(String text, byte[] data) {
        static Piece of(String text) {
            return new Piece(text, new byte[0]);
        }

        boolean isBinary() {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return isBinary() ? "<" + Base64.getEncoder().encodeToString(data) + ">" : text;
        }
    }

    private static final String[] CONNECTS = {
        "40", "40{\"a\":1}", "40/other", "40/other,{\"token\":\"x\"}", "40/other,", "40/no,", "40/no,{\"token\":\"no\"}", "40/nowhere",
        "40/nowhere,{}", "40[]", "40{", "40/other,7", "40/other,null", "40/,"
    };
    private static final String[] LEAVES = {"41", "41/other,", "41/other", "41/no,", "41{}", "417", "41null", "42[\"bye\"]", "42[\"bye\",true]"};
    private static final String[] BROKEN = {
        "4", "42[]", "42{}", "42null", "42[null]", "42[\"a\"", "42[\"a\"]x", "42[\"a\",]", "42['a']", "4x", "47", "48", "49", "4-1[\"a\"]",
        "42-1[\"a\"]", "42[\"connect\"]", "42[\"disconnect\",1]", "42[\"connect_error\"]", "42[\"newListener\"]", "44", "44{\"message\":\"x\"}",
        "44[]", "43{}", "431{}", "450-[\"a\"]", "45[\"a\"]", "451[\"a\"]", "4511-[\"a\"]", "45x-[\"a\"]", "45-1-[\"a\"]", "42[{}]", "42[[]]",
        "42[true]", "42/nowhere,[\"a\"]", "43/no,1[]", "2", "2probe", "3", "3abc", "9", "x", "8abc"
    };
    private static final String[] HARMLESS = {"5", "6", "0", "0{}", "43", "4312", "437[]", "437[1,2]", "6x"};
    private static final String[] SCALARS = {
        "0", "1", "-7", "1.5", "1e-7", "\"\"", "\"x\"", "\"é😀\"", "\"\u2028\"", "\"\\\\n\\\"\"", "true", "false", "null", "{}", "[]",
        "{\"a\":[1,{\"b\":null}]}", "[[[]]]", "9007199254740991", "\"sid\""
    };
    private static final String[] PLACES = {
        "{\"_placeholder\":true,\"num\":0}", "{\"_placeholder\":true,\"num\":1}", "{\"_placeholder\":true,\"num\":-1}",
        "{\"_placeholder\":true,\"num\":\"0\"}", "{\"_placeholder\":true}", "{\"_placeholder\":false,\"num\":0}",
        "[{\"_placeholder\":true,\"num\":0}]", "{\"in\":{\"_placeholder\":true,\"num\":0}}", "\"plain\""
    };

    private static final String[] NAMESPACES = {"", "", "", "", "/,", "/other,", "/other,", "/no,"};
    private static final String[] NAMES = {"a", "b c", "é", "error"};

    private final Random random;

    RandomTalk(long seed) {
        random = new Random(seed);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    /**
     * What goes out together. Who asks for a namespace, and what ends the connection, goes alone: the reference lets nobody in
     * before its next turn, and forgets what came in the turn in which it closes.
     */
    List<Piece> step() {
        int kind = random.nextInt(100);
        if (kind < 20) {
            return List.of(Piece.of(one(CONNECTS)));
        } else if (kind < 28) {
            return List.of(Piece.of(one(LEAVES)));
        } else if (kind < 32) {
            return List.of(Piece.of(one(BROKEN)));
        } else if (kind < 38) {
            return binary(namespace(), "," + one(PLACES));
        } else if (kind < 55) {
            return List.of(event(namespace()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> pieces.add(Piece.of(one(HARMLESS)));
                case 1 -> pieces.addAll(binary("", ""));
                default -> pieces.add(event(""));
            }
        }
        return pieces;
    }

    private String namespace() {
        return one(NAMESPACES);
    }

    private Piece event(String namespace) {
        return Piece.of("42" + namespace + ack() + "[\"" + one(NAMES) + "\"" + values() + "]");
    }

    private String ack() {
        return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(20)) : "";
    }

    private String values() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> "," + one(SCALARS)).collect(Collectors.joining());
    }

    /** An event, or an answer that nobody waits for, with binary messages; their places are in order unless others are given. */
    private List<Piece> binary(String namespace, String odd) {
        int count = 1 + random.nextInt(2);
        String places = odd.isEmpty()
                ? IntStream.range(0, count)
                        .mapToObj(i -> ",{\"_placeholder\":true,\"num\":" + i + "}")
                        .collect(Collectors.joining())
                : odd;
        String type = random.nextInt(6) == 0 ? "46" : "45";
        String id = type.equals("46") ? "99" : ack();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.of(type + count + "-" + namespace + id + "[\"a\"" + places + values() + "]"));
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[random.nextInt(5)];
            random.nextBytes(data);
            pieces.add(new Piece("", data));
        }
        return pieces;
    }

    /** How many steps, and the like. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    /** Pieces as the body of one POST of a revision. */
    static String body(List<Piece> pieces, boolean older) {
        return pieces.stream().map(piece -> record(piece, older)).collect(Collectors.joining(older ? "" : "\u001e"));
    }

    private static String record(Piece piece, boolean older) {
        String text = piece.isBinary()
                ? (older ? "b4" : "b") + Base64.getEncoder().encodeToString(piece.data())
                : piece.text();
        return older ? text.length() + ":" + text : text;
    }

    /** A binary message as a WebSocket of a revision carries it. */
    static int[] message(Piece piece, boolean older) {
        IntStream octets = IntStream.range(0, piece.data().length).map(i -> piece.data()[i]);
        return (older ? IntStream.concat(IntStream.of(4), octets) : octets).toArray();
    }
}
