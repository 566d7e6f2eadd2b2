package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.WireLayer;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.FaultWords;
import io.sioscope.protocol.Direction;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A packet layer by layer, and below it the other half of its acknowledgement. */
final class WirePane extends ScrollPane {

    private final Texts texts;
    private final FaultWords faults;
    private final VBox box = new VBox();

    WirePane(Texts texts) {
        this.texts = texts;
        this.faults = new FaultWords(texts);
        box.getStyleClass().add("wire");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    void show(Inspected now) {
        box.getChildren().clear();
        for (WireLayer layer : now.packet().layers()) {
            box.getChildren().add(new WireStrip(
                    layer, texts.get("layer." + layer.kind().name(), layer.number() + 1), factsOf(layer, now), texts));
        }
        Row otherRow = now.otherRow();
        Inspection other = now.other();
        if (otherRow != null && other != null) {
            showOther(now.row(), otherRow, other);
        }
        if (box.getChildren().isEmpty()) {
            EmptyState none = new EmptyState();
            none.say(texts.get("wire.none"), "", () -> {});
            box.getChildren().add(none);
        }
    }

    private void showOther(Row row, Row otherRow, Inspection other) {
        boolean later = otherRow.timeNanos() >= row.timeNanos();
        String way = texts.get(otherRow.direction() == Direction.TO_SERVER ? "way.toServer" : "way.toClient");
        String latency = texts.formats().latency(Math.max(0, row.latencyNanos()));
        other.layers().stream().filter(layer -> layer.kind() == WireLayer.Kind.SOCKET).forEach(layer ->
                box.getChildren().add(new WireStrip(
                        layer,
                        texts.get(later ? "layer.other" : "layer.other.before", latency),
                        texts.get("layer.other.facts", way, texts.formats().size(layer.bytes()), otherRow.n()),
                        texts)));
    }

    private String factsOf(WireLayer layer, Inspected now) {
        return layer.kind() == WireLayer.Kind.FAULT && now.packet().entry().details() instanceof Details.Fault fault
                ? faults.of(fault.code(), fault.offset(), fault.detail())
                : texts.get("layer.facts." + layer.kind().name(), texts.formats().size(layer.bytes()));
    }
}
