package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.inspect.Inspection;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** A line of the tree whose lines below it are made when somebody looks at them: closed ones cost nothing. */
final class LazyItem extends TreeItem<TreeLine> {

    private static final int EXPANDED_CHILDREN = 30;
    private static final int EXPANDED_DEPTH = 3;

    private final List<ArgumentNode> nodes;
    private final @Nullable ArgumentNode node;
    private final Inspection within;
    private final int depth;
    private boolean made;

    LazyItem(@Nullable ArgumentNode node, List<ArgumentNode> nodes, Inspection within, int depth) {
        super(new TreeLine(node, within));
        this.node = node;
        this.nodes = nodes;
        this.within = within;
        this.depth = depth;
    }

    /** The root: the list of arguments itself. */
    static LazyItem root(Inspection packet) {
        return new LazyItem(null, packet.tree(), packet, 0);
    }

    /** Opens what is small, below the line as well. */
    void openSmall() {
        if (!isLeaf() && (depth == 0 || depth <= EXPANDED_DEPTH && nodes.size() <= EXPANDED_CHILDREN)) {
            setExpanded(true);
            getChildren().forEach(child -> {
                if (child instanceof LazyItem item) {
                    item.openSmall();
                }
            });
        }
    }

    /** Whether the lines below it exist. */
    boolean isMade() {
        return made;
    }

    @Override
    public boolean isLeaf() {
        return nodes.isEmpty() && !made;
    }

    @Override
    public ObservableList<TreeItem<TreeLine>> getChildren() {
        if (!made) {
            made = true;
            super.getChildren().setAll(items(nodes));
        }
        return super.getChildren();
    }

    /** What stands where the line that counts the rest stood. */
    void showMore(List<ArgumentNode> next) {
        getChildren().removeLast();
        getChildren().addAll(items(next));
    }

    /** How many values are shown, without the line that counts the rest. */
    long known() {
        return getChildren().size() - 1L;
    }

    /** The container's node, or null for the list of arguments itself. */
    @Nullable ArgumentNode node() {
        return node;
    }

    private List<TreeItem<TreeLine>> items(List<ArgumentNode> of) {
        List<TreeItem<TreeLine>> items = new ArrayList<>(of.size());
        for (ArgumentNode each : of) {
            items.add(new LazyItem(each, each.children(), within, depth + 1));
        }
        return items;
    }
}
