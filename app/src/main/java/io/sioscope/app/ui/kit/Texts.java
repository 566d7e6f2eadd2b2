package io.sioscope.app.ui.kit;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package, in one language: the bundle {@code messages} beside a class. Immutable, any thread.
 *
 * <p>Patterns are those of {@link MessageFormat} with one difference: an apostrophe is an apostrophe and needs no doubling,
 * since French is full of them. Whole numbers without a format of their own are grouped as {@link Formats#count} does.
 * A change of language makes new instances, for a new window.
 */
public final class Texts {

    private static final String BUNDLE = "messages";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Formats formats;

    /**
     * Opens the bundle beside a class.
     *
     * @param owner any class of the package whose words are wanted
     * @param locale the language; English where there is no translation
     * @throws java.util.MissingResourceException if the package has no bundle, which is a mistake in the build
     */
    public Texts(Class<?> owner, Locale locale) {
        this.locale = locale;
        this.formats = new Formats(locale);
        this.bundle = ResourceBundle.getBundle(
                owner.getPackageName() + "." + BUNDLE,
                locale,
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The same language for another package.
     *
     * @param owner any class of that package
     * @return its words
     */
    public Texts beside(Class<?> owner) {
        return new Texts(owner, locale);
    }

    /**
     * One text.
     *
     * @param key its key in the bundle
     * @param arguments what stands for {0}, {1} … in it
     * @return the text
     * @throws java.util.MissingResourceException if there is no such key, which is a mistake in the build
     */
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        MessageFormat message = new MessageFormat(pattern.replace("'", "''"), locale);
        Format[] inPattern = message.getFormatsByArgumentIndex();
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            boolean plain = i >= inPattern.length || inPattern[i] == null;
            if (plain && (shown[i] instanceof Long || shown[i] instanceof Integer)) {
                shown[i] = formats.count(((Number) shown[i]).longValue());
            }
        }
        return message.format(shown);
    }

    /**
     * For FXML, which resolves {@code %key}.
     *
     * @return the bundle
     */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * The language of these words.
     *
     * @return the locale that was asked for
     */
    public Locale locale() {
        return locale;
    }

    /**
     * Numbers, times and sizes in the same language.
     *
     * @return the formats
     */
    public Formats formats() {
        return formats;
    }
}
