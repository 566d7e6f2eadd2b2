package io.sioscope.app.cli;

import io.sioscope.app.capture.Filter;
import io.sioscope.app.capture.FilterError;
import io.sioscope.app.capture.FilteredView;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalCursor;
import io.sioscope.app.capture.ViewScope;
import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.Imported;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: the packets of a capture that match. */
@Command(
        name = "show",
        description = "${bundle:show.description}",
        synopsisHeading = "${bundle:help.usage}",
        parameterListHeading = "${bundle:help.parameters}",
        optionListHeading = "${bundle:help.options}",
        sortOptions = false)
final class ShowCommand implements Callable<Integer> {
    private static final int FLUSH_EVERY = 1_000;

    private final CliContext context;
    private final Words words;

    @Parameters(index = "0", paramLabel = "FILE", description = "${bundle:show.file}")
    Path file = Path.of("");

    @Parameters(index = "1..*", paramLabel = "FILTER", description = "${bundle:show.filter}")
    List<String> filter = new ArrayList<>();

    @Option(names = "--count", description = "${bundle:show.count}")
    boolean count;

    @Mixin
    CommonOptions common = new CommonOptions();

    ShowCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    @Override
    public Integer call() throws IOException {
        Filter matching = filter();
        Output output = new Output(context, common.json && !count);
        try (Imported imported = CaptureFormats.open(
                file, Path.of(System.getProperty("java.io.tmpdir")), new FormatWatch(context.stop()))) {
            new FormatNotes(context.locale()).tell(imported.report(), output);
            try (FilteredView view = new FilteredView(imported.journal(), matching, ViewScope.ALL)) {
                view.extend(Long.MAX_VALUE / 2);
                if (count) {
                    output.line(Integer.toString(view.size()));
                } else {
                    print(imported.journal(), view, output);
                }
            }
        } catch (FormatException broken) {
            throw new CliFailure(ExitCode.of(broken), new Explain(context.locale()).file(broken.problem()));
        }
        output.flush();
        return ExitCode.DONE;
    }

    private void print(Journal journal, FilteredView view, Output output) throws IOException {
        PacketPrinter printer = new PacketPrinter(output);
        JournalCursor cursor = new JournalCursor(journal);
        for (int i = 0; i < view.size(); i++) {
            printer.show(cursor.read(view.row(i)));
            if (i % FLUSH_EVERY == 0 && (output.isBroken() || context.stop().isRequested())) {
                return;
            }
        }
    }

    private Filter filter() {
        return switch (Filter.parse(String.join(" ", filter))) {
            case Filter.Parsing.Understood(Filter understood) -> understood;
            case Filter.Parsing.Misunderstood wrong -> {
                FilterError error = wrong.error();
                throw new Usage(words, "sioscope show")
                        .failureWithHint(
                                "filter." + error.problem().name().toLowerCase(Locale.ROOT), error.text());
            }
        };
    }
}
