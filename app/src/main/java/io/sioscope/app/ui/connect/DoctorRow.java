package io.sioscope.app.ui.connect;

import io.sioscope.protocol.client.doctor.Evidence;
import io.sioscope.protocol.client.doctor.Layer;
import java.util.List;

/**
 * One layer in the doctor's list.
 *
 * @param layer which
 * @param mark how it was found
 * @param name of the layer
 * @param words what was seen; empty while nothing was
 * @param hint what to try; may be empty
 * @param took how long that took; empty while nothing was seen
 * @param evidence what was sent and what came
 */
public record DoctorRow(
        Layer layer, Mark mark, String name, String words, String hint, String took, List<Evidence> evidence) {

    /** How a layer was found. */
    public enum Mark {
        /** Its turn has not come. */
        WAITING,
        /** It is being examined. */
        RUNNING,
        /** Sound. */
        GOOD,
        /** Works, but something is worth knowing. */
        NOTE,
        /** What is wrong, or part of it. */
        BAD,
        /** Does not apply. */
        NOTHING,
        /** An earlier layer failed. */
        UNREACHED
    }

    /** Keeps a copy. */
    public DoctorRow {
        evidence = List.copyOf(evidence);
    }
}
