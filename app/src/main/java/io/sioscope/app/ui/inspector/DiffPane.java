package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Difference;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.VirtualList;
import io.sioscope.app.ui.kit.VirtualRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What differs from the packet before of the same event, a line a value: its mark, where it stands, what it is. */
final class DiffPane extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 22;
    private static final double MARK = 30;
    private static final double GAP = 12;

    private final Texts texts;
    private final ZoneId zone;
    private final LongConsumer goTo;
    private final Label facts = new Label();
    private final Label counts = new Label();
    private final Button link = new Button();
    private final Label cut = new Label();
    private final VirtualList<Line> list = new VirtualList<>(ROW, Line::new);
    private final VBox compared;
    private final EmptyState none = new EmptyState();
    private List<Difference.Line> lines = List.of();

    DiffPane(Texts texts, ZoneId zone, LongConsumer goTo) {
        this.texts = texts;
        this.zone = zone;
        this.goTo = goTo;
        facts.getStyleClass().add("wire-title");
        counts.getStyleClass().addAll("note", "quiet");
        counts.setMinWidth(0);
        link.getStyleClass().addAll("link-button", "in-row", "mono");
        link.setMinWidth(USE_PREF_SIZE);
        facts.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, facts, counts, space, link);
        head.getStyleClass().add("pair-head");
        cut.getStyleClass().addAll("note", "quiet", "cut-note");
        cut.setMaxWidth(Double.MAX_VALUE);
        list.setAccessibleText(texts.get("diff.name"));
        list.getStyleClass().add("diff-list");
        list.followingProperty().set(false);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event) && list.selectedIndexProperty().get() >= 0) {
                copy(lines.get(list.selectedIndexProperty().get()));
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        compared = new VBox(head, list, cut);
        setMinHeight(0);
        getChildren().addAll(compared, none);
    }

    void show(Comparison now, Inspected shown) {
        boolean differs = now instanceof Comparison.Compared(Row ignored, Difference difference) && !difference.isEmpty();
        compared.setVisible(differs);
        none.setVisible(!differs);
        switch (now) {
            case Comparison.NotAsked ignored -> none.say(texts.get("diff.no-event"), "", () -> {});
            case Comparison.Searching ignored -> none.say(texts.get("diff.searching"), "", () -> {});
            case Comparison.NoPrevious(long searched, boolean whole) ->
                none.say(whole ? texts.get("diff.none") : texts.get("diff.none.bounded", searched), "", () -> {});
            case Comparison.Unreadable(Row previous) -> none.say(texts.get("diff.unreadable", previous.n()), "", () -> {});
            case Comparison.Compared(Row previous, Difference difference) -> show(previous, difference, shown.row());
        }
    }

    private void show(Row previous, Difference difference, Row row) {
        String ago = texts.formats().latency(Math.max(0, row.timeNanos() - previous.timeNanos()));
        String time = texts.formats().time(instant(previous.timeNanos()), zone);
        if (difference.isEmpty()) {
            none.say(
                    texts.get("diff.same", previous.n(), time, ago),
                    texts.get("diff.go", previous.n()),
                    () -> goTo.accept(previous.n()));
            return;
        }
        facts.setText(texts.get("diff.facts", previous.n(), time, row.n(), texts.formats().time(instant(row.timeNanos()), zone)));
        counts.setText(texts.get("diff.counts", count(difference), difference.same()));
        link.setText(texts.get("diff.go", previous.n()));
        link.setOnAction(event -> goTo.accept(previous.n()));
        cut.setText(texts.get("tree.more", difference.more()));
        cut.setVisible(difference.more() > 0);
        cut.setManaged(difference.more() > 0);
        lines = difference.lines();
        list.reset(lines.size());
        list.scrollTo(0);
    }

    /** How many places differ: the two lines of a changed one are one place. */
    private static long count(Difference difference) {
        long pairs = difference.lines().stream().filter(line -> line.pair() && line.gone()).count();
        return difference.lines().size() - pairs + difference.more();
    }

    private static void copy(Difference.Line line) {
        ClipboardContent clip = new ClipboardContent();
        clip.putString((line.gone() ? "- " : "+ ") + line.path() + " " + line.value());
        Clipboard.getSystemClipboard().setContent(clip);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private final class Line extends VirtualRow {
        private final Label mark = label("diff-mark");
        private final Label path = label("diff-path");
        private final Label value = label("diff-value");

        Line() {
            getStyleClass().add("diff-line");
            getChildren().addAll(mark, path, value);
        }

        private static Label label(String styleClass) {
            Label label = new Label();
            label.setManaged(false);
            label.getStyleClass().addAll("wire-text", styleClass);
            return label;
        }

        @Override
        protected void show(int position) {
            Difference.Line line = lines.get(position);
            mark.setText(line.gone() ? "\u2212" : "+");
            path.setText(line.path());
            value.setText(line.value());
            value.getStyleClass().setAll(
                    "label", "wire-text", "diff-value", line.token().name().toLowerCase(Locale.ROOT) + "-token");
            requestLayout();
        }

        @Override
        protected String spoken() {
            return texts.get(lines.get(index()).gone() ? "diff.was" : "diff.is", path.getText(), value.getText());
        }

        @Override
        protected void layoutChildren() {
            double height = getHeight();
            double pathWidth = Math.min(path.prefWidth(-1), getWidth() / 2);
            double left = MARK + pathWidth + GAP;
            mark.resizeRelocate(GAP, 0, MARK - GAP, height);
            path.resizeRelocate(MARK, 0, pathWidth, height);
            value.resizeRelocate(left, 0, Math.max(0, getWidth() - left - GAP), height);
        }
    }
}
