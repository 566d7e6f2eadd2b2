package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own file pickers. */
final class FxFiles implements FilesPort {

    private static final List<String> CAPTURES = List.of("*.siocap", "*.jsonl", "*.har");

    private final Supplier<Window> window;
    private final Supplier<Texts> texts;
    private @Nullable File folder;

    FxFiles(Supplier<Window> window, Supplier<Texts> texts) {
        this.window = window;
        this.texts = texts;
    }

    @Override
    public Optional<Path> pickCapture() {
        FileChooser chooser = chooser("files.open");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get().get("files.captures"), CAPTURES));
        return picked(chooser.showOpenDialog(window.get()));
    }

    @Override
    public Optional<Path> pickTarget(String suggested) {
        FileChooser chooser = chooser("files.export");
        chooser.setInitialFileName(suggested);
        for (String form : CAPTURES) {
            String key = "files" + form.substring(1);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get().get(key), form));
        }
        File file = chooser.showSaveDialog(window.get());
        if (file != null && file.getName().indexOf('.') < 0 && chooser.getSelectedExtensionFilter() != null) {
            String form = chooser.getSelectedExtensionFilter().getExtensions().getFirst();
            return picked(new File(file.getPath() + form.substring(1)));
        }
        return picked(file);
    }

    @Override
    public Optional<Path> pickArgument() {
        return picked(chooser("files.argument").showOpenDialog(window.get()));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get().get(title));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> picked(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getAbsoluteFile().getParentFile();
        return Optional.of(file.toPath());
    }
}
