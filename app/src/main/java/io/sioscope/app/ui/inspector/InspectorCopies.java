package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.JavaScript;
import io.sioscope.app.inspect.JsonDiff;
import io.sioscope.app.inspect.PacketValues;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** What the inspector puts into the clipboard. */
final class InspectorCopies {

    private InspectorCopies() {}

    /** The arguments as JSON on many lines; as they are where they are no JSON. */
    static String pretty(Inspection packet) {
        return PacketValues.of(packet.entry()).map(PacketValues::pretty).orElseGet(packet::argumentsText);
    }

    /** The event as a line of JavaScript. */
    static String script(Inspection packet, @Nullable Row row) {
        boolean acknowledged = row != null && row.ackState() != AckState.NONE;
        return PacketValues.of(packet.entry())
                .map(values -> JavaScript.emit(packet.entry().event(), values, acknowledged))
                .orElse("");
    }

    /** The way to a value of the tree, as in {@code [1].user.name}. */
    static String path(TreeItem<TreeLine> item) {
        StringBuilder path = new StringBuilder();
        for (TreeItem<TreeLine> each = item; each != null && each.getValue() != null; each = each.getParent()) {
            ArgumentNode node = each.getValue().node();
            if (node == null) {
                break;
            }
            path.insert(0, node.label().startsWith("[") ? node.label() : JsonDiff.member(node.label()));
        }
        return path.toString();
    }
}
