package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.PrettyJson;
import io.sioscope.app.ui.kit.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** JSON with line numbers and colours, not to be edited. It lays the text out only while it can be seen. */
final class JsonPane extends VBox {

    private final CodeArea area = new CodeArea();
    private final Label cut = new Label();
    private final Texts texts;
    private PrettyJson json = new PrettyJson("", List.of(), 0, 0);
    private boolean stale;

    /**
     * An empty pane.
     *
     * @param texts words of this package
     * @param name the accessible name
     */
    JsonPane(Texts texts, String name) {
        this.texts = texts;
        getStyleClass().add("json-pane");
        // The line that the area's constructor makes has no parents yet: styling it would only log unknown colours.
        area.replaceText("x");
        area.replaceText("");
        area.setEditable(false);
        area.setAccessibleText(name);
        area.getStyleClass().add("code");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        cut.getStyleClass().addAll("note", "quiet", "cut-note");
        cut.setMaxWidth(Double.MAX_VALUE);
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, cut);
        setMinHeight(0);
        visibleProperty().addListener(ignored -> layOut());
    }

    /**
     * Shows some JSON.
     *
     * @param now what to show
     */
    void show(PrettyJson now) {
        if (!now.equals(json)) {
            json = now;
            stale = true;
            layOut();
        }
    }

    /** The area, for the focus. */
    CodeArea area() {
        return area;
    }

    private static String styleOf(PrettyJson.Token token) {
        return token == PrettyJson.Token.TEXT ? "text-token" : token.name().toLowerCase(Locale.ROOT);
    }

    private void layOut() {
        if (!stale || !isVisible()) {
            return;
        }
        stale = false;
        area.replaceText(json.text());
        if (!json.spans().isEmpty()) {
            StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>(json.spans().size());
            for (PrettyJson.Span span : json.spans()) {
                spans.add(List.of(styleOf(span.token())), span.length());
            }
            area.setStyleSpans(0, spans.create());
        }
        area.moveTo(0);
        area.requestFollowCaret();
        cut.setVisible(json.isCut());
        cut.setManaged(json.isCut());
        cut.setText(texts.get(
                "json.cut", texts.formats().size(json.shownBytes()), texts.formats().size(json.totalBytes())));
    }
}
