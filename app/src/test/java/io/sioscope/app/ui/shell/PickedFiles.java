package io.sioscope.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Picks what a test says. */
final class PickedFiles implements FilesPort {

    Optional<Path> next = Optional.empty();

    @Override
    public Optional<Path> pickCapture() {
        return next;
    }

    @Override
    public Optional<Path> pickTarget(String suggested) {
        return next;
    }

    @Override
    public Optional<Path> pickArgument() {
        return next;
    }
}
