package io.sioscope.app.ui.palette;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line: icon, what it does, whom it is about, and its key. */
final class PaletteCell extends ListCell<PaletteEntry> {

    private final Texts texts;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label key = new Label();
    private final Region space = new Region();
    private final HBox line = new HBox(8);

    PaletteCell(Texts texts) {
        this.texts = texts;
        detail.getStyleClass().addAll("small", "quiet");
        detail.setMinWidth(0);
        title.setMinWidth(0);
        key.getStyleClass().add("kbd");
        key.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getStyleClass().add("palette-line");
        line.setMinWidth(0);
        line.setPrefWidth(1);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(entry.title());
        detail.setText(entry.available() ? entry.detail() : texts.get("not-now"));
        key.setText(entry.key());
        title.getStyleClass().remove("quiet");
        if (!entry.available()) {
            title.getStyleClass().add("quiet");
        }
        line.getChildren().setAll(Icons.of(entry.icon(), "plain"), title, detail, space);
        if (!entry.key().isEmpty()) {
            line.getChildren().add(key);
        }
        setGraphic(line);
        setAccessibleText(texts.get("spoken", entry.title(), detail.getText(), entry.key()));
    }
}
