package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.HubMetrics;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.ui.inspector.JournalPackets;
import io.sioscope.app.ui.inspector.PacketSource;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.traffic.AckWatch;
import io.sioscope.app.ui.traffic.JournalFeed;
import io.sioscope.app.ui.traffic.TrafficFeed;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.protocol.net.CaptureClock;
import java.time.ZoneId;

/**
 * What runs behind the window. Any thread.
 *
 * @param workbench the sessions
 * @param hub takes what they tell
 * @param journal what was recorded
 */
record Engine(Workbench workbench, Hub hub, Journal journal) {

    /** The table's rows, in the words of a language. */
    TrafficFeed feed(Texts texts, ZoneId zone, AckWatch watch) {
        return new JournalFeed(
                journal, texts, watch, Thread.ofVirtual().name("matching")::start, CaptureClock.system()::nowNanos, zone);
    }

    /** The packets to look into. */
    PacketSource packets() {
        return new JournalPackets(journal, CaptureClock.system()::nowNanos);
    }

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
