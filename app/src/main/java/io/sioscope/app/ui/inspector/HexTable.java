package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.HexLines;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.VirtualList;
import io.sioscope.app.ui.kit.VirtualRow;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Bytes in lines of sixteen: offset, hex, text. Only the lines in sight are made. */
final class HexTable extends StackPane {

    private static final double ROW = 20;
    private static final double LEFT = 8;
    private static final double GAP = 8;
    /** The width of a character of the mono face at eleven pixels. */
    private static final double CHARACTER = 6.6;
    /** Sixteen pairs of digits, blanks between them, and one more in the middle. */
    private static final int HEX_CHARACTERS = 48;
    /** From here on an offset needs six digits. */
    private static final int LONG_LINES = 4_096;

    private final Texts texts;
    private final VirtualList<Line> list;
    private HexLines lines = new HexLines(List.of());

    /**
     * An empty table.
     *
     * @param texts words of this package
     */
    HexTable(Texts texts) {
        this.texts = texts;
        list = new VirtualList<>(ROW, Line::new);
        list.setAccessibleText(texts.get("hex.name"));
        getStyleClass().add("hex-table");
        getChildren().add(list);
        setMinHeight(0);
    }

    /**
     * Shows a packet's bytes from their start.
     *
     * @param packet what to show
     */
    void show(Inspection packet) {
        lines = packet.hex();
        list.followingProperty().set(false);
        list.reset(lines.count());
        list.scrollTo(0);
    }

    private int offsetDigits() {
        return lines.count() > LONG_LINES ? 6 : 4;
    }

    private final class Line extends VirtualRow {
        private final Label offset = label("hex-offset");
        private final Label hex = label("hex-bytes");
        private final Label text = label("hex-text");

        Line() {
            getStyleClass().add("hex-line");
            getChildren().addAll(offset, hex, text);
        }

        private static Label label(String styleClass) {
            Label label = new Label();
            label.setManaged(false);
            label.getStyleClass().addAll("wire-text", styleClass);
            return label;
        }

        @Override
        protected void show(int position) {
            HexLines.Line line = lines.line(position);
            HexLines.Section section = line.section();
            if (section == null) {
                offset.setText(String.format(Locale.ROOT, "%0" + offsetDigits() + "X", line.offset()));
                hex.setText(line.hex());
                text.setText(line.text());
            } else {
                offset.setText("");
                String size = texts.formats().size(section.bytes().length());
                hex.setText(
                        section.attachment() < 0
                                ? texts.get("hex.packet", size)
                                : texts.get("hex.attachment", section.attachment(), size));
                text.setText("");
            }
        }

        @Override
        protected String spoken() {
            return offset.getText() + " " + hex.getText();
        }

        @Override
        protected void layoutChildren() {
            double height = getHeight();
            double digits = LEFT + offsetDigits() * CHARACTER + GAP;
            double hexWidth = HEX_CHARACTERS * CHARACTER;
            double textLeft = digits + hexWidth + GAP;
            offset.resizeRelocate(LEFT, 0, digits - LEFT, height);
            hex.resizeRelocate(digits, 0, hexWidth + GAP / 2, height);
            text.resizeRelocate(textLeft, 0, Math.max(0, getWidth() - textLeft), height);
        }
    }
}
