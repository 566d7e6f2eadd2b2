package io.sioscope.app.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Moves the focus from one region of the window to the next, and to the first control in it. */
final class FocusRing {

    private FocusRing() {}

    /**
     * Moves on.
     *
     * @param scene whose focus moves
     * @param regions in their order; invisible ones and those without a control are passed over
     */
    static void next(Scene scene, List<Node> regions) {
        int at = -1;
        for (int i = 0; i < regions.size(); i++) {
            if (isIn(scene.getFocusOwner(), regions.get(i))) {
                at = i;
            }
        }
        for (int step = 1; step <= regions.size(); step++) {
            Node region = regions.get((at + step) % regions.size());
            Optional<Node> first = region.isVisible() && region.getScene() != null ? first(region) : Optional.empty();
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private static boolean isIn(@Nullable Node node, Node region) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(region)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = first(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
