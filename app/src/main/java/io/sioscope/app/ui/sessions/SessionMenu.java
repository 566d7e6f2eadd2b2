package io.sioscope.app.ui.sessions;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** The menu of the tree's lines. A command that can do nothing says why in the menu: a menu's items have no tooltips. */
final class SessionMenu extends ContextMenu {

    /** What the menu asks for as it opens. */
    interface Line {

        /** The key of the words by which a command goes for the picked line. */
        String words(TreeCommand command);

        /** Why a command can do nothing, in words; empty where it can. */
        String why(TreeCommand command);
    }

    SessionMenu(Texts texts, Line line, Consumer<TreeCommand> run) {
        for (TreeCommand command : TreeCommand.values()) {
            MenuItem item = new MenuItem("", Icons.of(command.icon()));
            item.setId("tree-" + command.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(event -> run.accept(command));
            KeyCode key = command.key();
            if (key != null) {
                item.setAccelerator(new KeyCodeCombination(key));
            }
            item.setUserData(command);
            getItems().add(item);
        }
        setOnShowing(event -> getItems().forEach(item -> tell(item, (TreeCommand) item.getUserData(), texts, line)));
    }

    private static void tell(MenuItem item, TreeCommand command, Texts texts, Line line) {
        String words = texts.get(line.words(command));
        String why = line.why(command);
        item.setDisable(!why.isEmpty());
        item.setText(why.isEmpty() ? words : texts.get("menu.because", words, why));
    }
}
