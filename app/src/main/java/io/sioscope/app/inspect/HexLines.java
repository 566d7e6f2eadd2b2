package io.sioscope.app.inspect;

import io.sioscope.protocol.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as lines of sixteen, made when they are asked for: there is no limit to what can be shown. A packet with attachments
 * has several sections, each under a line that names it.
 */
public final class HexLines {

    private static final int WIDTH = 16;
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private final List<Section> sections;
    private final int[] firstLine;

    /**
     * Some bytes with a name.
     *
     * @param attachment the attachment's number, or −1 for the packet itself
     * @param bytes what to show
     */
    public record Section(int attachment, Bytes bytes) {}

    /**
     * One line.
     *
     * @param section set on the line that begins a section and shows nothing else; else null
     * @param offset of the first byte within the section
     * @param hex two digits a byte, in two halves of eight
     * @param text the bytes that are printable ASCII, a dot for the others
     */
    public record Line(@Nullable Section section, int offset, String hex, String text) {}

    /**
     * Lines of some sections.
     *
     * @param sections in order; a single one has no heading
     */
    public HexLines(List<Section> sections) {
        this.sections = List.copyOf(sections);
        this.firstLine = new int[sections.size() + 1];
        int heading = sections.size() > 1 ? 1 : 0;
        for (int i = 0; i < sections.size(); i++) {
            firstLine[i + 1] = firstLine[i] + heading + (sections.get(i).bytes().length() + WIDTH - 1) / WIDTH;
        }
    }

    /**
     * How many lines there are.
     *
     * @return headings included
     */
    public int count() {
        return firstLine[firstLine.length - 1];
    }

    /**
     * One line.
     *
     * @param index 0 ≤ index &lt; {@link #count()}
     * @return the line
     */
    public Line line(int index) {
        int section = 0;
        while (firstLine[section + 1] <= index) {
            section++;
        }
        int heading = sections.size() > 1 ? 1 : 0;
        int line = index - firstLine[section] - heading;
        Section within = sections.get(section);
        return line < 0 ? new Line(within, 0, "", "") : line(within.bytes(), line * WIDTH);
    }

    /**
     * The first bytes, for a place that has room for a few.
     *
     * @param bytes any
     * @param count how many at most
     * @return pairs of digits with blanks between, and an ellipsis where there are more
     */
    public static String start(Bytes bytes, int count) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(count, bytes.length()); i++) {
            append(hex.append(i == 0 ? "" : " "), bytes.at(i));
        }
        return hex.append(bytes.length() > count ? " …" : "").toString();
    }

    private static Line line(Bytes bytes, int from) {
        int to = Math.min(from + WIDTH, bytes.length());
        StringBuilder hex = new StringBuilder(WIDTH * 3 + 1);
        StringBuilder text = new StringBuilder(WIDTH);
        for (int i = from; i < to; i++) {
            byte b = bytes.at(i);
            hex.append(i == from ? "" : i - from == WIDTH / 2 ? "  " : " ");
            append(hex, b);
            text.append(b >= 0x20 && b < 0x7f ? (char) b : '.');
        }
        return new Line(null, from, hex.toString(), text.toString());
    }

    private static void append(StringBuilder hex, byte b) {
        hex.append(DIGITS[b >> 4 & 15]).append(DIGITS[b & 15]);
    }

    /**
     * The sections.
     *
     * @return as given
     */
    public List<Section> sections() {
        return new ArrayList<>(sections);
    }
}
