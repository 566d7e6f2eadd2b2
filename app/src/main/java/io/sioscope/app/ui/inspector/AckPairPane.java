package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Texts;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Both halves of an acknowledgement, one above the other, with the time between; or why there is only one. */
final class AckPairPane extends StackPane {

    private final Texts texts;
    private final LongConsumer goTo;
    private final JsonPane asked;
    private final JsonPane answered;
    private final Label askedFacts = new Label();
    private final Label answeredFacts = new Label();
    private final Button askedLink = link();
    private final Button answeredLink = link();
    private final VBox pair;
    private final EmptyState none = new EmptyState();

    /**
     * An empty pane.
     *
     * @param texts words of this package
     * @param model lets long work be done elsewhere
     * @param goTo takes the number of a packet that the person wants to see
     */
    AckPairPane(Texts texts, InspectorViewModel model, LongConsumer goTo) {
        this.texts = texts;
        this.goTo = goTo;
        asked = new JsonPane(texts, texts.get("pair.asked"), model);
        answered = new JsonPane(texts, texts.get("pair.answered"), model);
        pair = new VBox(head(askedFacts, askedLink), asked, head(answeredFacts, answeredLink), answered);
        VBox.setVgrow(asked, Priority.ALWAYS);
        VBox.setVgrow(answered, Priority.ALWAYS);
        setMinHeight(0);
        getChildren().addAll(pair, none);
    }

    private static Button link() {
        Button button = new Button();
        button.getStyleClass().addAll("link-button", "in-row", "mono");
        return button;
    }

    private static HBox head(Label facts, Button link) {
        facts.getStyleClass().add("wire-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, facts, space, link);
        head.getStyleClass().add("pair-head");
        return head;
    }

    /**
     * Shows the halves.
     *
     * @param now a packet, alone or with its other half
     * @param nowNanos the capture's clock
     */
    void show(Inspected now, long nowNanos) {
        Row otherRow = now.otherRow();
        Inspection other = now.other();
        boolean whole = otherRow != null && other != null;
        pair.setVisible(whole);
        none.setVisible(!whole);
        if (otherRow == null || other == null) {
            none.say(alone(now.row(), nowNanos), "", () -> {});
            return;
        }
        boolean isAnswer = now.row().ackState() == AckState.ANSWER || now.row().ackState() == AckState.DUPLICATE;
        Row first = isAnswer ? otherRow : now.row();
        Row second = isAnswer ? now.row() : otherRow;
        askedFacts.setText(texts.get("pair.asked.facts", first.event()));
        answeredFacts.setText(
                texts.get("pair.answered.facts", texts.formats().latency(Math.max(0, second.latencyNanos()))));
        point(askedLink, first.n());
        point(answeredLink, second.n());
        Inspection question = isAnswer ? other : now.packet();
        Inspection answer = isAnswer ? now.packet() : other;
        asked.show(question.json(), question::wholeText);
        answered.show(answer.json(), answer::wholeText);
    }

    private void point(Button link, long number) {
        link.setText("#" + texts.formats().count(number));
        link.setOnAction(event -> goTo.accept(number));
    }

    private String alone(Row row, long nowNanos) {
        return switch (row.ackState()) {
            case NONE, ACKED, ANSWER, DUPLICATE -> texts.get("pair.none");
            case AWAITED -> texts.get("pair.awaited", texts.formats().latency(Math.max(0, nowNanos - row.timeNanos())));
            case NEVER -> texts.get("pair.never");
            case UNASKED -> texts.get("pair.unasked");
        };
    }
}
