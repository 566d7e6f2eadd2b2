package io.sioscope.app.ui.kit;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Which rows of a list are marked: one, or several by Shift and Ctrl. JavaFX thread. */
final class RowMarks {

    private final BitSet marked = new BitSet();
    private int anchor = -1;

    boolean has(int index) {
        return index >= 0 && marked.get(index);
    }

    /** Marks one row alone; −1 for none. */
    void only(int index) {
        marked.clear();
        anchor = index;
        if (index >= 0) {
            marked.set(index);
        }
    }

    /** Marks from the row that was marked last by itself to this one. */
    void extendTo(int index) {
        int from = anchor < 0 ? index : anchor;
        marked.clear();
        marked.set(Math.min(from, index), Math.max(from, index) + 1);
        anchor = from;
    }

    /** Marks one more, or one less. */
    void toggle(int index) {
        marked.flip(index);
        anchor = index;
    }

    void all(int count) {
        marked.set(0, count);
    }

    int count() {
        return marked.cardinality();
    }

    IntStream indexes() {
        return marked.stream();
    }
}
