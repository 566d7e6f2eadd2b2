package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.VBox;

/** All that a connection seldom needs, folded in groups. */
final class SettingsView extends VBox {

    /**
     * The groups, all folded.
     *
     * @param groups what they show
     * @param texts the words
     * @param pick lets a person pick a file
     */
    SettingsView(List<Settings.Group> groups, Texts texts, Supplier<Optional<Path>> pick) {
        setId("settings");
        getStyleClass().addAll("card", "connect-settings");
        for (Settings.Group group : groups) {
            getChildren().add(new SettingGroupView(group, texts, pick));
        }
    }

    /** While locked the groups fold and unfold, and nothing in them can be changed. */
    void setLocked(boolean locked) {
        getChildren().forEach(group -> ((SettingGroupView) group).setLocked(locked));
    }
}
