package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.PrettyJson;
import io.sioscope.app.inspect.WholeJson;
import io.sioscope.app.ui.kit.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * JSON with line numbers and colours, not to be edited. It lays the text out only while it can be seen. Of a long text it shows
 * the start; all of it is shown on demand, in a list that makes only the lines in sight.
 */
final class JsonPane extends VBox {

    private final CodeArea area = new CodeArea();
    private final Label cut = new Label();
    private final Button all = new Button();
    private final HBox foot = new HBox(8, cut, all);
    private final StackPane body = new StackPane();
    private final Texts texts;
    private final InspectorViewModel model;
    private Supplier<String> whole = () -> "";
    private PrettyJson json = new PrettyJson("", List.of(), 0, 0);
    private boolean stale;

    /**
     * An empty pane.
     *
     * @param texts words of this package
     * @param name the accessible name
     * @param model lets long work be done elsewhere
     */
    JsonPane(Texts texts, String name, InspectorViewModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("json-pane");
        // The line that the area's constructor makes has no parents yet: styling it would only log unknown colours.
        area.replaceText("x");
        area.replaceText("");
        area.setEditable(false);
        area.setAccessibleText(name);
        area.getStyleClass().add("code");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        cut.getStyleClass().addAll("note", "quiet", "cut-note");
        cut.setMinWidth(0);
        all.getStyleClass().add("in-row");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> showAll());
        foot.getStyleClass().add("cut-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        body.getChildren().add(scroll);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(body, foot);
        setMinHeight(0);
        visibleProperty().addListener(ignored -> layOut());
    }

    /**
     * Shows some JSON.
     *
     * @param now what to show
     * @param text all of it, for the case that it is cut and wanted whole; called on a worker
     */
    void show(PrettyJson now, Supplier<String> text) {
        whole = text;
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
        dropList();
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
        foot.setVisible(json.isCut());
        foot.setManaged(json.isCut());
        all.setVisible(true);
        all.setText(texts.get("json.all", texts.formats().size(json.totalBytes())));
        cut.setText(texts.get(
                "json.cut", texts.formats().size(json.shownBytes()), texts.formats().size(json.totalBytes())));
    }

    private void dropList() {
        if (body.getChildren().size() > 1) {
            body.getChildren().removeLast();
        }
    }

    private void showAll() {
        PrettyJson asked = json;
        Supplier<String> text = whole;
        all.setVisible(false);
        model.work(() -> WholeJson.of(text.get()), lines -> {
            if (asked.equals(json)) {
                dropList();
                WholePane list = new WholePane(lines, area.getAccessibleText());
                body.getChildren().add(list);
                list.requestFocus();
                cut.setText(texts.get("json.whole", lines.count()));
            }
        });
    }
}
