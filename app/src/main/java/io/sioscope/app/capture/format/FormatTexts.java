package io.sioscope.app.capture.format;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words for {@link FormatProblem}s and {@link FormatNote}s in one language. Immutable; any thread. */
public final class FormatTexts {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** The words in {@code locale}; English where there is no translation. */
    public FormatTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                FormatTexts.class.getPackageName() + ".messages",
                locale,
                FormatTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** One sentence: what is wrong, and where. */
    public String message(FormatProblem problem) {
        String what = text("problem." + problem.kind(), problem.file(), problem.detail());
        if (problem.line() > 0) {
            return text("at-line", what, problem.line());
        }
        return problem.offset() >= 0 ? text("at-byte", what, problem.offset()) : what;
    }

    /** One sentence: what to do. */
    public String hint(FormatProblem problem) {
        return text("hint." + problem.kind());
    }

    /** One sentence: what was left out. */
    public String note(FormatNote note) {
        return text("note." + note.kind(), note.count());
    }

    /** An apostrophe in a pattern stands for itself. */
    private String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key).replace("'", "''"), locale).format(arguments);
    }
}
