package io.sioscope.packaging;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A display without a screen, started on a free number and ended with the test; its picture is a file. */
final class Xvfb implements AutoCloseable {

    private static final int XWD_FIELDS = 25;
    private static final int COLOUR_BYTES = 12;

    private final Process process;
    private final Path picture;
    private final String display;

    private Xvfb(Process process, Path picture, String display) {
        this.process = process;
        this.picture = picture;
        this.display = display;
    }

    static Xvfb start(Path folder, int width, int height) throws IOException {
        Process process = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-nolisten",
                        "tcp")
                .redirectError(folder.resolve("xvfb.log").toFile())
                .start();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String number = reader.readLine();
        if (number == null) {
            throw new AssertionError("Xvfb did not start: " + Files.readString(folder.resolve("xvfb.log")));
        }
        return new Xvfb(process, folder.resolve("Xvfb_screen0"), ":" + number.strip());
    }

    /** What goes into {@code DISPLAY}. */
    String display() {
        return display;
    }

    /** All windows with their titles, as {@code xwininfo} lists them. */
    String windows() throws IOException {
        Process list = new ProcessBuilder("xwininfo", "-display", display, "-root", "-tree")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader reader = list.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", reader.lines().toList());
        }
    }

    /** What is on the display now. The frame buffer lies in a file in the format of {@code xwd}. */
    BufferedImage screenshot() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(picture));
        int[] header = new int[XWD_FIELDS];
        bytes.asIntBuffer().get(header);
        int width = header[4];
        int height = header[5];
        int line = header[12];
        int start = header[0] + header[19] * COLOUR_BYTES;
        bytes.order(header[7] == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, bytes.getInt(start + y * line + x * 4) & 0xffffff);
            }
        }
        return image;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
