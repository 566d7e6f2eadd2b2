package io.sioscope.app;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether a window can be opened. Pure: environment and properties come as arguments. */
final class Display {
    private Display() {}

    /**
     * Whether there is a display: on Linux where {@code DISPLAY} or {@code WAYLAND_DISPLAY} names one, elsewhere always; also
     * where JavaFX is told to do without one.
     *
     * @param environment the process's environment
     * @param properties the system's properties
     */
    static boolean isThere(Map<String, String> environment, Properties properties) {
        if (!properties.getProperty("glass.platform", "").isBlank()) {
            return true;
        }
        boolean linux =
                properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
