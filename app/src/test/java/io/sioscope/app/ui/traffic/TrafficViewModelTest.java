package io.sioscope.app.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.Selection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest {

    private final FakeFeed feed = FakeFeed.sample();
    private final Selection selection = new Selection();
    private final TrafficViewModel model = new TrafficViewModel(feed, selection, io.sioscope.app.ui.port.RoomMembers.NONE);

    @Test
    void onePullFiresOneChangeHoweverManyPacketsCame() {
        model.pull();
        List<Number> heard = new ArrayList<>();
        model.shownProperty().addListener((property, before, now) -> heard.add(now));
        feed.addEvents(1000);
        model.pull();

        assertThat(heard).containsExactly(1016);
        assertThat(feed.asked).as("each pull has what is new looked at").isGreaterThanOrEqualTo(2);
        assertThat(model.lookedProperty().get()).isEqualTo(1016);
    }

    @Test
    void pausedRowsWaitAndAreCountedAndComeAfterwards() {
        model.pull();
        model.pausedProperty().set(true);
        feed.addEvents(12);
        model.pull();
        assertThat(model.shownProperty().get()).isEqualTo(16);
        assertThat(model.waitingProperty().get()).isEqualTo(12);

        model.pausedProperty().set(false);
        assertThat(model.shownProperty().get()).isEqualTo(28);
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void aFilterMakesOtherRowsAndKeepsTheCount() {
        model.pull();
        model.filterProperty().set("chat:message");

        assertThat(model.shownProperty().get()).isEqualTo(3);
        assertThat(model.lookedProperty().get()).isEqualTo(16);
        assertThat(model.generationProperty().get()).isEqualTo(1);
        assertThat(feed.closed).isEqualTo(1);
    }

    @Test
    void aFilterThatIsNotUnderstoodLeavesTheRowsAsTheyAre() {
        model.pull();
        model.filterProperty().set("chat:message");
        model.filterProperty().set("chat:message ?");

        assertThat(model.readingProperty().get().good()).isFalse();
        assertThat(model.readingProperty().get().problem()).contains("?");
        assertThat(model.shownProperty().get()).isEqualTo(3);
        assertThat(model.generationProperty().get()).isEqualTo(1);

        model.heartbeatsProperty().set(true);
        assertThat(model.shownProperty().get()).as("the last good filter still holds").isEqualTo(3);
    }

    @Test
    void clearHidesAndCanBeTakenBack() {
        model.pull();
        model.clear();
        assertThat(model.shownProperty().get()).isZero();
        assertThat(model.emptinessProperty().get()).isEqualTo(TrafficViewModel.Emptiness.CLEARED);
        assertThat(feed.rows).hasSize(16);

        feed.addEvents(2);
        model.pull();
        assertThat(model.shownProperty().get()).isEqualTo(2);

        model.showCleared();
        assertThat(model.shownProperty().get()).isEqualTo(18);
    }

    @Test
    void emptinessSaysWhy() {
        TrafficViewModel fresh = new TrafficViewModel(new FakeFeed(), selection, io.sioscope.app.ui.port.RoomMembers.NONE);
        fresh.pull();
        assertThat(fresh.emptinessProperty().get()).isEqualTo(TrafficViewModel.Emptiness.NOTHING_YET);

        model.pull();
        assertThat(model.emptinessProperty().get()).isEqualTo(TrafficViewModel.Emptiness.NONE);
        model.filterProperty().set("nowhere");
        assertThat(model.emptinessProperty().get()).isEqualTo(TrafficViewModel.Emptiness.NO_MATCH);
    }

    @Test
    void whatIsPickedIsPickedInTheWindowAndFoundAgainBehindAnotherFilter() {
        model.pull();
        model.select(5);
        assertThat(selection.packetProperty().get()).isEqualTo(12_402);
        assertThat(model.selectedIndex()).isEqualTo(5);

        model.filterProperty().set("chat:message");
        assertThat(model.selectedIndex()).isZero();
        model.filterProperty().set("order");
        assertThat(model.selectedIndex()).isEqualTo(-1);
    }

    @Test
    void answeringPicksThePacketAndAsksTheComposer() {
        model.pull();
        model.answer(model.row(11));

        AnswerRequest request = selection.answeringProperty().get();
        assertThat(request).isEqualTo(new AnswerRequest(12_826, "s1", "/chat", "3f9c", 17, "order:confirm"));
        assertThat(selection.packetProperty().get()).isEqualTo(12_826);
    }

    @Test
    void onlyAcksAskedOfUsCanBeAnswered() {
        model.pull();
        model.answer(model.row(13));
        assertThat(selection.answeringProperty().get()).isNull();
    }

    @Test
    void rowsAreShownAnewWhenAnAckComesOrTimeGoesBy() {
        model.pull();
        long before = model.revisionProperty().get();
        model.pull();
        assertThat(model.revisionProperty().get()).isEqualTo(before);

        feed.revision++;
        model.pull();
        assertThat(model.revisionProperty().get()).isEqualTo(before + 1);

        feed.now += 1_000_000_000;
        model.pull();
        assertThat(model.revisionProperty().get()).isEqualTo(before + 2);
        assertThat(model.waitedNanos(FakeFeed.nanos("2026-11-23T10:31:07.250Z"))).isEqualTo(5_200_000_000L);
    }

    @Test
    void wordsAreAddedToTheFilterOnce() {
        model.addToFilter("event:chat");
        model.addToFilter("event:chat");
        model.addToFilter("-event:typing");
        assertThat(model.filterProperty().get()).isEqualTo("event:chat -event:typing");
    }

    @Test
    void anotherSessionIsAnotherSearch() {
        int opened = feed.opened;
        selection.sessionProperty().set("s2");
        selection.namespaceProperty().set("/chat");
        assertThat(feed.opened).isEqualTo(opened + 2);
    }
}
