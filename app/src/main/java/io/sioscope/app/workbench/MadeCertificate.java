package io.sioscope.app.workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that was made for a host, as those who are to trust it need to know it. Immutable.
 *
 * @param fingerprint its SHA-256, as browsers show it
 * @param file where it lies in PEM form, to be trusted once; empty where it could not be kept: then the next start makes another
 * @param folder where such certificates are kept; empty where none are
 * @param until when it is made anew, a month before it ends
 * @param fresh whether it was made by this start, so that nobody trusts it yet
 */
public record MadeCertificate(
        String fingerprint, Optional<Path> file, Optional<Path> folder, Instant until, boolean fresh) {}
