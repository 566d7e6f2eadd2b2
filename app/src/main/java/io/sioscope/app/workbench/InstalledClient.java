package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ClientBundle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JavaScript client's files that came with the program, for pages that a host serves. Any thread. */
final class InstalledClient {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledClient.class);

    private InstalledClient() {}

    /** The files; where the program came without them, a sentence for whoever asks for one. */
    static ClientBundle bundle(Words words) {
        return folder().map(folder -> read(folder, words)).orElseGet(() -> missing(words));
    }

    private static ClientBundle read(Path folder, Words words) {
        try {
            return ClientBundle.ofPackage(folder);
        } catch (IOException unusable) {
            LOG.warn("the JavaScript client cannot be read", unusable);
            return missing(words);
        }
    }

    private static ClientBundle missing(Words words) {
        return ClientBundle.missing(words.get("clientBundle.missing"));
    }

    /** Beside {@code lib}, which the program runs from; nowhere where it runs from its classes. */
    private static Optional<Path> folder() {
        CodeSource source = InstalledClient.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path library = Path.of(URI.create(source.getLocation().toString())).getParent();
            return Optional.ofNullable(library)
                    .map(path -> path.resolveSibling("client"))
                    .filter(Files::isDirectory);
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return Optional.empty();
        }
    }
}
