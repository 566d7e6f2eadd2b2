package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.socketio.Arguments;
import org.junit.jupiter.api.Test;

class RoomAsksTest {
    private final RoomAsks asks = new RoomAsks();
    private final ConnectHabits habits = ConnectHabits.NONE.withRoomEvents("join:room", "leave:room");

    @Test
    void whatWasAskedIsWhatWasNotGivenUpSince() {
        asks.sent("/", "join:room", Arguments.of("lobby"));
        asks.sent("/chat", "join:room", Arguments.of("lobby"));
        asks.sent("/", "join:room", Arguments.of("news"));
        asks.sent("/", "leave:room", Arguments.of("lobby"));
        asks.sent("/", "say", Arguments.of("lobby"));
        assertThat(asks.asked(habits)).containsExactly(new RoomAsk("/chat", "lobby"), new RoomAsk("/", "news"));
        asks.sent("/", "join:room", Arguments.of("lobby"));
        assertThat(asks.asked(habits)).last().isEqualTo(new RoomAsk("/", "lobby"));
        asks.forget("/");
        assertThat(asks.asked(habits)).containsExactly(new RoomAsk("/chat", "lobby"));
        assertThat(asks.asked(ConnectHabits.NONE)).isEmpty();
    }

    @Test
    void eventsWithOneTextAreOfferedByTheirName() {
        asks.sent("/", "Join:Room", Arguments.of("a"));
        asks.sent("/", "join:room", Arguments.of(1));
        asks.sent("/", "joinAll", Arguments.of("a", "b"));
        asks.sent("/", "joinNone", Arguments.NONE);
        asks.sent("/", "say", Arguments.of("join"));
        asks.sent("/", "unsubscribe", Arguments.of("a"));
        asks.sent("/", "subscribe", Arguments.of("a"));
        asks.sent("/", "subscribe", Arguments.of("b"));
        asks.sent("/", "leave", Arguments.of("a"));
        assertThat(asks.joining()).containsExactly("Join:Room", "subscribe");
        assertThat(asks.leaving()).containsExactly("unsubscribe", "leave");
    }

    @Test
    void theOldestIsForgottenFirst() {
        asks.sent("/", "join:room", Arguments.of("first"));
        for (int i = 0; i < RoomAsks.LIMIT; i++) {
            asks.sent("/", "join:room", Arguments.of("room " + i));
        }
        assertThat(asks.asked(habits))
                .hasSize(RoomAsks.LIMIT)
                .doesNotContain(new RoomAsk("/", "first"));
    }
}
