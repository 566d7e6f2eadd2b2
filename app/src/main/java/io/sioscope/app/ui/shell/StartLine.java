package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line of a list on the start page: icon, name, what it is, and when it was. */
final class StartLine {

    private static final double PADDING = 16;

    /** Short names leave the same room, so that what stands behind them is one column. */
    private static final double NAME = 112;

    private StartLine() {}

    /**
     * A line.
     *
     * @param icon its literal
     * @param name in words; empty for none
     * @param detail in mono, cut where there is no room
     * @param when in words; empty for none
     */
    static Button of(String icon, String name, String detail, String when) {
        HBox line = new HBox(8, Icons.of(icon));
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (!name.isEmpty()) {
            Label words = new Label(name);
            words.getStyleClass().add("plain-words");
            words.setMinWidth(NAME);
            line.getChildren().add(words);
        }
        Label what = new Label(detail);
        what.getStyleClass().addAll("mono", "quiet");
        what.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label at = new Label(when);
        at.getStyleClass().addAll("small", "quiet");
        at.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().addAll(what, space, at);
        Button button = new Button();
        button.getStyleClass().addAll("flat", "recent");
        button.setGraphic(line);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(PADDING));
        line.setMinWidth(0);
        button.setAccessibleText((name + " " + detail + " " + when).strip());
        button.setTooltip(new Tooltip(name.isEmpty() ? detail : name + "\n" + detail));
        return button;
    }
}
