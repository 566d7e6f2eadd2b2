package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.Listening;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * A line of text whose words are boxed once they are understood, and marked where they are not. It is a text area held to one
 * line, since RichTextFX's own text field only starts under one of JavaFX's built-in themes.
 */
final class FilterField extends StyleClassedTextArea {

    private boolean adjusting;

    /** An empty field. */
    FilterField() {
        getStyleClass().addAll("filter-text", "mono");
        setMinWidth(0);
        setWrapText(false);
        replaceLineMadeTooEarly();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /** The line that the constructor makes has no parents yet: styling it would only log that colours are unknown. */
    private void replaceLineMadeTooEarly() {
        replaceText("x");
        replaceText("");
        getUndoManager().forgetHistory();
    }

    /** Whatever is typed or pasted stays on the one line. */
    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, text.replaceAll("\\s+", " "));
    }

    /**
     * Keeps a text and this field alike, and colours its words.
     *
     * @param text the filter as typed
     * @param reading what was understood of it
     */
    void bindTo(StringProperty text, ObservableValue<FilterReading> reading) {
        Listening.to(this, reading, (property, before, now) -> colour(now));
        textProperty().addListener((property, before, now) -> {
            if (!adjusting) {
                text.set(now);
            }
        });
        Listening.to(this, text, (property, before, now) -> {
            if (!now.equals(getText())) {
                adjusting = true;
                replaceText(now);
                moveTo(now.length());
                adjusting = false;
                colour(reading.getValue());
            }
        });
    }

    /**
     * Says what may be typed here.
     *
     * @param words shown while the field is empty
     */
    void prompt(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("quiet", "filter-prompt");
        setPlaceholder(label, Pos.CENTER_LEFT);
    }

    private void colour(FilterReading reading) {
        int length = getLength();
        if (length == 0) {
            return;
        }
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (FilterReading.Token token : reading.tokens()) {
            int from = Math.clamp(token.from(), at, length);
            int to = Math.clamp(token.to(), from, length);
            spans.add(Collections.emptyList(), from - at);
            spans.add(List.of(token.understood() ? "understood" : "misunderstood"), to - from);
            at = to;
        }
        spans.add(Collections.emptyList(), length - at);
        StyleSpans<Collection<String>> made = spans.create();
        setStyleSpans(0, made);
    }
}
