package io.sioscope.protocol.client.doctor;

/** Hears how an examination goes, on the examination's thread, in order. Must not block for long. */
public interface DoctorListener {
    /** A layer is about to be examined. */
    default void begun(Layer layer) {}

    /** A layer was examined. */
    default void ended(LayerReport report) {}
}
