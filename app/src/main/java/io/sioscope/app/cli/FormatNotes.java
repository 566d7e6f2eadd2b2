package io.sioscope.app.cli;

import io.sioscope.app.capture.format.FormatNote;
import io.sioscope.app.capture.format.FormatReport;
import io.sioscope.app.capture.format.FormatTexts;
import java.util.Locale;

/** Says on standard error what was left out of a file. Immutable. */
final class FormatNotes {
    private final FormatTexts texts;

    FormatNotes(Locale locale) {
        this.texts = new FormatTexts(locale);
    }

    void tell(FormatReport report, Output output) {
        for (FormatNote note : report.notes()) {
            output.note(texts.note(note));
        }
    }
}
