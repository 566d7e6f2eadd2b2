package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.WireLayer;
import io.sioscope.app.inspect.WirePart;
import io.sioscope.app.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One layer of the wire: its name, facts at the right, and its parts side by side, each underlined and named. */
final class WireStrip extends VBox {

    /** Parts no longer than this keep their full width; longer ones are cut with an ellipsis. */
    private static final int KEPT = 20;

    private final Texts texts;

    /**
     * A strip.
     *
     * @param layer what to show
     * @param title its name
     * @param facts what to say at the right
     * @param texts words of this package
     */
    WireStrip(WireLayer layer, String title, String facts, Texts texts) {
        this.texts = texts;
        getStyleClass().add("wire-strip");
        Label name = new Label(title);
        name.getStyleClass().add("wire-title");
        Label about = new Label(facts);
        about.getStyleClass().addAll("note", "quiet");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().add(new HBox(8, name, space, about));
        boolean lines = layer.kind() == WireLayer.Kind.HTTP_REQUEST || layer.kind() == WireLayer.Kind.HTTP_RESPONSE;
        getChildren().add(lines ? lines(layer) : parts(layer));
    }

    private Region lines(WireLayer layer) {
        VBox box = new VBox();
        for (WirePart part : layer.parts()) {
            Label line = new Label(part.text());
            line.getStyleClass().addAll("wire-text", part.role() == WirePart.Role.FAULT ? "fault" : "plain");
            line.setTooltip(new Tooltip(part.text()));
            box.getChildren().add(line);
        }
        return box;
    }

    private Region parts(WireLayer layer) {
        HBox box = new HBox(3);
        for (WirePart part : layer.parts()) {
            VBox column = part(part, layer.parts().size() == 1 && part.key() == WirePart.Key.BYTES);
            box.getChildren().add(column);
        }
        return box;
    }

    private VBox part(WirePart part, boolean bare) {
        Label text = new Label(part.text().replace('\n', '⏎'));
        text.getStyleClass().add("wire-text");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip(part.text()));
        VBox column = new VBox(text);
        column.getStyleClass().add("wire-part");
        boolean keeps = part.text().length() <= KEPT;
        column.setMinWidth(keeps ? USE_PREF_SIZE : 48);
        if (!bare) {
            Region line = new Region();
            line.getStyleClass().addAll("wire-line", part.role().name().toLowerCase(Locale.ROOT));
            Label name = new Label(nameOf(part));
            name.getStyleClass().addAll("note", "quiet");
            column.getChildren().addAll(line, name);
            Tooltip tip = new Tooltip(name.getText() + "\n" + part.text());
            tip.getStyleClass().add("mono");
            text.setTooltip(tip);
        }
        return column;
    }

    private String nameOf(WirePart part) {
        String size = texts.formats().size(part.to() - part.from());
        return switch (part.key()) {
            case TYPES -> texts.get(
                    "part.TYPES", word("engine.", part.details().get(0)), word("socket.", part.details().get(1)));
            case ENGINE_TYPE -> word("engine.", part.details().getFirst());
            case BROKEN -> texts.get("part.BROKEN", part.details().getFirst());
            case ARGUMENTS, ANSWER, PAYLOAD, HANDSHAKE, READ -> texts.get("part." + part.key().name(), size);
            case ATTACHMENT_COUNT, NAMESPACE, ACK_ID, EVENT, PROBE, BYTES, REQUEST, STATUS, HEADERS ->
                texts.get("part." + part.key().name());
        };
    }

    private String word(String prefix, String digit) {
        return digit.matches("[0-6]") ? digit + " " + texts.get(prefix + digit) : digit;
    }
}
