package io.sioscope.app.ui.kit;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/**
 * One message where the eye is: in a page, or floating above it. Hidden and without height while it has nothing to say.
 * What informs goes by itself after six seconds; a fault stays until it is dismissed or replaced. It never takes the focus.
 */
public final class MessageBar extends HBox {

    private static final Duration STAY = Duration.seconds(6);

    private final Label words = new Label();
    private final Button action = new Button();
    private final Button dismiss = new Button();
    private final PauseTransition leave = new PauseTransition(STAY);

    /**
     * A bar without a message.
     *
     * @param dismissText the accessible name of the cross
     */
    public MessageBar(String dismissText) {
        getStyleClass().add("message");
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        dismiss.getStyleClass().addAll("flat", "icon-only", "in-row");
        dismiss.setGraphic(Icons.small("mdi2c-close"));
        dismiss.setAccessibleText(dismissText);
        dismiss.setOnAction(event -> hide());
        action.getStyleClass().add("in-row");
        leave.setOnFinished(event -> hide());
        hide();
    }

    /**
     * Says something, in place of what it said before.
     *
     * @param kind its colour, icon and how long it stays
     * @param text one sentence or two
     */
    public void say(MessageKind kind, String text) {
        say(kind, text, "", () -> {});
    }

    /**
     * Says something and offers one thing to do about it.
     *
     * @param kind its colour, icon and how long it stays
     * @param text one sentence or two
     * @param actionText the button's words; empty for no button
     * @param then what the button does, after the message left
     */
    public void say(MessageKind kind, String text, String actionText, Runnable then) {
        leave.stop();
        getStyleClass().removeAll("ok", "fault");
        if (!kind.styleClass().isEmpty()) {
            getStyleClass().add(kind.styleClass());
        }
        words.setText(text);
        setAccessibleText(text);
        action.setText(actionText);
        action.setOnAction(event -> {
            hide();
            then.run();
        });
        getChildren().setAll(Icons.of(kind.icon(), kind.iconClass()), words);
        if (!actionText.isEmpty()) {
            getChildren().add(action);
        }
        getChildren().add(dismiss);
        setVisible(true);
        setManaged(true);
        if (kind != MessageKind.FAULT) {
            leave.playFromStart();
        }
    }

    /** Takes the message away. */
    public void hide() {
        leave.stop();
        setVisible(false);
        setManaged(false);
    }

    /**
     * The words that stand there now.
     *
     * @return empty when hidden
     */
    public String text() {
        return isVisible() ? words.getText() : "";
    }
}
