package io.sioscope.emulator.server;

import io.sioscope.protocol.socketio.Arguments;
import java.util.List;

/**
 * What became of a broadcast that asked for acknowledgements.
 *
 * @param answers the answers in the order in which they came
 * @param expected how many sockets the broadcast went to
 */
public record BroadcastAcks(List<Arguments> answers, int expected) {
    /** Keeps a copy of the list. */
    public BroadcastAcks {
        answers = List.copyOf(answers);
    }

    /** Whether everybody answered before the time ran out. */
    public boolean complete() {
        return answers.size() >= expected;
    }
}
