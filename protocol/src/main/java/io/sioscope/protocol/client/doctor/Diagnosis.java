package io.sioscope.protocol.client.doctor;

import java.util.List;
import java.util.Optional;

/**
 * All layers of one examination.
 *
 * @param layers one report each, in the order of {@link Layer}
 */
public record Diagnosis(List<LayerReport> layers) {
    /** Keeps a copy. */
    public Diagnosis {
        layers = List.copyOf(layers);
    }

    /** The lowest layer that failed: what to mend first. Empty where none did. */
    public Optional<LayerReport> culprit() {
        return layers.stream()
                .filter(report -> report.result() instanceof CheckResult.Failed)
                .findFirst();
    }

    /** Whether no layer failed. */
    public boolean ok() {
        return culprit().isEmpty();
    }
}
