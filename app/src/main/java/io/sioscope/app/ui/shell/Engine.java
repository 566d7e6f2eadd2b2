package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.HubMetrics;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.workbench.Workbench;

/**
 * What runs behind the window. Any thread.
 *
 * @param workbench the sessions
 * @param hub takes what they tell
 * @param journal what was recorded
 */
record Engine(Workbench workbench, Hub hub, Journal journal) {

    /** The capture in figures, as of now. */
    Totals totals() {
        HubMetrics metrics = hub.metrics();
        return new Totals(
                hub.statistics().packets(),
                hub.statistics().packetsPerSecond(),
                journal.fileBytes(),
                metrics.lostEvents(),
                metrics.droppedBodies(),
                journal.failure());
    }
}
