package io.sioscope.packaging.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in Brotli beside the plain ones, with Node and without it. */
class BrotliFilesTest {
    private static final String TEXT = "io = " + "1".repeat(3_000);

    @TempDir
    private Path folder;

    private Path code;
    private Path map;

    @BeforeEach
    void fill() throws IOException {
        code = Files.writeString(folder.resolve("a file.js"), TEXT);
        map = Files.writeString(folder.resolve("a file.js.map"), "{}");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void saysThatNodeIsMissing() throws IOException {
        assertThat(new BrotliFiles(folder, folder.resolve("none").toString()).fill()).hasValue("Node was not found");
        assertThat(names()).containsExactly("a file.js", "a file.js.map");
    }

    @Test
    @NeedsNode
    void saysThatNodeFailed() throws IOException {
        Files.createDirectory(folder.resolve("no file"));
        assertThat(new BrotliFiles(folder, "node").fill()).hasValue("Node could not compress them (exit code 1)");
    }

    @Test
    @NeedsNode
    void writesEachFileOnce() throws Exception {
        // Of a build that was broken off.
        Files.writeString(folder.resolve("a file.js.part"), "half");
        assertThat(new BrotliFiles(folder, "node").fill()).isEmpty();
        assertThat(names()).containsExactly("a file.js", "a file.js.br", "a file.js.map", "a file.js.map.br");
        assertThat(Files.size(folder.resolve("a file.js.br"))).isLessThan(Files.size(code) / 10);
        assertThat(plain(folder.resolve("a file.js.br"))).isEqualTo(TEXT);
        assertThat(plain(folder.resolve("a file.js.map.br"))).isEqualTo(Files.readString(map));
        // All are there: nothing is run any more.
        assertThat(new BrotliFiles(folder, folder.resolve("none").toString()).fill()).isEmpty();
    }

    private String plain(Path file) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node",
                        "-e",
                        "process.stdout.write(require('node:zlib').brotliDecompressSync(require('node:fs').readFileSync(process.argv[1])))",
                        "--",
                        file.toString())
                .start();
        String text = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return text;
    }
}
