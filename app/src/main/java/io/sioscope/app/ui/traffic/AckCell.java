package io.sioscope.app.ui.traffic;

import io.sioscope.app.ui.kit.Formats;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The last cell of a row: an acknowledgement that came (arrow, bar on a logarithmic scale, time), one that is waited for
 * (hourglass, waiting time, and a button where we are asked), or one that never came.
 */
final class AckCell extends Region {

    private static final double PADDING = 8;
    private static final double MAX_BUTTON_WIDTH = 80;

    private final Texts texts;
    private final Formats formats;
    private final FontIcon came = Icons.small("mdi2k-keyboard-return", "ack");
    private final FontIcon awaited = Icons.small("mdi2t-timer-sand", "ack");
    private final FontIcon never = Icons.small("mdi2c-comment-remove-outline", "fault");
    private final Region bar = new Region();
    private final Label time = new Label();
    private final Label failed = new Label();
    private final Button answer = new Button();
    private double barWidth;
    private RowAck shown = RowAck.NONE;

    /**
     * An empty cell.
     *
     * @param texts words of this package
     * @param onAnswer told when the button is pressed
     */
    AckCell(Texts texts, Runnable onAnswer) {
        this.texts = texts;
        this.formats = texts.formats();
        bar.getStyleClass().add("ack-bar");
        time.getStyleClass().addAll("cell", "ack-time");
        failed.getStyleClass().addAll("cell", "ack-never");
        failed.setAlignment(Pos.CENTER_RIGHT);
        answer.setText(texts.get("ack.answer"));
        answer.getStyleClass().addAll("in-row", "answer");
        answer.setFocusTraversable(false);
        answer.setOnAction(event -> onAnswer.run());
        getChildren().addAll(came, awaited, never, bar, time, failed, answer);
        getChildren().forEach(node -> {
            node.setManaged(false);
            node.setVisible(false);
        });
        setPickOnBounds(false);
    }

    /**
     * Shows an acknowledgement.
     *
     * @param now what to show
     * @param model knows the clock
     */
    void show(RowAck now, TrafficViewModel model) {
        boolean sameForm = now.getClass() == shown.getClass();
        shown = now;
        switch (now) {
            case RowAck.None none -> { }
            case RowAck.Came answered -> {
                set(time, formats.latency(answered.latencyNanos()));
                barWidth = barWidth(answered.latencyNanos());
            }
            case RowAck.Awaited waiting -> {
                set(time, formats.latency(model.waitedNanos(waiting.sinceNanos())));
                answer.setVisible(waiting.ours());
            }
            case RowAck.Never lost -> set(failed, lostWords(lost));
        }
        if (!sameForm) {
            came.setVisible(now instanceof RowAck.Came);
            bar.setVisible(now instanceof RowAck.Came);
            awaited.setVisible(now instanceof RowAck.Awaited);
            time.setVisible(now instanceof RowAck.Came || now instanceof RowAck.Awaited);
            never.setVisible(now instanceof RowAck.Never);
            failed.setVisible(now instanceof RowAck.Never);
            if (!(now instanceof RowAck.Awaited)) {
                answer.setVisible(false);
            }
        }
        if (!sameForm || now instanceof RowAck.Came) {
            requestLayout();
        }
    }

    /** What a screen reader says of it. */
    String spoken() {
        return switch (shown) {
            case RowAck.None none -> "";
            case RowAck.Came answered -> texts.get("ack.spoken.came", formats.latency(answered.latencyNanos()));
            case RowAck.Awaited waiting -> texts.get(waiting.ours() ? "ack.spoken.ours" : "ack.spoken.awaited");
            case RowAck.Never lost -> lostWords(lost);
        };
    }

    private String lostWords(RowAck.Never lost) {
        return lost.afterNanos() > 0 ? texts.get("ack.never", formats.latency(lost.afterNanos())) : texts.get("ack.lost");
    }

    /**
     * The bar's length: 24 pixels at 100 ms, logarithmic, so that one millisecond is seen as well as ten seconds.
     *
     * @param nanos latency
     * @return pixels from 2 to 48
     */
    static double barWidth(long nanos) {
        return Math.clamp(Math.rint(2 + 11 * Math.log10(1 + nanos / 1e6)), 2, 48);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double right = getWidth() - PADDING;
        for (FontIcon icon : new FontIcon[] {came, awaited, never}) {
            icon.autosize();
            icon.relocate(PADDING, Math.rint((height - icon.getLayoutBounds().getHeight()) / 2));
        }
        double left = PADDING + 20;
        bar.resizeRelocate(left, Math.rint(height / 2) - 2, barWidth, 4);
        boolean waiting = shown instanceof RowAck.Awaited;
        time.setAlignment(waiting ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        double timeLeft = waiting ? left : left + 24;
        double buttonWidth = Math.min(Math.ceil(answer.prefWidth(-1)), MAX_BUTTON_WIDTH);
        double timeRight = waiting && answer.isVisible() ? right - buttonWidth : right;
        time.resizeRelocate(timeLeft, 0, Math.max(0, timeRight - timeLeft), height);
        failed.resizeRelocate(left, 0, Math.max(0, right - left), height);
        answer.resizeRelocate(right - buttonWidth, Math.rint((height - 20) / 2), buttonWidth, 20);
    }
}
