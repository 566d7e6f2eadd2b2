package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.socketio.ReservedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks behind {@link ConnectHabits#problems()}. Pure. */
final class HabitChecks {

    private HabitChecks() {}

    static List<SpecProblem> of(ConnectHabits habits) {
        List<SpecProblem> found = new ArrayList<>();
        for (int i = 0; i < habits.answers().size(); i++) {
            rule(habits.answers().get(i), i, found);
        }
        room(habits.joinEvent(), found);
        room(habits.leaveEvent(), found);
        return List.copyOf(found);
    }

    private static void rule(AnswerRule rule, int index, List<SpecProblem> found) {
        if (rule.event().isEmpty()) {
            found.add(new SpecProblem(Field.ANSWER, Code.EMPTY, index, ""));
        } else if (ReservedEvents.contains(rule.event())) {
            found.add(new SpecProblem(Field.ANSWER, Code.RESERVED, index, rule.event()));
        }
        if (rule.namespace().indexOf(',') >= 0 || rule.namespace().indexOf('?') >= 0) {
            found.add(new SpecProblem(Field.ANSWER, Code.NOT_A_PATH, index, rule.namespace()));
        }
        if (rule.delay().isNegative() || rule.delay().compareTo(AnswerRule.LONGEST) > 0) {
            found.add(new SpecProblem(Field.ANSWER, Code.RANGE, index, range()));
        }
        if (rule.answer().isBlank()) {
            return;
        }
        switch (JsonValues.read(rule.answer())) {
            case JsonValues.Reading.Wrong(String detail) ->
                found.add(new SpecProblem(Field.ANSWER, Code.JSON, index, detail));
            case JsonValues.Reading.Read(JsonNode value) when !value.isArray() ->
                found.add(new SpecProblem(Field.ANSWER, Code.NOT_A_LIST, index, rule.answer()));
            case JsonValues.Reading.Read read -> {}
        }
    }

    private static String range() {
        return Duration.ZERO.toMillis() + " ms … " + AnswerRule.LONGEST.toHours() + " h";
    }

    private static void room(String event, List<SpecProblem> found) {
        if (ReservedEvents.contains(event)) {
            found.add(SpecProblem.of(Field.EVENT, Code.RESERVED, event));
        }
    }
}
