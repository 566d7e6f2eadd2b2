package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One group: its head folds it, and says what in it is otherwise than usual, or wrong. */
final class SettingGroupView extends VBox {

    private final Settings.Group group;
    private final Texts texts;
    private final Button head = new Button();
    private final Label told = new Label();
    private final HBox line = new HBox(8);
    private final VBox lines = new VBox();
    private boolean open;

    SettingGroupView(Settings.Group group, Texts texts, Supplier<Optional<Path>> pick) {
        this.group = group;
        this.texts = texts;
        Label name = new Label(texts.get("settings." + group.key()));
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        told.setMinWidth(0);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().setAll(Icons.of("mdi2c-chevron-right"), name, told);
        head.setId("settings-" + group.key());
        head.getStyleClass().addAll("flat", "setting-head");
        head.setGraphic(line);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(0);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setOnAction(event -> fold(!open));
        for (Setting setting : group.settings()) {
            lines.getChildren().add(new SettingLine(setting, texts, pick));
            Listening.to(this, setting.changes(), ignored -> tell());
            if (setting instanceof Setting.Typed<?> typed) {
                Listening.to(this, typed.problemProperty(), ignored -> tell());
            }
        }
        lines.getStyleClass().add("setting-lines");
        getChildren().setAll(head, lines);
        fold(false);
        tell();
    }

    void setLocked(boolean locked) {
        lines.setDisable(locked);
    }

    private void fold(boolean opened) {
        open = opened;
        lines.setVisible(open);
        lines.setManaged(open);
        line.getChildren().set(0, Icons.of(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
        tell();
    }

    private void tell() {
        Optional<String> wrong = group.settings().stream()
                .filter(Setting.Typed.class::isInstance)
                .map(setting -> ((Setting.Typed<?>) setting).problemProperty().get())
                .filter(words -> !words.isEmpty())
                .findFirst();
        List<Setting> changed = group.settings().stream().filter(Setting::differs).toList();
        String words = wrong.orElseGet(() -> changed.isEmpty()
                ? group.settings().stream().map(each -> SettingWords.name(each, texts)).collect(Collectors.joining(", "))
                : changed.stream().map(each -> SettingWords.of(each, texts)).collect(Collectors.joining(" · ")));
        told.setText(words);
        told.getStyleClass().setAll("label", "small", wrong.isPresent() ? "fault" : changed.isEmpty() ? "quiet" : "accent-text");
        head.setAccessibleText(texts.get(
                open ? "settings.opened" : "settings.folded", texts.get("settings." + group.key()), words));
    }
}
