package io.sioscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsXvfb;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built launcher opens a real window, on modules of JavaFX and on the platform's own toolkit. */
@NeedsXvfb
class LauncherWindowIT {

    /** A drawn window has text and its smoothing: far more colours than an empty one. */
    private static final int COLOURS = 50;

    @TempDir
    Path folder;

    @Test
    void opensAWindowAndEndsWhenAskedTo() throws Exception {
        try (Xvfb display = Xvfb.start(folder, 1200, 800);
                Program program = Program.start(
                        folder,
                        Map.of(
                                "DISPLAY",
                                display.display(),
                                "SIOSCOPE_JAVA_OPTIONS",
                                "-Dprism.order=sw -Duser.home=" + folder + " -Djavafx.cachedir=" + folder.resolve("fx")))) {
            Awaitility.await("a window titled Sioscope")
                    .atMost(Program.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(program.isAlive()).as(program.everything()).isTrue();
                        return display.windows().lines().anyMatch(line -> line.contains("\"") && line.contains("Sioscope"));
                    });
            Awaitility.await("something drawn in it")
                    .atMost(Program.PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> colours(display.screenshot()) > COLOURS);
            save(display.screenshot());

            String title = display.windows().lines().filter(line -> line.contains("\"Sioscope\"")).findFirst().orElseThrow();
            assertThat(title).as("a window that fits its screen").containsPattern(" (1[01][0-9]{2}|1200)x([67][0-9]{2}|800)\\+");
            assertThat(program.everything()).doesNotContain("Exception").doesNotContain("\tat ");
            program.interrupt();
            assertThat(program.exit()).isIn(0, 130);
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    private static void save(BufferedImage image) throws IOException {
        Path target = Files.createDirectories(Sources.root().resolve("packaging/target/screenshots"));
        ImageIO.write(image, "png", target.resolve("launcher-under-xvfb.png").toFile());
    }
}
