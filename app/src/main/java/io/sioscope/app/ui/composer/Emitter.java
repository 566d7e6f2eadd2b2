package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.protocol.socketio.Arguments;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the composer asks of the program. */
public interface Emitter {

    /**
     * Sends an event.
     *
     * @return completes on any thread with what became of it, never exceptionally
     */
    CompletableFuture<EmitOutcome> emit(EmitRequest request);

    /**
     * Gives an acknowledgement that the other side asked for.
     *
     * @return false where it is not waited for any more
     */
    boolean answer(AckRequest.Key key, Arguments arguments);

    /** The names of the events that were seen so far, in no order; a copy, any thread. */
    List<String> seenEvents();
}
