package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the arguments' tree: key, value, maybe what a number means, and at the right its type and size. */
final class ArgumentCell extends TreeCell<TreeLine> {

    private static final double RIGHT = 12;
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_2100 = 4_102_444_800_000L;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'");

    private final Texts texts;
    private final Label key = label("key");
    private final Label value = label("value");
    private final Label hint = label("hint");
    private final Label type = label("type");
    private final FontIcon ackIcon = Icons.small("mdi2k-keyboard-return", "ack");
    private final HBox box;

    /**
     * A cell of the tree.
     *
     * @param texts words of this package
     */
    ArgumentCell(Texts texts) {
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        key.setMinWidth(USE_PREF_SIZE);
        type.setMinWidth(USE_PREF_SIZE);
        value.setMinWidth(24);
        setPrefWidth(0);
        box = new HBox(8, ackIcon, key, value, hint, space, type);
        box.getStyleClass().add("argument-line");
        getStyleClass().add("argument-cell");
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** The line ends where the cell ends, however deep it is indented: a cell gives its graphic no more than it asks for. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) {
            double left = box.getLayoutX();
            box.resize(Math.max(0, getWidth() - left - RIGHT), box.getHeight());
        }
    }

    @Override
    protected void updateItem(@Nullable TreeLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        ArgumentNode node = line.node();
        ackIcon.setVisible(node == null);
        ackIcon.setManaged(node == null);
        if (node == null) {
            show(texts.get("tree.ack"), "ack", "", "", "", "");
        } else {
            show(node);
        }
        setGraphic(box);
        setAccessibleText(key.getText() + " " + value.getText() + ", " + type.getText());
    }

    private void show(ArgumentNode node) {
        switch (node.kind()) {
            case OBJECT -> show(node.label(), "", node.size() == 0 ? "{}" : "{…}", "brackets", "", texts.get("tree.object", node.size()));
            case LIST -> show(node.label(), "", node.size() == 0 ? "[]" : "[…]", "brackets", "", texts.get("tree.list", node.size()));
            case TEXT -> show(node.label(), "", quoted(node.shown()), "text-value", "", texts.get("tree.text", node.size()));
            case NUMBER -> show(node.label(), "", node.shown(), "number-value", stamp(node.shown()), texts.get("tree.number"));
            case LITERAL -> show(node.label(), "", node.shown(), "literal-value", "", texts.get("tree.literal"));
            case BINARY -> show(
                    node.label(),
                    "",
                    "‹" + node.shown() + "›",
                    "binary-value",
                    "",
                    texts.get("tree.binary", texts.formats().size(node.size())));
            case MORE -> show("", "", texts.get("tree.more.show", node.size()), "hint", "", "");
        }
    }

    private void show(String label, String labelClass, String shown, String shownClass, String meaning, String kind) {
        key.setText(label);
        key.getStyleClass().setAll("label", "key", labelClass);
        value.setText(shown);
        value.getStyleClass().setAll("label", "value", shownClass);
        hint.setText(meaning);
        type.setText(kind);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\n", "⏎").replace("\r", "").replace("\t", "⇥") + '"';
    }

    /** A whole number of milliseconds within this century is most likely a time. */
    private static String stamp(String number) {
        if (!number.matches("\\d{12,13}")) {
            return "";
        }
        long millis = Long.parseLong(number);
        return millis < YEAR_2000 || millis > YEAR_2100
                ? ""
                : STAMP.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
}
