package io.sioscope.app.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the window remembers. Immutable.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param language {@code system} or a language's ISO 639 code
 * @param width of the window's content in pixels
 * @param height of the window's content in pixels
 * @param maximized whether the window filled the screen
 * @param dividers pixels of the part of a split pane that keeps its size, by the pane's name
 * @param recents the newest first
 */
public record Settings(
        String theme,
        String language,
        int width,
        int height,
        boolean maximized,
        Map<String, Integer> dividers,
        List<Recent> recents) {

    /** How many recent things are kept. */
    public static final int MOST_RECENTS = 8;

    /** What a new user has. */
    public static final Settings DEFAULTS = new Settings("system", "system", 1440, 900, false, Map.of(), List.of());

    private static final int LEAST_WIDTH = 640;
    private static final int LEAST_HEIGHT = 480;
    private static final int MOST_PIXELS = 16_384;

    /** Keeps copies, and brings sizes of nonsense back into what a screen may have. */
    public Settings {
        width = Math.clamp(width, LEAST_WIDTH, MOST_PIXELS);
        height = Math.clamp(height, LEAST_HEIGHT, MOST_PIXELS);
        dividers = Map.copyOf(dividers);
        recents = List.copyOf(recents.subList(0, Math.min(recents.size(), MOST_RECENTS)));
    }

    /** The same with another theme. */
    public Settings withTheme(String changed) {
        return new Settings(changed, language, width, height, maximized, dividers, recents);
    }

    /** The same with another language. */
    public Settings withLanguage(String changed) {
        return new Settings(theme, changed, width, height, maximized, dividers, recents);
    }

    /** The same with another size of the window. */
    public Settings withWindow(int newWidth, int newHeight, boolean filled) {
        return new Settings(theme, language, newWidth, newHeight, filled, dividers, recents);
    }

    /** The same with one divider moved. */
    public Settings withDivider(String name, int pixels) {
        Map<String, Integer> changed = new LinkedHashMap<>(dividers);
        changed.put(name, pixels);
        return new Settings(theme, language, width, height, maximized, changed, recents);
    }

    /** The same with a recent thing in front; an older mention of the same target goes. */
    public Settings withRecent(Recent newest) {
        List<Recent> changed = new ArrayList<>();
        changed.add(newest);
        for (Recent recent : recents) {
            if (recent.kind() != newest.kind() || !recent.target().equals(newest.target())) {
                changed.add(recent);
            }
        }
        return new Settings(theme, language, width, height, maximized, dividers, changed);
    }
}
