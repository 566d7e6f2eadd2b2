package io.sioscope.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Where the columns of a table stand: each has a width in pixels, one takes the rest. Head and rows share one instance, so
 * that they agree. When all do not fit, columns that are marked as leaving are left out together (the narrow form).
 */
public final class ColumnLayout {

    /**
     * One column.
     *
     * @param id its name in code
     * @param width its first width in pixels, with the padding on both sides; the least for the one that grows
     * @param least what a person may drag it to
     * @param grows whether it takes the rest; exactly one does
     * @param alignRight whether head and cells stand at the right
     * @param leavesWhenNarrow whether it is left out of the narrow form
     * @param narrowWidth its width in the narrow form
     */
    public record Column(
            String id,
            double width,
            double least,
            boolean grows,
            boolean alignRight,
            boolean leavesWhenNarrow,
            double narrowWidth) {}

    private final List<Column> columns;
    private final double[] asked;
    private final double[] x;
    private final double[] w;
    private double total;
    private boolean narrow;
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

    /**
     * A layout with the first widths.
     *
     * @param columns from left to right
     */
    public ColumnLayout(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.asked = new double[columns.size()];
        this.x = new double[columns.size()];
        this.w = new double[columns.size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = columns.get(i).width();
        }
    }

    /**
     * The columns.
     *
     * @return from left to right, those left out included
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * Counts every change of a position or width; rows lay themselves out when it changes.
     *
     * @return a number to listen to
     */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /**
     * Fits the columns into a width.
     *
     * @param width pixels from edge to edge, scroll bar left out
     */
    public void fit(double width) {
        if (width != total) {
            total = width;
            place();
        }
    }

    /**
     * Switches between the whole and the narrow form.
     *
     * @param value whether to leave columns out
     */
    public void setNarrow(boolean value) {
        if (narrow != value) {
            narrow = value;
            place();
        }
    }

    /**
     * Whether the narrow form is in use.
     *
     * @return see {@link #setNarrow}
     */
    public boolean isNarrow() {
        return narrow;
    }

    /**
     * Changes one column's width by hand. The growing column gives or takes.
     *
     * @param index which column
     * @param width wished width in pixels; its least at the least
     */
    public void resize(int index, double width) {
        asked[index] = Math.max(columns.get(index).least(), width);
        place();
    }

    /**
     * Puts one column back to its first width.
     *
     * @param index which column
     */
    public void reset(int index) {
        resize(index, columns.get(index).width());
    }

    /**
     * A column's left edge.
     *
     * @param index which column
     * @return pixels from the table's left edge
     */
    public double x(int index) {
        return x[index];
    }

    /**
     * A column's width.
     *
     * @param index which column
     * @return pixels; 0 where it is left out
     */
    public double width(int index) {
        return w[index];
    }

    /**
     * Which columns are shown.
     *
     * @return their indexes, from left to right
     */
    public List<Integer> shown() {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < w.length; i++) {
            if (w[i] > 0) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private void place() {
        double fixed = 0;
        for (int i = 0; i < w.length; i++) {
            Column column = columns.get(i);
            w[i] = narrow ? column.leavesWhenNarrow() ? 0 : narrowOf(i) : asked[i];
            fixed += column.grows() ? 0 : w[i];
        }
        double left = 0;
        for (int i = 0; i < w.length; i++) {
            Column column = columns.get(i);
            if (column.grows()) {
                w[i] = Math.max(column.least(), total - fixed);
            }
            x[i] = left;
            left += w[i];
        }
        version.set(version.get() + 1);
    }

    private double narrowOf(int index) {
        Column column = columns.get(index);
        return asked[index] == column.width() ? column.narrowWidth() : asked[index];
    }
}
