package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.ColumnLayout;
import io.sioscope.protocol.Direction;
import java.util.List;

/** The table's columns: where they stand, and what a cell means to the filter. */
final class TrafficColumns {

    static final int NUMBER = 0;
    static final int TIME = 1;
    static final int DELTA = 2;
    static final int WAY = 3;
    static final int WHO = 4;
    static final int NAMESPACE = 5;
    static final int TYPE = 6;
    static final int EVENT = 7;
    static final int ARGUMENTS = 8;
    static final int SIZE = 9;
    static final int ACK = 10;

    private TrafficColumns() {}

    /** A fresh layout with the first widths; those of the narrow form stand last. */
    static ColumnLayout layout() {
        return new ColumnLayout(List.of(
                column("number", 66, 40, true, false, 66),
                column("time", 104, 60, false, false, 104),
                column("delta", 60, 40, true, true, 0),
                column("way", 30, 30, false, false, 30),
                column("who", 84, 40, false, false, 84),
                column("namespace", 88, 40, false, true, 0),
                column("type", 88, 40, false, false, 36),
                column("event", 136, 60, false, false, 136),
                new ColumnLayout.Column("arguments", 200, 200, true, false, false, 200),
                column("size", 72, 40, true, true, 0),
                column("ack", 148, 100, false, false, 148)));
    }

    private static ColumnLayout.Column column(
            String id, double width, double least, boolean right, boolean leaves, double narrow) {
        return new ColumnLayout.Column(id, width, least, false, right, leaves, narrow);
    }

    /**
     * What a cell is called in the filter.
     *
     * @return such as {@code event:chat}; empty for cells that the filter has no word for
     */
    static String token(TrafficRow row, int column) {
        return switch (column) {
            case WAY -> row.direction() == null ? "" : row.direction() == Direction.TO_SERVER ? "dir:to-server" : "dir:to-client";
            case NAMESPACE -> row.namespace().isEmpty() ? "" : "nsp:" + quoted(row.namespace());
            case TYPE -> "type:" + row.type().filterWord();
            case EVENT, ARGUMENTS -> row.type() == RowType.EVENT || row.type() == RowType.BINARY
                    ? "event:" + quoted(row.name())
                    : "";
            default -> "";
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.chars().anyMatch(c -> c == ' ' || c == '"')
                ? '"' + value.replace("\"", "\\\"") + '"'
                : value;
    }
}
