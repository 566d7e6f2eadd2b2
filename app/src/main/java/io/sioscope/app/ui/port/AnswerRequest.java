package io.sioscope.app.ui.port;

import io.sioscope.app.workbench.AckRequest;

/**
 * An acknowledgement that the other side asked for and that a person wants to answer.
 *
 * @param packet the number of the event's packet in the capture
 * @param session the session that got it
 * @param namespace where it came
 * @param socket the Socket.IO id of the socket that asked
 * @param ackId the id that the answer carries
 * @param event the event's name, for the person
 */
public record AnswerRequest(
        long packet, String session, String namespace, String socket, long ackId, String event) {

    /** What the workbench calls the same acknowledgement. */
    public AckRequest.Key key() {
        return new AckRequest.Key(session, namespace, socket, ackId);
    }
}
