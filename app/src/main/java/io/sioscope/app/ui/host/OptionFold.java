package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Uncommon options under one line, which says while it is folded what of them is not at its default. */
final class OptionFold extends VBox {

    private final Texts texts;
    private final String name;
    private final List<OptionRow> rows;
    private final List<BooleanBinding> differences = new ArrayList<>();
    private final Button head = new Button();
    private final Label title = new Label();
    private final Label told = new Label();
    private final VBox content = new VBox(4);
    private boolean open;

    OptionFold(String key, List<OptionRow> rows, Texts texts) {
        this.texts = texts;
        this.name = texts.get("fold." + key);
        this.rows = rows;
        getStyleClass().add("option-fold");
        setSpacing(4);
        title.setText(name);
        title.getStyleClass().addAll("strong", "small");
        title.setMinWidth(USE_PREF_SIZE);
        told.getStyleClass().addAll("small", "quiet");
        told.setId("host-told-" + key);
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        head.setId("host-fold-" + key);
        head.getStyleClass().addAll("flat", "fold-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setOnAction(event -> setOpen(!open));
        content.getChildren().setAll(rows);
        content.getStyleClass().add("fold-content");
        getChildren().addAll(head, content);
        InvalidationListener tell = ignored -> tell();
        for (OptionRow row : rows) {
            BooleanBinding differs = row.differs();
            differs.addListener(tell);
            differences.add(differs);
        }
        setOpen(false);
    }

    /** Folds, or shows what is under the line. */
    void setOpen(boolean shown) {
        open = shown;
        content.setVisible(shown);
        content.setManaged(shown);
        HBox line = new HBox(4, Icons.of(shown ? "mdi2c-chevron-down" : "mdi2c-chevron-right"), title, told);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.prefWidthProperty().bind(head.widthProperty().subtract(8));
        head.setGraphic(line);
        tell();
    }

    private void tell() {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (differences.get(i).get()) {
                changed.add(texts.get(rows.get(i).option().key()));
            }
        }
        String all = String.join(", ", changed);
        told.setText(open ? "" : changed.isEmpty() ? texts.get("fold.usual") : all);
        told.getStyleClass().removeAll("accent-text", "quiet");
        told.getStyleClass().add(changed.isEmpty() ? "quiet" : "accent-text");
        String spoken = changed.isEmpty() ? texts.get("fold.tip", name) : texts.get("fold.tip.changed", name, all);
        head.setAccessibleText(spoken);
        head.setTooltip(new Tooltip(spoken));
    }

    /** The options under the line. */
    List<OptionRow> rows() {
        return rows;
    }
}
