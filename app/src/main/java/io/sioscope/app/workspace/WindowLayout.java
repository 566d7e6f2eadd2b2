package io.sioscope.app.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The window's size and its parts.
 *
 * @param width of the window's content in pixels
 * @param height of the window's content in pixels
 * @param maximized whether the window filled the screen
 * @param dividers pixels of the part of a split pane that keeps its size, by the pane's name
 */
public record WindowLayout(int width, int height, boolean maximized, Map<String, Integer> dividers) {

    /** What a new user has. */
    public static final WindowLayout DEFAULTS = new WindowLayout(1440, 900, false, Map.of());

    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_HEIGHT = 480;
    private static final int MOST_PIXELS = 16_384;

    /** Keeps a copy, and brings sizes of nonsense back into what a screen may have. */
    public WindowLayout {
        width = Math.clamp(width, LEAST_WIDTH, MOST_PIXELS);
        height = Math.clamp(height, LEAST_HEIGHT, MOST_PIXELS);
        dividers = Map.copyOf(dividers);
    }

    /** The same with one divider moved. */
    WindowLayout withDivider(String name, int pixels) {
        Map<String, Integer> changed = new LinkedHashMap<>(dividers);
        changed.put(name, pixels);
        return new WindowLayout(width, height, maximized, changed);
    }
}
