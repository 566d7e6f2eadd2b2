package io.sioscope.app.workspace;

/**
 * How the window looks and speaks.
 *
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param language {@code system} or a language's ISO 639 code
 * @param textPercent the size of everything, from 100 to 200
 * @param motion whether things may move that need not
 */
public record Appearance(String theme, String language, int textPercent, boolean motion) {

    /** The least and the usual size. */
    public static final int LEAST_PERCENT = 100;
    /** The largest size. */
    public static final int MOST_PERCENT = 200;
    /** What a new user has. */
    public static final Appearance DEFAULTS = new Appearance("system", "system", LEAST_PERCENT, true);

    /** Brings the size into its range. */
    public Appearance {
        textPercent = Math.clamp(textPercent, LEAST_PERCENT, MOST_PERCENT);
    }
}
