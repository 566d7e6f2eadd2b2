package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir
    Path folder;

    @Test
    void whatAnotherProcessLeftIsFoundAndOurOwnIsNot() throws IOException {
        long gone = 999_999_999L;
        Path left = Files.write(folder.resolve("window-" + gone + ".siocap"), new byte[100]);
        Path empty = Files.write(folder.resolve("window-" + (gone - 1) + ".siocap"), new byte[16]);
        Files.write(folder.resolve("notes.txt"), new byte[100]);
        Recording ours = Recording.begin(folder, 100);
        assertThat(Recording.leftOver(folder)).containsExactly(left);
        assertThat(empty).doesNotExist();
        ours.writer().close();
        ours.delete();
        Recording.forget(left);
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("notes.txt");
        }
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertThat(Recording.leftOver(folder.resolve("none"))).isEmpty();
    }
}
