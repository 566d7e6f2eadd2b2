package io.sioscope.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.HeldExecutor;
import io.sioscope.app.ui.port.EventDraft;
import io.sioscope.app.ui.port.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What the inspector's model does elsewhere than on the JavaFX thread, and with how much. */
class InspectorLargeTest {

    private final FakeSource source = FakeSource.sample();
    private final Selection selection = new Selection();
    private final FakeActions actions = new FakeActions();
    private final HeldExecutor workers = new HeldExecutor();

    private static String tenMegabytes(String value) {
        return "[" + (value + ",").repeat(10_000_000 / (value.length() + 1)) + value + "]";
    }

    @Test
    void tenMegabytesAreReadAndTakenApartByAWorker() {
        source.event(13_000, "42/chat,", "large", tenMegabytes("{\"a\":[1,2,3]}"), AckState.NONE, 0);
        InspectorViewModel model = new InspectorViewModel(source, selection, workers, actions);
        selection.packetProperty().set(13_000);
        assertThat(model.shownProperty().get()).isNull();
        assertThat(workers.waiting()).isEqualTo(1);
        workers.release();
        Inspected shown = Objects.requireNonNull(model.shownProperty().get());
        assertThat(shown.packet().json().text().length()).isLessThan(1_000_000);
        assertThat(shown.packet().json().isCut()).isTrue();

        LazyItem root = LazyItem.root(shown.packet());
        root.openSmall();
        LazyItem list = (LazyItem) root.getChildren().getFirst();
        assertThat(list.isMade()).as("a large list stays closed, its lines unmade").isFalse();
        list.setExpanded(true);
        assertThat(list.getChildren()).hasSize(501);
        assertThat(list.getChildren()).allMatch(item -> !((LazyItem) item).isMade());
    }

    @Test
    void sendingCopyingAndComparingAreWorkToo() {
        source.event(13_000, "42/chat,", "large", tenMegabytes("1"), AckState.NONE, 0);
        source.event(13_001, "42/chat,", "large", tenMegabytes("2"), AckState.NONE, 0);
        InspectorViewModel model = new InspectorViewModel(source, selection, workers, actions);
        selection.packetProperty().set(13_001);
        workers.release();
        model.sendAgain();
        model.edit();
        assertThat(actions.sent).isEmpty();
        assertThat(workers.waiting()).isEqualTo(2);
        workers.release();
        assertThat(actions.sent).hasSize(1);
        assertThat(actions.edited).extracting(EventDraft::namespace).containsExactly("/chat");

        model.compare();
        model.compare();
        assertThat(model.comparisonProperty().get()).isInstanceOf(Comparison.Searching.class);
        assertThat(workers.waiting()).as("once for each packet").isEqualTo(1);
        workers.release();
        assertThat(model.comparisonProperty().get()).isInstanceOfSatisfying(Comparison.Compared.class, compared -> {
            assertThat(compared.previous().n()).isEqualTo(13_000);
            assertThat(compared.difference().lines()).hasSize(2_000);
        });
        selection.packetProperty().set(12_402);
        workers.release();
        assertThat(model.comparisonProperty().get()).isInstanceOf(Comparison.NotAsked.class);
    }

    @Test
    void aPacketThatCannotBeSentIsNot() {
        actions.can = false;
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), actions);
        selection.packetProperty().set(12_402);
        assertThat(model.canSendAgainProperty().get()).isFalse();
        model.sendAgain();
        model.edit();
        assertThat(actions.sent).isEmpty();
        actions.can = true;
        model.pull();
        assertThat(model.canSendAgainProperty().get()).isTrue();
        assertThat(model.canEditProperty().get()).isTrue();
        selection.packetProperty().set(12_404);
        assertThat(model.canSendAgainProperty().get()).as("an acknowledgement").isFalse();
    }

    @Test
    void thePacketBeforeIsOfTheSameEventSessionNamespaceAndDirection() {
        source.event(12_900, "42/chat,", "tick", "1", AckState.NONE, 0);
        source.event(12_950, "42/chat,", "other", "1", AckState.NONE, 0);
        source.event(13_000, "42/chat,", "tick", "1", AckState.NONE, 0);
        Row row = Objects.requireNonNull(source.row(13_000));
        assertThat(Objects.requireNonNull(Previous.of(row, source::row, 1_000).row()).n()).isEqualTo(12_900);
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), actions);
        selection.packetProperty().set(13_000);
        model.compare();
        assertThat(model.comparisonProperty().get()).isInstanceOfSatisfying(
                Comparison.Compared.class, compared -> assertThat(compared.difference().isEmpty()).isTrue());
    }

    @Test
    void theSearchLooksAtNoMoreThanItsBoundAndSaysSo() {
        List<Long> asked = new ArrayList<>();
        source.event(13_000, "42/chat,", "tick", "1", AckState.NONE, 0);
        Row row = Objects.requireNonNull(source.row(13_000));
        Previous previous = Previous.of(row, number -> {
            asked.add(number);
            return null;
        }, 500);
        assertThat(asked).hasSize(500);
        assertThat(previous).isEqualTo(new Previous(null, 500, false));
        assertThat(Previous.of(row, number -> null, 1_000_000)).isEqualTo(new Previous(null, 12_999, true));
    }

    @Test
    void aSearchThatIsCalledOffEnds() {
        source.event(13_000, "42/chat,", "tick", "1", AckState.NONE, 0);
        Row row = Objects.requireNonNull(source.row(13_000));
        Thread.currentThread().interrupt();
        try {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Previous.of(row, number -> null, 10_000)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }
}
