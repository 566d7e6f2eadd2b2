package io.sioscope.app.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualListTest {

    private final AtomicInteger shows = new AtomicInteger();
    private final List<Row> made = new ArrayList<>();
    private VirtualList<Row> list;
    private Stage stage;

    private final class Row extends VirtualRow {
        private final Label label = new Label();

        Row() {
            label.setManaged(false);
            getChildren().add(label);
            made.add(this);
        }

        @Override
        protected void show(int position) {
            shows.incrementAndGet();
            label.setText("row " + position);
        }

        @Override
        protected String spoken() {
            return label.getText();
        }

        @Override
        protected void layoutChildren() {
            label.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.call(() -> {
            list = new VirtualList<>(24, Row::new);
            Stage shown = new Stage();
            shown.setScene(new Scene(list, 400, 240));
            shown.show();
            list.requestFocus();
            return shown;
        });
        Fx.pulses();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void aMillionRowsCostNoMoreThanTheScreen() {
        Fx.run(() -> list.setCount(1_000_000));
        Fx.pulses();

        assertThat(made).hasSizeLessThanOrEqualTo(12);
        assertThat(shows.get()).isLessThanOrEqualTo(12);
        assertThat(visible()).containsExactly(range(999_990, 1_000_000));
    }

    @Test
    void scrollingByOneRowShowsOneRowAnew() {
        Fx.run(() -> {
            list.setCount(1000);
            list.followingProperty().set(false);
            list.scrollTo(0);
        });
        Fx.pulses();
        int before = shows.get();
        Fx.run(() -> list.scrollTo(24));

        assertThat(shows.get() - before).isLessThanOrEqualTo(1);
        assertThat(visible()).containsExactly(range(1, 11));
    }

    @Test
    void rowsKeepTheirNodeAndMoveByPixels() {
        Fx.run(() -> {
            list.setCount(1000);
            list.followingProperty().set(false);
            list.scrollTo(100);
        });
        Bounds bounds = Fx.call(() -> list.rowAt(5).getBoundsInParent());

        assertThat(bounds.getMinY()).isEqualTo(5 * 24 - 100);
    }

    @Test
    void wheelUpStopsFollowingAndTheEndStartsItAgain() {
        Fx.run(() -> list.setCount(100));
        Fx.run(() -> wheel(48));
        assertThat(Fx.call(list.followingProperty()::get)).isFalse();

        Fx.run(() -> list.setCount(137));
        assertThat(Fx.call(list.belowProperty()::get)).isEqualTo(39);
        assertThat(visible()).contains(90).doesNotContain(99);

        Fx.run(() -> key(KeyCode.END));
        assertThat(Fx.call(list.followingProperty()::get)).isTrue();
        assertThat(Fx.call(list.belowProperty()::get)).isZero();

        Fx.run(() -> wheel(48));
        Fx.run(() -> wheel(-480));
        assertThat(Fx.call(list.followingProperty()::get)).isTrue();
    }

    @Test
    void keysMoveTheSelectionAndBringItIntoSight() {
        List<Integer> heard = new ArrayList<>();
        List<Integer> opened = new ArrayList<>();
        Fx.run(() -> {
            list.setOnSelect(heard::add);
            list.setOnOpen(opened::add);
            list.setCount(100);
            key(KeyCode.HOME);
            key(KeyCode.DOWN);
            key(KeyCode.J);
            key(KeyCode.K);
            key(KeyCode.PAGE_DOWN);
            key(KeyCode.PAGE_UP);
            key(KeyCode.UP);
            key(KeyCode.UP);
            key(KeyCode.ENTER);
            key(KeyCode.END);
        });
        assertThat(heard).containsExactly(0, 1, 2, 1, 11, 1, 0, 0, 99);
        assertThat(opened).containsExactly(0);
        assertThat(visible()).contains(99);
    }

    @Test
    void aShorterListIsAnotherList() {
        Fx.run(() -> {
            list.setCount(100);
            list.select(99);
            list.reset(3);
        });
        Fx.pulses();

        assertThat(visible()).containsExactly(0, 1, 2);
        assertThat(Fx.call(list.selectedIndexProperty()::get)).isEqualTo(-1);
        assertThat(Fx.call(() -> scrollBar().isVisible())).isFalse();
    }

    @Test
    void aTallerWindowShowsMoreRows() {
        Fx.run(() -> list.setCount(100));
        Fx.run(() -> stage.setHeight(stage.getHeight() + 240));
        Fx.pulses();

        assertThat(visible()).contains(99, 81).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void aScreenReaderFindsRowsAndSelection() {
        Fx.run(() -> {
            list.setCount(100);
            list.select(95);
        });
        Fx.run(() -> {
            assertThat(list.queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT)).isEqualTo(100);
            Object row = list.queryAccessibleAttribute(AccessibleAttribute.ROW_AT_INDEX, 95);
            assertThat(row).isInstanceOf(Row.class);
            assertThat(((Row) row).queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("row 95");
            assertThat(((Row) row).queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
            assertThat(list.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)).isSameAs(row);
        });
    }

    private Integer[] visible() {
        return Fx.call(() -> made.stream()
                .filter(Row::isVisible)
                .map(VirtualRow::index)
                .sorted()
                .toArray(Integer[]::new));
    }

    private static Integer[] range(int from, int to) {
        return IntStream.range(from, to).boxed().toArray(Integer[]::new);
    }

    private ScrollBar scrollBar() {
        return (ScrollBar) list.lookup(".scroll-bar");
    }

    private void key(KeyCode code) {
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void wheel(double deltaY) {
        list.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, true, false, 0, deltaY, 0, deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }
}
