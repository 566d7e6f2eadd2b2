package io.sioscope.app.ui.port;

import io.sioscope.app.inspect.EventParts;

/**
 * A captured event that is to be sent once more, as it is or changed.
 *
 * @param session the session that sent or got it
 * @param namespace where
 * @param socket the Socket.IO id of the socket that sent or got it; may be empty
 * @param event its name and its values
 * @param asksForAck whether an acknowledgement was asked for
 */
public record EventDraft(String session, String namespace, String socket, EventParts event, boolean asksForAck) {}
