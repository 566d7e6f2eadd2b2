package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.MadeCertificate;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a person needs to know of a running host's certificate, if one was made for it. JavaFX thread. */
final class ShownCertificate {
    private final ReadOnlyStringWrapper fingerprint = new ReadOnlyStringWrapper(this, "fingerprint", "");
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper(this, "file", "");

    void show(Optional<MadeCertificate> made, Texts texts) {
        fingerprint.set(made.map(MadeCertificate::fingerprint).orElse(""));
        file.set(made.map(it -> it.file()
                        .map(Path::toString)
                        .orElseGet(() -> texts.get("trust.not", it.folder().map(Path::toString).orElse(""))))
                .orElse(""));
    }

    /** Its SHA-256; empty where none was made. */
    ReadOnlyStringProperty fingerprintProperty() {
        return fingerprint.getReadOnlyProperty();
    }

    /** The file that it lies in, or that it could not be kept; empty where none was made. */
    ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }
}
