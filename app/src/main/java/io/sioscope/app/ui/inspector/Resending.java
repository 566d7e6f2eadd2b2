package io.sioscope.app.ui.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.capture.Row;
import java.util.List;

/** Sending a captured event once more. JavaFX thread. */
public interface Resending {

    /** Nothing can be sent. */
    Resending NONE = new Resending() {
        @Override
        public boolean canSend(Row row) {
            return false;
        }

        @Override
        public boolean canEdit(Row row) {
            return false;
        }

        @Override
        public void send(Row row, List<JsonNode> values) {}

        @Override
        public void edit(Row row, List<JsonNode> values) {}
    };

    /** Whether the event went the way that its session sends, and still can: a client's to its server, a host's to a socket. */
    boolean canSend(Row row);

    /** Whether the session of the event can send at all, so that it can be written anew. */
    boolean canEdit(Row row);

    /** Sends it as it was. */
    void send(Row row, List<JsonNode> values);

    /** Writes it into the composer. */
    void edit(Row row, List<JsonNode> values);
}
