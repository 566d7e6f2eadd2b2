package io.sioscope.app.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** At most one sheet above the window's content. The focus goes back to where it was when the sheet leaves. JavaFX thread. */
final class Overlays extends StackPane {

    private final Node content;
    private @Nullable Node sheet;
    private @Nullable Node focusBefore;

    Overlays(Node content) {
        this.content = content;
        getChildren().add(content);
    }

    /** Whether a sheet with this id is up. */
    boolean shows(String id) {
        return sheet != null && id.equals(sheet.getId());
    }

    /** Puts a sheet above the content, in place of the one that is up. */
    void show(Node wanted) {
        Node before = sheet == null && getScene() != null ? getScene().getFocusOwner() : focusBefore;
        getChildren().setAll(content, wanted);
        sheet = wanted;
        focusBefore = before;
    }

    /** Takes the sheet away. */
    void hide() {
        getChildren().setAll(content);
        sheet = null;
        Node before = focusBefore;
        focusBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }
}
