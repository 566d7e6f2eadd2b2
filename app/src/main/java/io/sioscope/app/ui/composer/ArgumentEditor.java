package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.inspect.JsonText;
import io.sioscope.app.inspect.PrettyJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * The text of one argument, in as many lines as it has. Enter makes a line, Tab leaves; what cannot be edited without making the
 * window wait never gets in, but goes straight to the argument.
 */
final class ArgumentEditor extends CodeArea {

    private final ArgumentRow row;
    private boolean adjusting;

    ArgumentEditor(ArgumentRow row) {
        this.row = row;
        getStyleClass().add("argument-editor");
        setWrapText(false);
        setMinWidth(0);
        // The line that the constructor makes has no parents yet: styling it would only log that colours are unknown.
        replaceText("x");
        replaceText("");
        getUndoManager().forgetHistory();
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        textProperty().addListener((property, before, now) -> onTyped(now));
        Listening.to(this, row.textProperty(), (property, before, now) -> take(now));
        Listening.to(this, row.kindProperty(), ignored -> colour());
        Listening.to(this, row.problemAtProperty(), ignored -> colour());
        Listening.to(this, row.problemProperty(), ignored -> colour());
        take(row.textProperty().get());
        getUndoManager().forgetHistory();
    }

    /** What may be written here, shown while nothing is. */
    void prompt(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("quiet", "argument-prompt");
        setPlaceholder(label, Pos.CENTER_LEFT);
    }

    /** How many lines there are. */
    int lines() {
        return getParagraphs().size();
    }

    /** A long text would be laid out before anybody could say that it is too long. */
    @Override
    public void paste() {
        String clip = Clipboard.getSystemClipboard().getString();
        if (clip == null) {
            return;
        }
        String before = getText();
        String now = before.substring(0, getSelection().getStart()) + plain(clip) + before.substring(getSelection().getEnd());
        if (ArgumentForm.of(now) == ArgumentForm.HELD) {
            row.textProperty().set(now);
        } else {
            replaceSelection(plain(clip));
        }
    }

    private String plain(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return row.kindProperty().get() == ArgumentKind.FILE ? lines.replace("\n", "") : lines;
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.TAB && plain) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && plain && row.kindProperty().get() == ArgumentKind.FILE) {
            event.consume();
        }
    }

    private void onTyped(String now) {
        if (!adjusting) {
            adjusting = true;
            row.textProperty().set(now);
            adjusting = false;
            colour();
        }
    }

    private void take(String now) {
        if (adjusting) {
            return;
        }
        adjusting = true;
        replaceText(row.formProperty().get() == ArgumentForm.HELD ? "" : now);
        moveTo(getLength());
        adjusting = false;
        colour();
    }

    private void colour() {
        if (getLength() == 0 || adjusting) {
            return;
        }
        boolean styled = row.formProperty().get() == ArgumentForm.STYLED && row.kindProperty().get() == ArgumentKind.JSON;
        setStyleSpans(0, styled ? spans() : plainSpans());
    }

    private StyleSpans<Collection<String>> plainSpans() {
        return new StyleSpansBuilder<Collection<String>>().add(List.of(), getLength()).create();
    }

    /** The colours of the tokens, cut where the place of a mistake begins and ends. */
    private StyleSpans<Collection<String>> spans() {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int wrong = row.problemAtProperty().get();
        int at = 0;
        for (PrettyJson.Span span : JsonText.tokens(getText())) {
            int end = at + span.length();
            boolean hit = wrong >= at && wrong < end;
            add(spans, span.token(), hit ? wrong - at : span.length(), false);
            if (hit) {
                add(spans, span.token(), 1, true);
                add(spans, span.token(), end - wrong - 1, false);
            }
            at = end;
        }
        return spans.create();
    }

    private static void add(
            StyleSpansBuilder<Collection<String>> spans, PrettyJson.Token token, int length, boolean mistake) {
        List<String> classes = new ArrayList<>();
        classes.add(token == PrettyJson.Token.TEXT ? "text-token" : token.name().toLowerCase(Locale.ROOT));
        if (mistake) {
            classes.add("mistake");
        }
        spans.add(classes, length);
    }
}
