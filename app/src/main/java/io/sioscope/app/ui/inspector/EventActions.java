package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.port.EventDraft;

/**
 * What the inspector asks of the program to do with an event. Only what we sent can be sent again: a client's events to its
 * server, a host's events to its sockets. Every event of a session that can send can be edited: it is then an event that we would
 * send, whichever way it went. JavaFX thread.
 */
public interface EventActions {

    /** Whether a row is an event that went our way through a session that can send now. */
    boolean canSendAgain(Row row);

    /** Whether a row is an event of a session that can send now. */
    boolean canEdit(Row row);

    /** Sends it once more. */
    void sendAgain(EventDraft draft);

    /** Writes it into the composer and puts the focus there. */
    void edit(EventDraft draft);
}
