package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * MessagePack that nobody's encoder has to have made: every form of every type, shortest or not, in packets that are right or
 * nearly right. An instance is one seeded source.
 */
final class MsgpackSamples {
    private static final List<String> NAMES = List.of("type", "data", "nsp", "id", "a", "é😀", "x".repeat(40), "7", "");
    private static final List<byte[]> TEXTS = List.of(
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {'a', (byte) 0xed, (byte) 0xbf},
            new byte[] {(byte) 0xf0, (byte) 0x9f, (byte) 0xed, (byte) 0xb0, (byte) 0x80},
            new byte[] {(byte) 0xc0, (byte) 0x80, (byte) 0xff, 'z'},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80, (byte) 0xe2, (byte) 0x82});
    private static final double[] DOUBLES = {
        0, -0.0, 1, -1, 0.1, 1.5e-7, 1e-6, 1e20, 1e21, 1.2345e22, 5e-324, 1.7976931348623157e308, 0x1p53, 0x1p63, 0x1p64, -0x1p63,
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2, 3.0000000000000004
    };

    private final Random random;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(bytes);

    MsgpackSamples(long seed) {
        this.random = new Random(seed);
    }

    /** One message. */
    Bytes message() {
        bytes = new ByteArrayOutputStream();
        out = new DataOutputStream(bytes);
        try {
            packet();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] message = bytes.toByteArray();
        return Bytes.wrap(chance(3) ? damaged(message) : message);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private int oneOf(int... octets) {
        return octets[random.nextInt(octets.length)];
    }

    private void packet() throws IOException {
        int type = random.nextInt(6);
        int parts = 3 + random.nextInt(2);
        out.writeByte(0x80 | parts);
        text("type");
        number(type);
        text("data");
        data(type);
        text(chance(40) ? "a" : "nsp");
        if (chance(20)) {
            value(0);
        } else {
            text(chance(2) ? "/" : "/chat");
        }
        if (parts == 4) {
            text("id");
            if (chance(10)) {
                value(0);
            } else {
                number(random.nextInt(100_000));
            }
        }
    }

    /** What suits the type, for the most part. */
    private void data(int type) throws IOException {
        if (chance(8)) {
            value(0);
        } else if (type == 0 || type == 4) {
            map(1, 1 + random.nextInt(3));
        } else if (type == 1) {
            out.write(new byte[] {(byte) 0xd4, 0, (byte) random.nextInt(3)});
        } else {
            int count = random.nextInt(5);
            out.writeByte(0x90 | count);
            for (int i = 0; i < count; i++) {
                value(i == 0 && !chance(6) ? -1 : 1);
            }
        }
    }

    /** A whole number in any of its forms. */
    private void number(int value) throws IOException {
        switch (random.nextInt(7)) {
            case 0 -> {
                out.writeByte(0xcb);
                out.writeDouble(value);
            }
            case 1 -> {
                out.writeByte(0xca);
                out.writeFloat(value);
            }
            case 2 -> {
                out.writeByte(0xd3);
                out.writeLong(value);
            }
            case 3 -> {
                out.writeByte(0xcf);
                out.writeLong(value);
            }
            default -> {
                out.writeByte(0xce);
                out.writeInt(value);
            }
        }
    }

    private void text(String text) throws IOException {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    private void text(byte[] utf8) throws IOException {
        length(utf8.length, 0xa0, 0x1f, 0xd9);
        out.write(utf8);
    }

    /** A length in any form that can hold it. */
    private void length(int length, int fixed, int most, int one) throws IOException {
        int form = random.nextInt(6);
        if (form < 3 && length <= most) {
            out.writeByte(fixed | length);
        } else if (form == 3 && length <= 0xff && one > 0) {
            out.writeByte(one);
            out.writeByte(length);
        } else if (form == 4) {
            out.writeByte(fixed == 0x90 ? 0xdc : fixed == 0x80 ? 0xde : 0xda);
            out.writeShort(length);
        } else {
            out.writeByte(fixed == 0x90 ? 0xdd : fixed == 0x80 ? 0xdf : 0xdb);
            out.writeInt(length);
        }
    }

    /** Any value; a text at depth -1, no containers from depth 4. */
    private void value(int depth) throws IOException {
        switch (depth < 0 ? 0 : random.nextInt(depth < 4 ? 11 : 9)) {
            case 0 -> text(NAMES.get(random.nextInt(NAMES.size())));
            case 1 -> text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 2 -> number(random.nextInt());
            case 3 -> wide();
            case 4 -> extension();
            case 5 -> date();
            case 6 -> binary();
            case 7 -> out.writeByte(oneOf(0xc0, 0xc2, 0xc3, random.nextInt(0x80), 0xe0 + random.nextInt(32)));
            case 8 -> out.write(new byte[] {(byte) 0xd4, 0, 0});
            case 9 -> array(depth + 1, random.nextInt(5));
            default -> map(depth + 1, random.nextInt(5));
        }
    }

    private void array(int depth, int count) throws IOException {
        length(count, 0x90, 0x0f, 0);
        for (int i = 0; i < count; i++) {
            value(depth);
        }
    }

    private void map(int depth, int count) throws IOException {
        length(count, 0x80, 0x0f, 0);
        for (int i = 0; i < count; i++) {
            key();
            value(depth);
        }
    }

    /** Names of every kind that JavaScript spells alike everywhere. */
    private void key() throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> wide();
            case 1 -> out.writeByte(oneOf(0xc0, 0xc2, 0xc3, 0x90, 0x80));
            case 2 -> out.write(new byte[] {(byte) 0x93, (byte) 0xc0, 1, (byte) 0x92, (byte) 0xc3, 2});
            case 3 -> out.write(new byte[] {(byte) 0xc4, 2, 'o', 'k'});
            case 4 -> out.write(new byte[] {(byte) 0xd4, 0, 0});
            default -> text(NAMES.get(random.nextInt(NAMES.size())));
        }
    }

    private void wide() throws IOException {
        if (chance(3)) {
            out.writeByte(0xcb);
            out.writeDouble(chance(2) ? DOUBLES[random.nextInt(DOUBLES.length)] : Double.longBitsToDouble(random.nextLong()));
            return;
        }
        if (chance(4)) {
            out.writeByte(0xca);
            out.writeFloat(Float.intBitsToFloat(random.nextInt()));
            return;
        }
        out.writeByte(chance(2) ? 0xcf : 0xd3);
        out.writeLong(random.nextLong() >> random.nextInt(64));
    }

    /** Dates of every age, some out of JavaScript's range. */
    private void date() throws IOException {
        out.writeByte(0xd7);
        out.writeByte(0);
        long likely = random.nextLong(-8_700_000_000_000_000L, 8_700_000_000_000_000L) >> random.nextInt(12);
        out.writeLong(chance(10) ? random.nextLong() : likely);
    }

    private void extension() throws IOException {
        int type = chance(2) ? 0 : random.nextInt(256);
        int form = random.nextInt(8);
        int length = form < 3 ? random.nextInt(20) : 1 << (form - 3);
        switch (form) {
            case 0 -> out.write(new byte[] {(byte) 0xc7, (byte) length});
            case 1 -> out.write(new byte[] {(byte) 0xc8, 0, (byte) length});
            case 2 -> out.write(new byte[] {(byte) 0xc9, 0, 0, 0, (byte) length});
            default -> out.writeByte(0xd4 + form - 3);
        }
        out.writeByte(type);
        blob(length);
    }

    private void binary() throws IOException {
        int length = random.nextInt(20);
        switch (random.nextInt(3)) {
            case 0 -> out.write(new byte[] {(byte) 0xc4, (byte) length});
            case 1 -> out.write(new byte[] {(byte) 0xc5, 0, (byte) length});
            default -> out.write(new byte[] {(byte) 0xc6, 0, 0, 0, (byte) length});
        }
        blob(length);
    }

    private void blob(int length) throws IOException {
        byte[] blob = new byte[length];
        random.nextBytes(blob);
        out.write(blob);
    }

    private byte[] damaged(byte[] message) {
        byte[] hurt = message.clone();
        for (int slips = random.nextInt(3); slips >= 0; slips--) {
            hurt[random.nextInt(hurt.length)] = (byte) random.nextInt(256);
        }
        int length = chance(3) ? random.nextInt(hurt.length + 3) : hurt.length;
        hurt = Arrays.copyOf(hurt, length);
        // The reference believes in the length of a large extension or list and counts it out, byte by byte.
        for (int i = 0; i + 1 < hurt.length; i++) {
            boolean believed = hurt[i] == (byte) 0xc9 || hurt[i] == (byte) 0xdd || hurt[i] == (byte) 0xdf;
            if (believed && hurt[i + 1] != 0) {
                hurt[i + 1] = 0;
            }
        }
        return hurt;
    }
}
