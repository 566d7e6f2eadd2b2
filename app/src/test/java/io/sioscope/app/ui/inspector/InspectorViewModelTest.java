package io.sioscope.app.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.port.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {

    private final FakeSource source = FakeSource.sample();
    private final Selection selection = new Selection();

    @Test
    void showsWhatIsPickedWithTheOtherHalf() {
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions());
        assertThat(model.shownProperty().get()).isNull();

        selection.packetProperty().set(12_402);
        Inspected shown = Objects.requireNonNull(model.shownProperty().get());
        assertThat(shown.row().n()).isEqualTo(12_402);
        assertThat(shown.packet().tree()).hasSize(2);
        assertThat(Objects.requireNonNull(shown.otherRow()).n()).isEqualTo(12_404);
        assertThat(Objects.requireNonNull(shown.other()).argumentsText()).isEqualTo("[{\"ok\":true,\"id\":\"m_90412\"}]");
    }

    @Test
    void anAcknowledgementThatComesLaterIsShownWithoutPickingAgain() {
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions());
        selection.packetProperty().set(12_826);
        model.pull();
        assertThat(Objects.requireNonNull(model.shownProperty().get()).other()).isNull();

        source.event(12_826, "42/chat,3", "order:confirm", "{\"order\":8812}", AckState.ACKED, 12_830);
        source.ack(12_830, "43/chat,3", "true", 12_826);
        model.pull();
        assertThat(Objects.requireNonNull(model.shownProperty().get()).other()).isNotNull();
    }

    @Test
    void aPacketThatCannotBeReadSaysSo() {
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions());
        source.entries.remove(12_402L);
        selection.packetProperty().set(12_402);

        assertThat(model.shownProperty().get()).isNull();
        assertThat(model.problemProperty().get()).isEqualTo("#12402: the file ends before it");

        selection.packetProperty().set(12_826);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void theReadingOfWhatIsPickedNoMoreIsCalledOff() {
        List<Long> cancelled = new ArrayList<>();
        FxExecutor never = new FxExecutor() {
            @Override
            public void later(Runnable task) {
                task.run();
            }

            @Override
            public <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
                long number = selection.packetProperty().get();
                return () -> cancelled.add(number);
            }
        };
        InspectorViewModel model = new InspectorViewModel(source, selection, never, new FakeActions());
        selection.packetProperty().set(12_402);
        selection.packetProperty().set(12_826);

        assertThat(cancelled).containsExactly(12_402L);
        assertThat(model.shownProperty().get()).isNull();
    }

    @Test
    void aPacketOfAnotherSessionIsNotShownAndComesBackWithItsSession() {
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions());
        selection.sessionProperty().set("s1");
        selection.packetProperty().set(12_402);
        selection.sessionProperty().set("s2");
        assertThat(model.shownProperty().get()).isNull();

        selection.sessionProperty().set("s1");
        assertThat(model.shownProperty().get()).isNotNull();
    }

    @Test
    void goingToTheOtherHalfPicksIt() {
        InspectorViewModel model = new InspectorViewModel(source, selection, new DirectExecutor(), new FakeActions());
        model.goTo(12_404);

        assertThat(Objects.requireNonNull(model.shownProperty().get()).row().ackState()).isEqualTo(AckState.ANSWER);
    }
}
