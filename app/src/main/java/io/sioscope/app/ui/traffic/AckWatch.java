package io.sioscope.app.ui.traffic;

import io.sioscope.app.capture.Row;

/** What the table asks about acknowledgements that have not come. Quick; JavaFX thread. */
public interface AckWatch {

    /**
     * Whether a person may give the acknowledgement here: the other side asked us, and still waits.
     *
     * @param row an event that asks for one
     * @return true to offer an answer
     */
    boolean answerable(Row row);

    /**
     * Whether anything may still come in a session. It cannot in a capture that was opened from a file.
     *
     * @param session its id
     * @return false where nothing comes any more
     */
    boolean live(String session);
}
