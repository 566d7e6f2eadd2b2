package io.sioscope.app.cli;

import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Words;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code convert}: a capture in another format. */
@Command(
        name = "convert",
        description = "${bundle:convert.description}",
        synopsisHeading = "${bundle:help.usage}",
        parameterListHeading = "${bundle:help.parameters}",
        optionListHeading = "${bundle:help.options}",
        sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
    private final CliContext context;
    private final Words words;

    @Parameters(index = "0", paramLabel = "IN", description = "${bundle:convert.in}")
    Path source = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "${bundle:convert.out}")
    Path target = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    ConvertCommand(CliContext context, Words words) {
        this.context = context;
        this.words = words;
    }

    @Override
    public Integer call() {
        Output output = new Output(context, common.json);
        FormatNotes notes = new FormatNotes(context.locale());
        try {
            CaptureFormats.Conversion done =
                    CaptureFormats.convert(source, target, new FormatWatch(context.stop()));
            notes.tell(done.read(), output);
            notes.tell(done.written(), output);
            long rows = done.written().rows();
            if (output.json()) {
                output.object(Output.object("converted").put("file", target.toString()).put("packets", rows));
            } else {
                output.line(words.get("convert.done", rows, target));
            }
        } catch (FormatException broken) {
            throw new CliFailure(ExitCode.of(broken), new Explain(context.locale()).file(broken.problem()));
        }
        output.flush();
        return ExitCode.DONE;
    }
}
