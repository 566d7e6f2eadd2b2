package io.sioscope.protocol.session;

import io.sioscope.protocol.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client engine asks of the network. The answers are the inputs of the {@link ClientEngine} that the links were
 * made for. Called on the session's thread; nothing here calls back before it returns.
 */
public interface ClientLinks {
    /** Makes the links of an engine. */
    @FunctionalInterface
    interface Factory {
        /** Links that answer to {@code engine}. */
        ClientLinks linksOf(ClientEngine engine);
    }

    /** Who is told what passes; null where nothing is captured. The same at every call. */
    @Nullable ClientTap tap();

    /** Asks for a session by polling. Answered by {@link ClientEngine#onPollAnswer} or {@link ClientEngine#onFailed}. */
    void openPolling();

    /** Asks for a session by WebSocket, which then carries it. */
    void openWebSocket();

    /** Sends the next poll. Answered like {@link #openPolling()}. */
    void poll(String sid);

    /** Sends packets in one request. Answered by {@link ClientEngine#onPosted} or {@link ClientEngine#onFailed}. */
    void post(String sid, List<ClientOutgoing> packets);

    /** Sends a packet over the WebSocket that carries the session. */
    void write(ClientOutgoing packet);

    /** Opens a WebSocket for an upgrade. Answered by {@link ClientEngine#onProbeOpened} or {@link ClientEngine#onProbeFailed}. */
    void openProbe(String sid);

    /** Sends a text packet over the WebSocket of the upgrade. */
    void writeProbe(Bytes packet);

    /** From now on the WebSocket of the upgrade carries the session; no request is in flight, and none follows. */
    void adoptProbe();

    /** Gives the WebSocket of the upgrade up. */
    void closeProbe();

    /** Ends gracefully: lets the last POST be answered, or closes the WebSocket with a close frame that has no code. */
    void finish();

    /** Drops all connections at once. */
    void abort();
}
