package io.sioscope.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The head of a table, 24 pixels high: a name for each column, and between them handles that change the width of the
 * column at their left (of the next one, right of the column that grows); a double click puts it back.
 */
public final class TableHeader extends Region {

    private static final double HEIGHT = 24;
    private static final double HANDLE = 8;
    private static final double PADDING = 8;
    /** A name is left out where not even three letters of it fit. */
    private static final double LEAST_NAMED = 40;

    private final ColumnLayout layout;
    private final List<Label> heads = new ArrayList<>();
    private final List<Region> handles = new ArrayList<>();
    private final int growing;

    /**
     * A head.
     *
     * @param layout shared with the rows
     * @param names one for each column; empty for a column without a name
     */
    public TableHeader(ColumnLayout layout, List<String> names) {
        this.layout = layout;
        this.growing = growing(layout);
        getStyleClass().add("table-header");
        for (int i = 0; i < names.size(); i++) {
            Label head = new Label(names.get(i));
            head.getStyleClass().add("column-head");
            head.setAccessibleRole(AccessibleRole.TABLE_COLUMN);
            head.setAlignment(layout.columns().get(i).alignRight() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            heads.add(head);
            handles.add(handle(i));
        }
        getChildren().addAll(heads);
        getChildren().addAll(handles);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        layout.versionProperty().addListener(ignored -> requestLayout());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < heads.size(); i++) {
            double width = layout.width(i);
            Label head = heads.get(i);
            head.setVisible(width >= LEAST_NAMED);
            head.resizeRelocate(layout.x(i) + PADDING, 0, Math.max(0, width - 2 * PADDING), HEIGHT - 1);
            Region handle = handles.get(i);
            handle.setVisible(width > 0 && i < heads.size() - 1);
            handle.resizeRelocate(layout.x(i) + width - HANDLE / 2, 0, HANDLE, HEIGHT - 1);
        }
    }

    private static int growing(ColumnLayout layout) {
        for (int i = 0; i < layout.columns().size(); i++) {
            if (layout.columns().get(i).grows()) {
                return i;
            }
        }
        return -1;
    }

    private Region handle(int left) {
        Region handle = new Region();
        handle.getStyleClass().add("column-handle");
        handle.setCursor(Cursor.H_RESIZE);
        int column = left < growing ? left : left + 1;
        int sign = left < growing ? 1 : -1;
        double[] start = new double[2];
        handle.setOnMousePressed(event -> {
            start[0] = sceneToLocal(event.getSceneX(), 0).getX();
            start[1] = layout.width(column);
            event.consume();
        });
        handle.setOnMouseDragged(event -> {
            layout.resize(column, start[1] + sign * (sceneToLocal(event.getSceneX(), 0).getX() - start[0]));
            event.consume();
        });
        handle.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                layout.reset(column);
            }
            event.consume();
        });
        return handle;
    }
}
