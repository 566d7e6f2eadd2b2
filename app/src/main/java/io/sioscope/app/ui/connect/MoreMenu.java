package io.sioscope.app.ui.connect;

import io.sioscope.app.snippet.Language;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What else can be done with what is filled in: read it from a text, copy it as one. */
final class MoreMenu extends MenuButton {

    /**
     * A menu.
     *
     * @param model the page
     * @param texts the words
     * @param paste opens the place to paste into
     */
    MoreMenu(ConnectViewModel model, Texts texts, Runnable paste) {
        setId("more");
        getStyleClass().addAll("flat", "icon-only", "tall", "no-arrow");
        setGraphic(Icons.of("mdi2d-dots-vertical"));
        Tips.name(this, texts.get("more"), null);
        MenuItem read = new MenuItem(texts.get("more.paste"), Icons.of("mdi2i-import"));
        read.setId("more-paste");
        read.disableProperty().bind(model.phaseProperty().isNotEqualTo(ConnectViewModel.Phase.EDITING));
        read.setOnAction(event -> paste.run());
        getItems().setAll(read, new SeparatorMenuItem());
        for (Language language : Language.values()) {
            MenuItem copy = new MenuItem(texts.get("more.copy." + language), Icons.of("mdi2c-content-copy"));
            copy.setId("more-copy-" + language);
            copy.disableProperty().bind(model.connectableProperty().not());
            copy.setOnAction(event -> model.snippet(language).ifPresent(MoreMenu::copy));
            getItems().add(copy);
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
