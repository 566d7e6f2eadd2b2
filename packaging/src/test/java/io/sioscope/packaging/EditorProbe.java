package io.sioscope.packaging;

import atlantafx.base.theme.PrimerLight;
import java.util.Collection;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.kordamp.ikonli.javafx.FontIcon;

/** A program of its own: shows the libraries that the window stands on, on whatever runtime started it, and says what it saw. */
public final class EditorProbe {

    private EditorProbe() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Application.launch(Shown.class, args);
    }

    /** The window. */
    public static final class Shown extends Application {

        @Override
        public void start(Stage stage) {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            CodeArea area = new CodeArea("{\"a\":1}\nsecond");
            area.setStyleSpans(0, spans());
            stage.setScene(new Scene(new VBox(new FontIcon("mdi2a-abacus"), new VirtualizedScrollPane<>(area)), 400, 300));
            stage.show();
            area.selectRange(1, 4);
            area.getCaretBounds();
            stage.getScene().snapshot(null);
            String module = String.valueOf(Control.class.getModule().getName());
            System.out.println("module " + module + ": " + area.getParagraphs().size() + " paragraphs");
            Platform.exit();
        }

        private static StyleSpans<Collection<String>> spans() {
            StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
            builder.add(List.of("key"), 4);
            return builder.create();
        }
    }
}
