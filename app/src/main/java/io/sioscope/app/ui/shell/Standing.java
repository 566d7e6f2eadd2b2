package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.SegmentedToggle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/**
 * Where the focus was and what had been typed, taken before the window's nodes are made anew and put back afterwards. Nodes are
 * found again by their way from the root, which is the same in every language. JavaFX thread.
 */
final class Standing {

    private final Optional<List<Integer>> focus;
    private final Optional<Typed> caret;
    private final Map<List<Integer>, Typed> typed;

    private record Typed(String text, int anchor, int caret) {

        static Typed of(TextInputControl field) {
            return new Typed(field.getText() == null ? "" : field.getText(), field.getAnchor(), field.getCaretPosition());
        }
    }

    private Standing(Scene scene) {
        Node owner = scene.getFocusOwner();
        this.focus = Optional.ofNullable(owner).map(Standing::way);
        this.caret = owner instanceof TextInputControl field ? Optional.of(Typed.of(field)) : Optional.empty();
        this.typed = new LinkedHashMap<>();
        collect(scene.getRoot());
    }

    static Standing of(Scene scene) {
        return new Standing(scene);
    }

    private void collect(Node node) {
        if (node instanceof TextInputControl field) {
            if (field.isEditable() && !field.textProperty().isBound()) {
                typed.put(way(field), Typed.of(field));
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::collect);
        }
    }

    private static List<Integer> way(Node node) {
        List<Integer> way = new ArrayList<>();
        for (Node each = node; each.getParent() != null; each = each.getParent()) {
            way.addFirst(each.getParent().getChildrenUnmodifiable().indexOf(each));
        }
        return way;
    }

    private static Optional<Node> follow(Scene scene, List<Integer> way) {
        Node at = scene.getRoot();
        for (int index : way) {
            List<Node> children = at instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
            if (index >= children.size()) {
                return Optional.empty();
            }
            at = children.get(index);
        }
        return Optional.of(at);
    }

    /** Puts back what was typed and the focus, as far as the nodes are there. */
    void restore(Scene scene, Runnable otherwise) {
        typed.forEach((way, before) -> follow(scene, way)
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> field.isEditable() && !before.text().equals(field.getText()))
                .ifPresent(field -> field.setText(before.text())));
        Optional<Node> found = focus.flatMap(way -> follow(scene, way));
        found.ifPresentOrElse(this::focus, otherwise);
    }

    private void focus(Node node) {
        node.requestFocus();
        if (node instanceof TextInputControl field) {
            caret.ifPresent(before -> field.selectRange(before.anchor(), before.caret()));
        }
        if (node.getParent() instanceof SegmentedToggle<?> toggle) {
            toggle.focusChosen();
        }
    }
}
