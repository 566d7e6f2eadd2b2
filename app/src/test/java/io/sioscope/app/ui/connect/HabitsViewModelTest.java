package io.sioscope.app.ui.connect;

import static io.sioscope.app.ui.connect.ConnectFixture.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectHabits;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.RoomAsk;
import io.sioscope.app.workbench.RoomsOfClient;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be changed while a connection is open: answers and rooms. */
class HabitsViewModelTest {

    private final ConnectFixture on = new ConnectFixture();
    private final ConnectViewModel page = on.page;

    @Test
    void answersAreTakenOverWhileConnectedOnceTheyCanBeUsed() {
        page.urlProperty().set("localhost:3000");
        AnswerRow row = page.habits().form().rows().getFirst();
        row.eventProperty().set("confirm");
        row.answerProperty().set("[1]");
        page.connect();
        AnswerRule rule = new AnswerRule("", "confirm", "[1]", Duration.ZERO);
        assertThat(on.specs.getLast().habits().answers()).containsExactly(rule);
        row.answerProperty().set("[1");
        assertThat(row.problemProperty().get()).contains("not JSON");
        row.answerProperty().set("[1]");
        row.delayProperty().set("soon");
        assertThat(row.problemProperty().get()).contains("range");
        row.delayProperty().set("250");
        assertThat(row.problemProperty().get()).isEmpty();
        page.habits().form().remove(row);
        assertThat(on.calls)
                .containsExactly(
                        "open after ",
                        "habits of c1: " + List.of(new AnswerRule("", "confirm", "[1]", Duration.ofMillis(250))),
                        "habits of c1: []");
        page.fill("x", ConnectSpec.to("localhost:1").withHabits(ConnectHabits.NONE.withAnswers(List.of(rule))));
        assertThat(page.habits().form().habits().answers()).containsExactly(rule);
        assertThat(page.habits().form().rows()).hasSize(2);
    }

    @Test
    void aRoomIsAskedForWithTheApplicationsOwnEvent() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        on.calls.clear();
        page.habits().joinRoom("/", "lobby");
        page.habits().form().joinEventProperty().set("join:room");
        page.habits().joinRoom("/", "lobby");
        assertThat(on.calls).as("not before it is connected").containsExactly("habits of c1: []");
        on.rooms = new RoomsOfClient(List.of(new RoomAsk("/", "lobby")), List.of(), false, List.of(), List.of());
        page.show(snapshot(new SessionState.Connected(Transport.WEBSOCKET), Optional.empty()));
        assertThat(page.habits().roomsProperty().get()).isEqualTo(on.rooms);
        on.calls.clear();
        page.habits().joinRoom("/chat", " lobby ");
        page.habits().joinRoom("/chat", " ");
        page.habits().leaveRoom("/chat", "lobby");
        page.habits().form().joinEventProperty().set("connect");
        assertThat(page.habits().form().roomProblemProperty().get()).contains("connect");
        page.habits().joinRoom("/chat", "lobby");
        assertThat(on.calls).containsExactly("ask c1 /chat join:room lobby");
    }

    @Test
    void anAnswerByHandBecomesALineOfItsOwnOrTakesTheOneThatIsThere() {
        page.fill("shop", ConnectSpec.to("localhost:1"));
        page.connect();
        on.calls.clear();
        AnswerRule first = new AnswerRule("/", "confirm", "[1]", Duration.ZERO);
        AnswerRule second = new AnswerRule("/", "confirm", "[2]", Duration.ZERO);
        AnswerRule elsewhere = new AnswerRule("/chat", "confirm", "", Duration.ZERO);
        assertThat(page.keepAnswer(first)).isEqualTo(RuleKept.SAVED);
        assertThat(page.keepAnswer(elsewhere)).isEqualTo(RuleKept.SAVED);
        assertThat(page.keepAnswer(second)).isEqualTo(RuleKept.SAVED);
        assertThat(page.habits().form().habits().answers()).containsExactly(second, elsewhere);
        assertThat(page.habits().form().rows()).hasSize(3);
        assertThat(on.calls)
                .as("never anything half filled in")
                .containsExactly(
                        "habits of c1: " + List.of(first),
                        "answer confirm with shop",
                        "habits of c1: " + List.of(first, elsewhere),
                        "answer confirm with shop",
                        "habits of c1: " + List.of(second, elsewhere),
                        "answer confirm with shop");
    }

    @Test
    void aRuleThatIsNotInForceYetIsSaidToBeSo() {
        page.urlProperty().set("localhost:3000");
        page.connect();
        AnswerRow wrong = page.habits().form().rows().getFirst();
        wrong.eventProperty().set("broken");
        wrong.answerProperty().set("[1");
        AnswerRule rule = new AnswerRule("/", "confirm", "[1]", Duration.ZERO);
        assertThat(page.keepAnswer(rule)).isEqualTo(RuleKept.NOT_YET);
        wrong.answerProperty().set("[1]");
        assertThat(page.keepAnswer(rule)).as("never saved under a name").isEqualTo(RuleKept.ON_PAGE);
    }
}
