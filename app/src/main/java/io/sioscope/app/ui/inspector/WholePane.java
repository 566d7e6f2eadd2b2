package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.PrettyJson;
import io.sioscope.app.inspect.WholeJson;
import io.sioscope.app.ui.kit.VirtualList;
import io.sioscope.app.ui.kit.VirtualRow;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** JSON of any length: only the lines in sight exist. A picked line can be copied. */
final class WholePane extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 18;
    private static final double NUMBER = 64;
    private static final double GAP = 12;

    private final WholeJson lines;
    private final VirtualList<Line> list = new VirtualList<>(ROW, Line::new);

    WholePane(WholeJson lines, String name) {
        this.lines = lines;
        getStyleClass().addAll("code", "whole-json");
        list.setAccessibleText(name);
        list.followingProperty().set(false);
        list.reset(lines.count());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int picked = list.selectedIndexProperty().get();
            if (COPY.match(event) && picked >= 0) {
                ArgumentsPane.toClipboard(lines.line(picked).text().strip());
                event.consume();
            }
        });
        getChildren().add(list);
        setMinHeight(0);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private final class Line extends VirtualRow {
        private final Label number = new Label();
        private final TextFlow text = new TextFlow();

        Line() {
            getStyleClass().add("whole-line");
            number.getStyleClass().addAll("lineno", "whole-number");
            number.setManaged(false);
            text.setManaged(false);
            getChildren().addAll(number, text);
        }

        @Override
        protected void show(int position) {
            number.setText(Integer.toString(position + 1));
            text.getChildren().clear();
            WholeJson.Line line = lines.line(position);
            int at = 0;
            for (PrettyJson.Span span : line.spans()) {
                Text piece = new Text(line.text().substring(at, at + span.length()));
                boolean string = span.token() == PrettyJson.Token.TEXT;
                piece.getStyleClass().setAll("text", string ? "text-token" : span.token().name().toLowerCase(Locale.ROOT));
                text.getChildren().add(piece);
                at += span.length();
            }
            requestLayout();
        }

        @Override
        protected String spoken() {
            return lines.line(index()).text().strip();
        }

        @Override
        protected void layoutChildren() {
            number.resizeRelocate(0, 0, NUMBER, getHeight());
            text.resizeRelocate(NUMBER + GAP, 1, Math.max(getWidth(), text.prefWidth(-1)), getHeight());
        }
    }
}
