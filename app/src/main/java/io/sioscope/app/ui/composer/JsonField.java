package io.sioscope.app.ui.composer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * JSON on one line or more, coloured as it is typed, underlined where it breaks. It grows with its lines. Enter begins a line, Tab
 * leaves the field. Very long texts stay plain, so that pasting them is quick.
 */
final class JsonField extends StyleClassedTextArea {

    /** Above this many characters nothing is coloured. */
    static final int MOST_COLOURED = 200_000;

    private static final double LINE = 18;
    private static final double AROUND = 10;
    private static final int MOST_LINES = 20;
    private static final int MOST_COUNTED = 20_000;

    private final ArgumentRow row;
    private boolean writing;

    JsonField(ArgumentRow row) {
        this.row = row;
        getStyleClass().addAll("json-field", "mono");
        setMinWidth(40);
        setWrapText(true);
        // The line that the constructor makes has no parents yet: styling it would only log unknown colours.
        replaceText("x");
        replaceText("");
        getUndoManager().forgetHistory();
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        textProperty().addListener((property, before, now) -> {
            if (!writing) {
                row.textProperty().set(now);
            }
            fit();
        });
        row.textProperty().addListener((property, before, now) -> write(now));
        row.errorAtProperty().addListener(ignored -> colour());
        widthProperty().addListener(ignored -> fit());
        write(row.textProperty().get());
        fit();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void write(String text) {
        if (!text.equals(getText())) {
            writing = true;
            replaceText(text);
            moveTo(text.length());
            writing = false;
        }
        colour();
    }

    /** Says what may be typed here. */
    void prompt(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("quiet", "json-prompt");
        setPlaceholder(label, Pos.TOP_LEFT);
    }

    private void fit() {
        String text = getText();
        double perLine = Math.max(20, (getWidth() - 16) / 7.2);
        int lines = 0;
        if (text.length() > MOST_COUNTED) {
            lines = MOST_LINES;
        } else {
            for (String line : text.split("\n", -1)) {
                lines += 1 + (int) (line.length() / perLine);
            }
        }
        double height = Math.clamp(lines, 1, MOST_LINES) * LINE + AROUND;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void colour() {
        String text = getText();
        if (text.isEmpty() || text.length() > MOST_COLOURED) {
            return;
        }
        StyleSpansBuilder<Collection<String>> colours = new StyleSpansBuilder<>();
        int at = 0;
        for (JsonTokens.Token token : JsonTokens.of(text)) {
            colours.add(List.of(), token.from() - at);
            colours.add(List.of(token.style()), token.to() - token.from());
            at = token.to();
        }
        colours.add(List.of(), text.length() - at);
        var spans = colours.create();
        int wrong = row.errorAtProperty().get();
        if (wrong >= 0) {
            int from = Math.min(wrong, text.length() - 1);
            StyleSpansBuilder<Collection<String>> marks = new StyleSpansBuilder<>();
            marks.add(List.of(), from);
            marks.add(List.of("json-wrong"), Math.max(1, endOfMark(text, from) - from));
            int end = Math.max(from + 1, endOfMark(text, from));
            marks.add(List.of(), text.length() - end);
            spans = spans.overlay(marks.create(), JsonField::both);
        }
        setStyleSpans(0, spans);
    }

    private static int endOfMark(String text, int from) {
        int end = from + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        return other.isEmpty() ? one : one.isEmpty() ? other : Set.of(one.iterator().next(), other.iterator().next());
    }
}
