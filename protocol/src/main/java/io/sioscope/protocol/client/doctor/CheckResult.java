package io.sioscope.protocol.client.doctor;

/** How a layer was found. */
public sealed interface CheckResult {
    /** What was seen. */
    Finding finding();

    /** The layer is sound. */
    record Passed(Finding finding) implements CheckResult {}

    /** The layer works, but something about it is worth knowing. */
    record Warned(Finding finding) implements CheckResult {}

    /** The layer is what is wrong, or part of it. */
    record Failed(Finding finding) implements CheckResult {}

    /** The layer does not apply, or was not reached. */
    record Skipped(Finding finding) implements CheckResult {}
}
