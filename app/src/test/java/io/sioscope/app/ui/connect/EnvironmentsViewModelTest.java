package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workspace.Environment;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentsViewModelTest {

    private final KeptEnvironments kept = new KeptEnvironments();
    private final EnvironmentsViewModel model =
            new EnvironmentsViewModel(kept, new Texts(ConnectViewModel.class, Locale.ENGLISH));

    private Environment inUse() {
        return kept.environments().inUse().orElseThrow();
    }

    private void type(String name, String value) {
        PairRow row = model.values().rows().getLast();
        row.nameProperty().set(name);
        row.valueProperty().set(value);
    }

    @Test
    void editingWithoutAnEnvironmentMakesOneAndWhatIsTypedIsKept() {
        model.edit();
        assertThat(model.editingProperty().get()).isTrue();
        assertThat(inUse().name()).isEqualTo("Environment 1");
        model.nameProperty().set("staging");
        type("token", "abc");
        type("host", "localhost");
        assertThat(inUse().name()).isEqualTo("staging");
        assertThat(inUse().values()).isEqualTo(Map.of("token", "abc", "host", "localhost"));
        model.nameProperty().set(" ");
        assertThat(inUse().name()).isEqualTo("staging");
    }

    @Test
    void eachEnvironmentHasItsOwnValues() {
        model.edit();
        type("token", "one");
        String first = inUse().id();
        model.create();
        assertThat(inUse().name()).isEqualTo("Environment 2");
        assertThat(model.values().active()).isEmpty();
        type("token", "two");
        model.choose(first);
        assertThat(model.values().active().getFirst().valueProperty().get()).isEqualTo("one");
        assertThat(inUse().values()).isEqualTo(Map.of("token", "one"));
        model.choose("");
        assertThat(kept.environments().inUse()).isEmpty();
        assertThat(model.editingProperty().get()).isFalse();
        assertThat(kept.environments().all()).hasSize(2);
    }

    @Test
    void whatCannotBeANameIsMarkedAndNotKept() {
        model.edit();
        type("to ken", "1");
        type("a", "2");
        type("a", "3");
        assertThat(model.values().rows().get(0).problemProperty().get().words()).contains("to ken");
        assertThat(model.values().rows().get(1).problemProperty().get().words()).isEmpty();
        assertThat(model.values().rows().get(2).problemProperty().get().words()).contains("twice");
        assertThat(inUse().values()).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void whoDeletesOneCanHaveItBack() {
        model.edit();
        type("token", "abc");
        Environment before = inUse();
        model.delete();
        assertThat(kept.environments().all()).isEmpty();
        assertThat(model.editingProperty().get()).isFalse();
        kept.undos.getFirst().run();
        assertThat(inUse()).isEqualTo(before);
    }
}
