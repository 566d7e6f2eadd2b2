package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.TextScale;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;

/** How large everything is, and the menu of other sizes. */
final class ZoomButton extends Button {

    private final TextScale scale;
    private final Texts texts;
    private final IntConsumer change;

    ZoomButton(TextScale scale, Texts texts, IntConsumer change) {
        this.scale = scale;
        this.texts = texts;
        this.change = change;
        setId("zoom");
        getStyleClass().addAll("flat", "in-row", "zoom");
        setMinWidth(USE_PREF_SIZE);
        ObservableValue<String> words = scale.percentProperty().map(percent -> texts.get("zoom.percent", percent));
        textProperty().bind(words);
        Tips.name(this, texts.get("zoom"), CommandId.TEXT_BIGGER.key());
        setOnAction(event -> menu().show(this, Side.TOP, 0, 0));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (int size : TextScale.SIZES) {
            RadioMenuItem item = new RadioMenuItem(texts.get("zoom.percent", size));
            item.setId("zoom-" + size);
            item.setSelected(size == scale.percentProperty().get());
            item.setOnAction(event -> change.accept(size));
            menu.getItems().add(item);
        }
        return menu;
    }
}
