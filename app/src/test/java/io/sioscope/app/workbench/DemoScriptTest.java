package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoScriptTest {
    private static List<DemoScript.Step> steps(long seed, int count) {
        DemoScript script = new DemoScript(seed);
        return Stream.generate(script::next).limit(count).toList();
    }

    @Test
    void theSameSeedGivesTheSameCourse() {
        assertThat(steps(7, 500)).isEqualTo(steps(7, 500)).isNotEqualTo(steps(8, 500));
    }

    @Test
    void everybodyComesFirstAndEveryKindOfThingHappensInAllRooms() {
        List<DemoScript.Step> all = steps(7, 500);
        assertThat(all.subList(0, 10)).allSatisfy(step -> assertThat(step).isInstanceOf(DemoScript.Step.Join.class));
        assertThat(all.stream().map(Object::getClass).distinct().count()).isEqualTo(7);
        assertThat(all.stream()
                        .filter(DemoScript.Step.Join.class::isInstance)
                        .map(step -> ((DemoScript.Step.Join) step).place())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(DemoScript.PLACES);
    }
}
