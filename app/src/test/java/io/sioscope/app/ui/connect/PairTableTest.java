package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairTableTest {

    private int changes;
    private final PairTable table = new PairTable(() -> changes++);

    private List<String> lines() {
        return table.rows().stream()
                .map(row -> row.nameProperty().get() + "=" + row.valueProperty().get())
                .toList();
    }

    @Test
    void whatIsFilledInStandsTogetherWithOneEmptyLineBelow() {
        table.set(List.of(Map.entry("a", "1"), Map.entry("b", ""), Map.entry("c", "3")));
        assertThat(lines()).containsExactly("a=1", "b=", "c=3", "=");
        assertThat(changes).as("filling in is one change").isEqualTo(1);
        table.set(List.of(Map.entry("d", "4")));
        assertThat(lines()).containsExactly("d=4", "=");
        table.set(List.of());
        assertThat(lines()).containsExactly("=");
    }

    @Test
    void whoeverTypesIntoTheEmptyLineGetsAnother() {
        table.set(List.of(Map.entry("a", "1")));
        table.rows().getLast().nameProperty().set("b");
        table.rows().get(0).valueProperty().set("2");
        assertThat(lines()).containsExactly("a=2", "b=", "=");
        assertThat(changes).isEqualTo(3);
        table.remove(table.rows().getLast());
        assertThat(table.rows()).as("the empty line stays").hasSize(3);
    }
}
