package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.ColumnLayout;
import io.sioscope.app.ui.kit.Formats;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.VirtualRow;
import io.sioscope.protocol.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One row of the table. It holds a label for each column and every icon that a row may need; showing a packet sets texts that
 * differ and hides icons that do not apply, so that a flood causes no work but text.
 */
final class TrafficRowView extends VirtualRow {

    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final Duration TIP_DELAY = Duration.millis(500);
    private static final double PADDING = 8;
    private static final double LINE = 1;

    private final TrafficViewModel model;
    private final ColumnLayout columns;
    private final Texts texts;
    private final Formats formats;
    private final ZoneId zone;
    private final Label[] cells = new Label[TrafficColumns.ACK];
    private final FontIcon toServer = Icons.small("mdi2a-arrow-up-bold", "to-server");
    private final FontIcon toClient = Icons.small("mdi2a-arrow-down-bold", "to-client");
    private final FontIcon neither = Icons.small("mdi2m-minus", "quiet");
    private final Map<RowType, FontIcon> typeIcons = new EnumMap<>(RowType.class);
    private final Map<RowType, String> typeNames = new EnumMap<>(RowType.class);
    private final AckCell ack;
    private final Tooltip tip = new Tooltip("");
    private @Nullable TrafficRow row;

    /**
     * A row that shows nothing yet.
     *
     * @param model gives the rows
     * @param columns shared with the head
     * @param texts words of this package
     * @param zone of the times
     * @param answer told when its Answer button is pressed
     */
    TrafficRowView(
            TrafficViewModel model, ColumnLayout columns, Texts texts, ZoneId zone, Consumer<TrafficRow> answer) {
        this.model = model;
        this.columns = columns;
        this.texts = texts;
        this.formats = texts.formats();
        this.zone = zone;
        this.ack = new AckCell(texts, () -> {
            if (row != null) {
                answer.accept(row);
            }
        });
        getStyleClass().add("traffic-row");
        tip.getStyleClass().add("mono");
        tip.setShowDelay(TIP_DELAY);
        for (RowType type : RowType.values()) {
            typeNames.put(type, texts.get("type." + type.name()));
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.columns().get(i));
        }
        getChildren().addAll(cells);
        Stream.of(toServer, toClient, neither, ack).forEach(node -> node.setManaged(false));
        getChildren().addAll(List.of(toServer, toClient, neither, ack));
        columns.versionProperty().addListener(ignored -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> tip(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> tip(-1));
    }

    /** Long text is cut with an ellipsis and stands whole in a tooltip. */
    private void tip(double x) {
        String wanted = "";
        for (int i = 0; i < cells.length; i++) {
            boolean over = x >= columns.x(i) && x < columns.x(i) + columns.width(i);
            if (over && cells[i].isVisible() && cells[i].isTextTruncated()) {
                wanted = cells[i].getText();
            }
        }
        if (!wanted.equals(tip.getText())) {
            Tooltip.uninstall(this, tip);
            tip.hide();
            tip.setText(wanted);
            if (!wanted.isEmpty()) {
                Tooltip.install(this, tip);
            }
        }
    }

    private static Label cell(ColumnLayout.Column column) {
        Label label = new Label();
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.getStyleClass().addAll("cell", column.id());
        label.setAlignment(column.alignRight() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        label.setAccessibleRole(AccessibleRole.TABLE_CELL);
        return label;
    }

    /** The packet that is shown, or null. */
    @Nullable TrafficRow row() {
        return index() < 0 ? null : row;
    }

    @Override
    protected void show(int position) {
        TrafficRow now = model.row(position);
        RowType before = row == null ? null : row.type();
        row = now;
        boolean gap = now.type() == RowType.GAP;
        set(TrafficColumns.NUMBER, gap ? "" : formats.count(now.number()));
        set(TrafficColumns.TIME, formats.time(instant(now.timeNanos()), zone));
        set(TrafficColumns.DELTA, position == 0 ? "" : formats.delta(now.deltaNanos()));
        set(TrafficColumns.WHO, who(now));
        set(TrafficColumns.NAMESPACE, now.namespace());
        set(TrafficColumns.EVENT, now.name());
        set(TrafficColumns.ARGUMENTS, now.preview());
        set(TrafficColumns.SIZE, now.size() == 0 ? "" : formats.size(now.size()));
        toServer.setVisible(now.direction() == Direction.TO_SERVER);
        toClient.setVisible(now.direction() == Direction.TO_CLIENT);
        neither.setVisible(now.direction() == null);
        if (now.type() != before) {
            showType(before, now.type());
        }
        ack.show(now.ack(), model);
        pseudoClassStateChanged(
                AWAITED, now.ack() instanceof RowAck.Awaited awaited && awaited.ours());
    }

    private void showType(@Nullable RowType before, RowType now) {
        if (before != null) {
            typeIcon(before).setVisible(false);
        }
        typeIcon(now).setVisible(true);
        set(TrafficColumns.TYPE, columns.isNarrow() ? "" : typeNames.getOrDefault(now, ""));
        pseudoClassStateChanged(FAULT, now == RowType.FAULT || now == RowType.REFUSED);
        pseudoClassStateChanged(GAP, now == RowType.GAP);
        pseudoClassStateChanged(QUIET, now.quiet());
        requestLayout();
    }

    private FontIcon typeIcon(RowType type) {
        return typeIcons.computeIfAbsent(type, wanted -> {
            FontIcon icon = Icons.small(wanted.icon(), wanted == RowType.FAULT || wanted == RowType.REFUSED ? "fault" : "link");
            icon.setManaged(false);
            icon.setMouseTransparent(true);
            getChildren().add(icon);
            return icon;
        });
    }

    private String who(TrafficRow now) {
        if (now.type() == RowType.GAP) {
            return "";
        }
        return now.who().isEmpty() && now.direction() == Direction.TO_CLIENT ? texts.get("who.server") : now.who();
    }

    private void set(int column, String text) {
        Label cell = cells[column];
        if (!text.equals(cell.getText())) {
            cell.setText(text);
        }
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - LINE;
        for (int i = 0; i < cells.length; i++) {
            double width = columns.width(i);
            double left = columns.x(i) + PADDING;
            double inner = width - 2 * PADDING;
            if (i == TrafficColumns.TYPE) {
                left += 20;
                inner -= 20;
            }
            cells[i].setVisible(inner > 0 && !(i == TrafficColumns.TYPE && columns.isNarrow()));
            cells[i].resizeRelocate(left, 0, Math.max(0, inner), height);
        }
        if (row != null) {
            set(TrafficColumns.TYPE, columns.isNarrow() ? "" : typeNames.getOrDefault(row.type(), ""));
        }
        double wayX = columns.x(TrafficColumns.WAY) + columns.width(TrafficColumns.WAY) / 2;
        Stream.of(toServer, toClient, neither).forEach(icon -> centre(icon, wayX, height));
        double typeX = columns.x(TrafficColumns.TYPE) + PADDING + 7;
        typeIcons.values().forEach(icon -> centre(icon, typeX, height));
        ack.resizeRelocate(columns.x(TrafficColumns.ACK), 0, columns.width(TrafficColumns.ACK), height);
    }

    private static void centre(Node icon, double x, double height) {
        icon.autosize();
        double width = icon.getLayoutBounds().getWidth();
        double tall = icon.getLayoutBounds().getHeight();
        icon.relocate(Math.rint(x - width / 2), Math.rint((height - tall) / 2));
    }

    @Override
    protected String spoken() {
        TrafficRow now = row;
        if (now == null) {
            return "";
        }
        String way = now.direction() == null
                ? ""
                : texts.get(now.direction() == Direction.TO_SERVER ? "way.toServer" : "way.toClient");
        return texts.get(
                "row.spoken",
                formats.count(now.number()),
                formats.time(instant(now.timeNanos()), zone),
                way,
                texts.get("type." + now.type().name()),
                now.name(),
                now.preview(),
                ack.spoken());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
