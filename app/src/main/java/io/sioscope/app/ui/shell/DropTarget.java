package io.sioscope.app.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets files be dropped anywhere on the window. */
final class DropTarget {

    private static final int MOST = 8;
    private static final String DROPPING = "dropping";

    private DropTarget() {}

    /**
     * Begins to take drops.
     *
     * @param root takes them
     * @param lit shows that they would be taken
     * @param open gets each file
     * @param refused runs when something else was dropped
     */
    static void install(Node root, Node lit, Consumer<Path> open, Runnable refused) {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasFiles() && !lit.getStyleClass().contains(DROPPING)) {
                lit.getStyleClass().add(DROPPING);
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> lit.getStyleClass().remove(DROPPING));
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Dragboard board = event.getDragboard();
            List<File> files = board.hasFiles() ? board.getFiles() : List.of();
            files.stream().limit(MOST).map(File::toPath).forEach(open);
            if (files.isEmpty()) {
                refused.run();
            }
            lit.getStyleClass().remove(DROPPING);
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }
}
