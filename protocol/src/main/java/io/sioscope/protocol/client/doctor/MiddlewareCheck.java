package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.util.List;
import java.util.Map;

/** Middleware: whether it lets in, and what it says if not. Reads the answers that the namespaces gave. */
final class MiddlewareCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.MIDDLEWARE;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        Joined joined = chart.joined().orElse(null);
        if (joined == null) {
            return new Skipped(Finding.of(Kind.NOT_REACHED));
        }
        chart.repeatJoining();
        for (Map.Entry<String, Joined.Answer> answer : joined.answers().entrySet()) {
            if (answer.getValue() instanceof Joined.Answer.Refused refused && !refused.isUnknown()) {
                return new Failed(
                        Finding.of(Kind.MIDDLEWARE_REFUSED, answer.getKey(), refused.message(), refused.data()));
            }
        }
        List<String> silent = joined.silent(chart.options().namespaces());
        if (!silent.isEmpty() && joined.ended().isEmpty()) {
            return new Failed(Finding.of(
                    Kind.MIDDLEWARE_SILENT,
                    String.join(", ", silent),
                    chart.options().patience().toSeconds()));
        }
        return joined.granted().isEmpty()
                ? new Skipped(Finding.of(Kind.NOT_REACHED))
                : new Passed(Finding.of(Kind.MIDDLEWARE_GRANTED, String.join(", ", joined.granted())));
    }
}
