package io.sioscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the window remembers: its workspace. Immutable.
 *
 * @param appearance how it looks and speaks
 * @param layout its size and parts
 * @param recents what was open, the newest first
 * @param kept what a person saved
 */
public record Settings(Appearance appearance, WindowLayout layout, List<Recent> recents, Kept kept) {

    /** How many recent things are kept. */
    public static final int MOST_RECENTS = 8;

    /** What a new user has. */
    public static final Settings DEFAULTS =
            new Settings(Appearance.DEFAULTS, WindowLayout.DEFAULTS, List.of(), Kept.NOTHING);

    /** Keeps a copy of the newest. */
    public Settings {
        recents = List.copyOf(recents.subList(0, Math.min(recents.size(), MOST_RECENTS)));
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public String theme() {
        return appearance.theme();
    }

    /** {@code system} or a language's ISO 639 code. */
    public String language() {
        return appearance.language();
    }

    /** The width of the window's content in pixels. */
    public int width() {
        return layout.width();
    }

    /** The height of the window's content in pixels. */
    public int height() {
        return layout.height();
    }

    /** Whether the window filled the screen. */
    public boolean maximized() {
        return layout.maximized();
    }

    /** Pixels of the part of a split pane that keeps its size, by the pane's name. */
    public Map<String, Integer> dividers() {
        return layout.dividers();
    }

    /** The same with another appearance. */
    public Settings withAppearance(Appearance changed) {
        return new Settings(changed, layout, recents, kept);
    }

    /** The same with another theme. */
    public Settings withTheme(String changed) {
        return withAppearance(
                new Appearance(changed, appearance.language(), appearance.textPercent(), appearance.motion()));
    }

    /** The same with another language. */
    public Settings withLanguage(String changed) {
        return withAppearance(
                new Appearance(appearance.theme(), changed, appearance.textPercent(), appearance.motion()));
    }

    /** The same with another size of text. */
    public Settings withTextPercent(int changed) {
        return withAppearance(
                new Appearance(appearance.theme(), appearance.language(), changed, appearance.motion()));
    }

    /** The same with motion or without. */
    public Settings withMotion(boolean changed) {
        return withAppearance(
                new Appearance(appearance.theme(), appearance.language(), appearance.textPercent(), changed));
    }

    /** The same with another size of the window. */
    public Settings withWindow(int newWidth, int newHeight, boolean filled) {
        return new Settings(
                appearance, new WindowLayout(newWidth, newHeight, filled, layout.dividers()), recents, kept);
    }

    /** The same with one divider moved. */
    public Settings withDivider(String name, int pixels) {
        return new Settings(appearance, layout.withDivider(name, pixels), recents, kept);
    }

    /** The same with other things saved. */
    public Settings withKept(Kept changed) {
        return new Settings(appearance, layout, recents, changed);
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
        return new Settings(appearance, layout, changed, kept);
    }
}
