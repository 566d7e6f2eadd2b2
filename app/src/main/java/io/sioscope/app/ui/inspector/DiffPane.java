package io.sioscope.app.ui.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.JsonDiff;
import io.sioscope.app.ui.kit.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What changed since the previous event of the same name: a line for what was and one for what is, at each path. */
final class DiffPane extends VBox {

    private static final int LONGEST = 2_000;

    private final Texts texts;
    private final ZoneId zone;
    private final Label head = new Label();
    private final ListView<Line> lines = new ListView<>();

    /** A line. {@code sign} is empty for a path, else − or +. */
    record Line(String sign, String words) {}

    DiffPane(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        setId("diff");
        head.getStyleClass().addAll("note", "quiet", "diff-head");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        lines.setId("diff-lines");
        lines.setAccessibleText(texts.get("diff.name"));
        lines.getStyleClass().add("diff-lines");
        lines.setFixedCellSize(20);
        lines.setCellFactory(ignored -> new Cell());
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, lines);
        setMinHeight(0);
    }

    void show(@Nullable Difference difference) {
        lines.getItems().clear();
        if (difference == null) {
            head.setText(texts.get("diff.working"));
            return;
        }
        Row previous = difference.previous();
        JsonDiff.Result result = difference.result();
        if (previous == null) {
            head.setText(texts.get(difference.bounded() ? "diff.far" : "diff.first", difference.row().event()));
        } else if (result == null) {
            head.setText(texts.get("diff.unreadable", previous.n()));
        } else {
            String when = texts.formats().time(instant(previous.timeNanos()), zone);
            head.setText(
                    result.same()
                            ? texts.get("diff.same", previous.n(), when)
                            : texts.get("diff.head", previous.n(), when, result.changes().size() + result.more()));
            lines.getItems().setAll(lines(result));
        }
        lines.setVisible(!lines.getItems().isEmpty());
    }

    private static List<Line> lines(JsonDiff.Result result) {
        List<Line> all = new ArrayList<>();
        for (JsonDiff.Change change : result.changes()) {
            all.add(new Line("", change.path()));
            JsonNode before = change.before();
            JsonNode after = change.after();
            if (before != null) {
                all.add(new Line("−", cut(before)));
            }
            if (after != null) {
                all.add(new Line("+", cut(after)));
            }
        }
        return all;
    }

    private static String cut(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("changed", "strong-line");
            if (empty || line == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(line.sign().isEmpty() ? line.words() : line.sign() + " " + line.words());
            setTooltip(new Tooltip(line.words()));
            getStyleClass().add(line.sign().isEmpty() ? "strong-line" : "changed");
        }
    }
}
