package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.doctor.DoctorWords;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.client.doctor.CheckResult;
import io.sioscope.protocol.client.doctor.Diagnosis;
import io.sioscope.protocol.client.doctor.Doctor;
import io.sioscope.protocol.client.doctor.DoctorListener;
import io.sioscope.protocol.client.doctor.Examination;
import io.sioscope.protocol.client.doctor.Finding;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.client.doctor.Layer;
import io.sioscope.protocol.client.doctor.LayerReport;
import java.time.Duration;
import java.util.Locale;

/** Tells an examination line by line while it goes on: for people, or as JSON. */
final class DoctorRun implements DoctorListener {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int NAME_WIDTH = 11;
    /** Below this nobody needs to be told why it is quiet. */
    private static final long LONG_INTERVAL_MS = 3_000;

    private final CliContext context;
    private final Words words;
    private final Output output;
    private final DoctorWords doctor;
    private final int heartbeats;
    private volatile long interval;

    DoctorRun(CliContext context, Words words, Output output, DoctorWords doctor, int heartbeats) {
        this.context = context;
        this.words = words;
        this.output = output;
        this.doctor = doctor;
        this.heartbeats = heartbeats;
    }

    /** Examines to the end, or until Ctrl+C. Returns the exit code. */
    int run(Doctor examiner) {
        try (Examination examination = examiner.start(this)) {
            while (!examination.diagnosis().isDone()) {
                if (context.stop().await(LOOK)) {
                    examination.cancel();
                }
            }
            if (examination.diagnosis().isCancelled()) {
                throw new CliFailure(
                        ExitCode.FAILED, new Explanation(words.get("doctor.stopped"), words.get("doctor.stopped.hint")));
            }
            return verdict(examination.diagnosis().join());
        }
    }

    private int verdict(Diagnosis diagnosis) {
        if (output.json()) {
            ObjectNode line = Output.object("verdict").put("ok", diagnosis.ok());
            diagnosis.culprit().ifPresent(report -> line.put("layer", report.layer().id()));
            output.object(line.put("message", doctor.verdict(diagnosis)));
        } else {
            String verdict = doctor.verdict(diagnosis);
            output.line("");
            output.line(diagnosis.ok() ? output.style().ack(verdict) : output.style().strong(verdict));
            diagnosis.culprit()
                    .map(report -> doctor.hint(report.result().finding()))
                    .filter(hint -> !hint.isEmpty())
                    .ifPresent(hint -> output.line(words.get("doctor.try", hint)));
        }
        output.flush();
        return diagnosis.ok() ? ExitCode.DONE : ExitCode.FAILED;
    }

    @Override
    public void ended(LayerReport report) {
        if (output.json()) {
            output.object(json(report));
        } else {
            text(report);
        }
        output.flush();
        Finding finding = report.result().finding();
        if (finding.kind() == Kind.ENGINE_SPOKEN) {
            interval = Long.parseLong(finding.values().get(1));
        }
        boolean next = report.layer() == Layer.PARSER && report.result() instanceof CheckResult.Passed;
        if (next && heartbeats > 0 && interval >= LONG_INTERVAL_MS) {
            output.note(words.get("doctor.waiting", heartbeats, interval));
        }
    }

    private ObjectNode json(LayerReport report) {
        Finding finding = report.result().finding();
        ObjectNode line = Output.object("check").put("layer", report.layer().id());
        String message = doctor.message(finding);
        switch (report.result()) {
            case CheckResult.Passed passed -> line.put("ok", true);
            case CheckResult.Warned warned -> line.put("ok", true).put("warning", true);
            case CheckResult.Failed failed -> line.put("ok", false);
            case CheckResult.Skipped skipped -> line.putNull("ok").put("skipped", message);
        }
        line.put("message", message);
        line.put("hint", doctor.hint(finding));
        line.put("finding", finding.kind().name().toLowerCase(Locale.ROOT));
        return line.put("tookMs", report.took().toMillis());
    }

    private void text(LayerReport report) {
        Finding finding = report.result().finding();
        String name = doctor.layer(report.layer());
        String padded = name + " ".repeat(Math.max(1, NAME_WIDTH - name.length() + 1));
        String message = doctor.message(finding);
        Style style = output.style();
        switch (report.result()) {
            case CheckResult.Passed passed -> output.line(style.ack("✓") + " " + padded + message);
            case CheckResult.Warned warned -> output.line("! " + padded + message);
            case CheckResult.Failed failed -> output.line(style.fault("✗ " + padded + message));
            case CheckResult.Skipped skipped -> output.line(style.faint("– " + padded + message));
        }
        String hint = doctor.hint(finding);
        if (!hint.isEmpty()) {
            output.line("  " + " ".repeat(padded.length()) + words.get("doctor.try", hint));
        }
    }
}
