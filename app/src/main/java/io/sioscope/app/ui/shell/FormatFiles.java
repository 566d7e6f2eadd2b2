package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.Secret;
import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.FormatReport;
import io.sioscope.app.capture.format.FormatTexts;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Workbench;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Captures of every format, read into the running capture and written from it. */
final class FormatFiles implements CaptureFiles {

    private final Engine engine;
    private final Supplier<Locale> language;

    FormatFiles(Engine engine, Supplier<Locale> language) {
        this.engine = engine;
        this.language = language;
    }

    @Override
    public Result open(Path file, Reading progress) throws Refused {
        try {
            Workbench.Opened opened = engine.workbench().open(file, (done, total) -> {
                progress.at(done, total);
                return !Thread.currentThread().isInterrupted();
            });
            return result(opened.session().id(), opened.report());
        } catch (FormatException refused) {
            throw refused(refused);
        }
    }

    @Override
    public Set<Secret> secrets(String session) {
        return engine.journal().secrets();
    }

    @Override
    public Result write(String session, Path file, LongConsumer progress) throws Refused {
        Journal journal = engine.journal();
        LongPredicate include =
                session.isEmpty() ? n -> true : n -> journal.row(n).session().equals(session);
        try {
            FormatReport report = CaptureFormats.export(journal, include, file, (done, total) -> {
                progress.accept(done);
                return !Thread.currentThread().isInterrupted();
            });
            return result(session, report);
        } catch (FormatException refused) {
            throw refused(refused);
        }
    }

    private Result result(String session, FormatReport report) {
        FormatTexts texts = new FormatTexts(language.get());
        return new Result(session, report.rows(), report.notes().stream().map(texts::note).collect(Collectors.joining(" ")));
    }

    private Refused refused(FormatException refused) {
        FormatTexts texts = new FormatTexts(language.get());
        return new Refused(new Explanation(texts.message(refused.problem()), texts.hint(refused.problem())));
    }
}
