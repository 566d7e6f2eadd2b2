package io.sioscope.app.workbench;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package in one language: the bundle {@code messages} beside a class, or a named one. An apostrophe in a
 * pattern stands for itself. Immutable; any thread.
 */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * Opens the bundle {@code messages} beside {@code owner}; English where there is no translation.
     *
     * @throws java.util.MissingResourceException if there is none, which is a mistake in the build
     */
    public static Words beside(Class<?> owner, Locale locale) {
        return new Words(
                ResourceBundle.getBundle(
                        owner.getPackageName() + ".messages",
                        locale,
                        owner.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    /**
     * One text, with {@code arguments} in the places of {0}, {1}…
     *
     * @throws java.util.MissingResourceException if there is no such key, which is a mistake in the build
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern.replace("'", "''"), locale).format(shown);
    }

    /** The whole bundle, for a library that reads it by itself. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The language asked for. */
    public Locale locale() {
        return locale;
    }
}
