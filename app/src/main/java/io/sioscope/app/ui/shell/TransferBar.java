package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** What opening and exporting say, above the status bar: nothing, progress, a question, or how it went. */
final class TransferBar extends HBox {

    private static final Duration STAY = Duration.seconds(6);

    private final Texts texts;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button write = new Button();
    private final Button cancel = new Button();
    private final Button dismiss = new Button();
    private final List<Node> busy = List.of(bar, words, cancel);
    private final PauseTransition leave = new PauseTransition(STAY);

    TransferBar(Transfers transfers, Texts texts) {
        this.texts = texts;
        setId("transfer");
        getStyleClass().addAll("message", "transfer-bar");
        words.setId("transfer-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        write.setId("transfer-write");
        write.setText(texts.get("transfer.write"));
        write.setOnAction(event -> transfers.confirm());
        cancel.setId("transfer-cancel");
        cancel.setText(texts.get("transfer.cancel"));
        cancel.setOnAction(event -> transfers.cancel());
        dismiss.getStyleClass().addAll("flat", "icon-only");
        dismiss.setGraphic(Icons.small("mdi2c-close"));
        dismiss.setAccessibleText(texts.get("dismiss"));
        dismiss.setOnAction(event -> transfers.dismiss());
        bar.setPrefWidth(160);
        for (Button button : new Button[] {write, cancel}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        leave.setOnFinished(event -> transfers.dismiss());
        Listening.to(this, transfers.noticeProperty(), (property, before, now) -> show(now));
        show(transfers.noticeProperty().get());
    }

    private void show(Transfers.Notice notice) {
        leave.stop();
        boolean any = notice.kind() != Transfers.Notice.Kind.NONE;
        setVisible(any);
        setManaged(any);
        words.setText(notice.words());
        getStyleClass().removeAll("ok", "fault");
        switch (notice.kind()) {
            case NONE -> {}
            case BUSY -> {
                // The words change many times a second; whoever is on the button stays there.
                if (!getChildren().equals(busy)) {
                    getChildren().setAll(busy);
                }
            }
            case QUESTION -> {
                getChildren().setAll(Icons.of("mdi2s-shield-key-outline", "plain"), words, write, cancel);
                write.requestFocus();
            }
            case DONE -> {
                getStyleClass().add("ok");
                getChildren().setAll(Icons.of("mdi2c-check-circle", "ok-text"), words, dismiss);
                leave.playFromStart();
            }
            case FAILED -> {
                getStyleClass().add("fault");
                getChildren().setAll(Icons.of("mdi2a-alert-octagon", "fault"), words, dismiss);
            }
        }
        setAccessibleText(texts.get("said", texts.get("product"), notice.words()));
    }
}
