package io.sioscope.app.workbench;

import java.util.ArrayList;
import java.util.List;

/**
 * What a connection does by itself, and what it knows of the server's application. It can be changed while connected.
 * Immutable.
 *
 * @param answers what is answered without a person; one for a namespace goes before one for all, then the first
 * @param joinEvent the event by which this application's clients ask to be put into a room; blank where it is not known
 * @param leaveEvent the event by which they ask to be taken out of one; blank where it is not known
 */
public record ConnectHabits(List<AnswerRule> answers, String joinEvent, String leaveEvent) {

    /** Nothing by itself, nothing known. */
    public static final ConnectHabits NONE = new ConnectHabits(List.of(), "", "");

    /** Keeps a copy. */
    public ConnectHabits {
        answers = List.copyOf(answers);
    }

    /** The same with other answers. */
    public ConnectHabits withAnswers(List<AnswerRule> changed) {
        return new ConnectHabits(changed, joinEvent, leaveEvent);
    }

    /** The same with one more answer, which takes the place of one for the same event in the same namespace. */
    public ConnectHabits withAnswer(AnswerRule added) {
        List<AnswerRule> all = new ArrayList<>(answers);
        all.replaceAll(each -> each.isFor(added) ? added : each);
        if (!all.contains(added)) {
            all.add(added);
        }
        return withAnswers(all);
    }

    /** The same with other events for rooms. */
    public ConnectHabits withRoomEvents(String join, String leave) {
        return new ConnectHabits(answers, join, leave);
    }

    /** Whatever keeps this from being used; empty where all is well. Never throws. */
    public List<SpecProblem> problems() {
        return HabitChecks.of(this);
    }

    /** Says nothing of the answers, which may be secret. */
    @Override
    public String toString() {
        return "ConnectHabits[" + answers.size() + " answers, " + joinEvent + ", " + leaveEvent + "]";
    }
}
