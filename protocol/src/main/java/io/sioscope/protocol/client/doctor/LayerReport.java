package io.sioscope.protocol.client.doctor;

import java.time.Duration;
import java.util.List;

/**
 * One examined layer.
 *
 * @param layer which
 * @param result how it was found
 * @param took how long that took
 * @param evidence what was sent and what came, in order; secrets are left out of it
 */
public record LayerReport(Layer layer, CheckResult result, Duration took, List<Evidence> evidence) {
    /** Keeps a copy. */
    public LayerReport {
        evidence = List.copyOf(evidence);
    }
}
