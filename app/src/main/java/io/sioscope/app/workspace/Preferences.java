package io.sioscope.app.workspace;

/**
 * What a person chose on the settings page. Immutable.
 *
 * @param look light, dark or as the system
 * @param language {@value #SYSTEM_LANGUAGE} or a language's ISO 639 code
 * @param textSize in percent, from 100 to 200
 * @param motion whether things may move by themselves
 * @param recordingMegabytes the size from which the window's recording leaves out bodies, in megabytes
 * @param keepDays how many days a recording that was left over is kept after it was first offered; {@link #FOR_EVER} for always
 */
public record Preferences(
        Look look, String language, int textSize, Motion motion, int recordingMegabytes, int keepDays) {

    /** The language is the system's. */
    public static final String SYSTEM_LANGUAGE = "system";

    /** A recording that was left over is never deleted by itself. */
    public static final int FOR_EVER = 0;

    private static final int LEAST_PERCENT = 100;
    private static final int MOST_PERCENT = 200;
    private static final int LEAST_MEGABYTES = 16;
    private static final int MOST_MEGABYTES = 1_000_000;
    private static final int MOST_DAYS = 36_500;

    /** What a new user has. */
    public static final Preferences DEFAULTS = new Preferences(Look.SYSTEM, SYSTEM_LANGUAGE, 100, Motion.SYSTEM, 16_000, 30);

    /** The window's colours. */
    public enum Look {
        /** As the system says. */
        SYSTEM,
        /** Always light. */
        LIGHT,
        /** Always dark. */
        DARK
    }

    /** Whether things may move by themselves. */
    public enum Motion {
        /** As the system says. */
        SYSTEM,
        /** They may. */
        ON,
        /** They may not. */
        OFF
    }

    /** Brings numbers of nonsense back into their ranges. */
    public Preferences {
        textSize = Math.clamp(textSize, LEAST_PERCENT, MOST_PERCENT);
        recordingMegabytes = Math.clamp(recordingMegabytes, LEAST_MEGABYTES, MOST_MEGABYTES);
        keepDays = Math.clamp(keepDays, FOR_EVER, MOST_DAYS);
    }

    /** The same with other colours. */
    public Preferences withLook(Look changed) {
        return new Preferences(changed, language, textSize, motion, recordingMegabytes, keepDays);
    }

    /** The same with another language. */
    public Preferences withLanguage(String changed) {
        return new Preferences(look, changed, textSize, motion, recordingMegabytes, keepDays);
    }

    /** The same with another size of text, in percent. */
    public Preferences withTextSize(int changed) {
        return new Preferences(look, language, changed, motion, recordingMegabytes, keepDays);
    }

    /** The same with more or less motion. */
    public Preferences withMotion(Motion changed) {
        return new Preferences(look, language, textSize, changed, recordingMegabytes, keepDays);
    }

    /** The same with another size of the recording, in megabytes. */
    public Preferences withRecordingMegabytes(int changed) {
        return new Preferences(look, language, textSize, motion, changed, keepDays);
    }

    /** The same with another time for what was left over, in days. */
    public Preferences withKeepDays(int changed) {
        return new Preferences(look, language, textSize, motion, recordingMegabytes, changed);
    }
}
