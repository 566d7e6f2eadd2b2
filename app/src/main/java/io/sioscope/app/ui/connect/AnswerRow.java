package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.AnswerRule;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One line of the table of answers, as typed. */
final class AnswerRow {

    private static final String MILLIS = "\\d{1,9}";

    private final StringProperty event = new SimpleStringProperty(this, "event", "");
    private final StringProperty namespace = new SimpleStringProperty(this, "namespace", "");
    private final StringProperty answer = new SimpleStringProperty(this, "answer", "");
    private final StringProperty delay = new SimpleStringProperty(this, "delay", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyObjectWrapper<Cell> wrong = new ReadOnlyObjectWrapper<>(this, "wrong", Cell.NONE);

    /** One of the line's fields. */
    enum Cell {
        /** None of them. */
        NONE,
        /** The event's name. */
        EVENT,
        /** The namespace. */
        NAMESPACE,
        /** The answer. */
        ANSWER,
        /** The delay. */
        DELAY
    }

    /** Says what is wrong with the line. */
    void say(Cell where, String words) {
        wrong.set(where);
        problem.set(words);
    }

    /** Fills the line in. The event comes last: before it, nothing is answered by a line that is half filled. */
    void fill(AnswerRule rule) {
        namespace.set(rule.namespace());
        answer.set(rule.answer());
        delay.set(rule.delay().isZero() ? "" : Long.toString(rule.delay().toMillis()));
        event.set(rule.event());
    }

    /** What the line says; a delay that is no number of milliseconds is out of every range. */
    AnswerRule rule() {
        String typed = delay.get().strip();
        long millis = typed.isEmpty() ? 0 : typed.matches(MILLIS) ? Long.parseLong(typed) : -1;
        return new AnswerRule(
                namespace.get().strip(), event.get().strip(), answer.get().strip(), Duration.ofMillis(millis));
    }

    boolean isBlank() {
        return event.get().isBlank() && namespace.get().isBlank() && answer.get().isBlank() && delay.get().isBlank();
    }

    StringProperty eventProperty() {
        return event;
    }

    /** Blank for every namespace. */
    StringProperty namespaceProperty() {
        return namespace;
    }

    /** The text of a JSON array. */
    StringProperty answerProperty() {
        return answer;
    }

    /** In milliseconds; blank for none. */
    StringProperty delayProperty() {
        return delay;
    }

    /** What is wrong with the line, in words; empty while it can be used. */
    ReadOnlyStringProperty problemProperty() {
        return problem;
    }

    /** Which of its fields that is. */
    ReadOnlyObjectProperty<Cell> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }
}
