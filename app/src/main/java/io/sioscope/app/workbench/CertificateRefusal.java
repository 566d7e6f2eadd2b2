package io.sioscope.app.workbench;

import java.io.IOException;
import java.io.Serial;

/** A host's certificate could not be used. An expected refusal: its cause says why. */
public final class CertificateRefusal extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;

    CertificateRefusal(String file, Exception cause) {
        super(file + ": " + cause.getMessage(), cause);
        this.file = file;
    }

    /** The file as it was named; the address where the certificate was to be made for it. */
    public String file() {
        return file;
    }
}
