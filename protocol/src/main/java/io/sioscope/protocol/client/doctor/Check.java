package io.sioscope.protocol.client.doctor;

import java.io.IOException;

/** One layer's check: reads what earlier checks learned from the chart, and adds what it learns. Keeps nothing itself. */
interface Check {
    /** What it examines. */
    Layer layer();

    /** How long it may take at most; longer than the patience where the server sets the pace. */
    default Deadline deadline(Chart chart) {
        return Deadline.in(chart.options().patience());
    }

    /**
     * Examines. Blocks; an interrupt ends it.
     *
     * @throws IOException for trouble that the check has no finding for
     */
    CheckResult examine(Chart chart, Deadline deadline) throws IOException;
}
