package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Warned;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;

/** HTTP: whether the first request gets an answer that a server can be behind. */
final class HttpCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.HTTP;
    }

    /** Two requests may go unanswered, one after the other. */
    @Override
    public Deadline deadline(Chart chart) {
        return Deadline.in(chart.options().patience().multipliedBy(2));
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        Chart.Opening opening = chart.opening(deadline.orIn(chart.options().patience()));
        chart.repeatOpening();
        return switch (opening) {
            case Chart.Opening.Answered(HttpAnswer answer) -> answered(answer, chart);
            case Chart.Opening.Broke(WireException why) -> broke(why, chart, deadline);
        };
    }

    private static CheckResult answered(HttpAnswer answer, Chart chart) {
        int status = answer.status();
        if (answer.refusal().isPresent()) {
            return new Passed(Finding.of(Kind.HTTP_ANSWERED, status, answer.program()));
        }
        if (status / 100 == 3) {
            return chart.end(Kind.HTTP_REDIRECT, status, answer.header("location"));
        }
        return switch (status) {
            case 401, 403, 407 -> chart.end(Kind.HTTP_FORBIDDEN, status, answer.program());
            case 502, 503, 504 -> chart.end(Kind.HTTP_GATEWAY, status, answer.program());
            default -> new Passed(Finding.of(Kind.HTTP_ANSWERED, status, answer.program()));
        };
    }

    private static CheckResult broke(WireException why, Chart chart, Deadline deadline) {
        String host = chart.options().url().host();
        int port = chart.options().url().port();
        return switch (why.trouble()) {
            case SILENT -> silent(chart, deadline);
            case CLOSED -> chart.end(Kind.HTTP_CLOSED, host, port);
            case ENDLESS -> chart.end(Kind.HTTP_ENDLESS, host, port, why.said());
            case OTHER_PROTOCOL -> chart.end(Kind.HTTP_OTHER_PROTOCOL, host, port, why.said());
            case TLS_SPOKEN -> chart.end(Kind.HTTP_OTHER_PROTOCOL, host, port, "TLS");
            case TLS ->
                TlsCheck.wantsClient(why.said())
                        ? chart.end(Kind.TLS_WANTS_CLIENT, why.said())
                        : chart.end(Kind.BROKEN, why.said());
        };
    }

    /** A Node server without another handler leaves every path but Engine.IO's own without an answer. */
    private static CheckResult silent(Chart chart, Deadline deadline) {
        try {
            chart.requests().refusedByAll(deadline);
            chart.answersElsewhere(true);
            return new Warned(Finding.of(Kind.HTTP_ANSWERED_ELSEWHERE, chart.options().path()));
        } catch (IOException mute) {
            return chart.end(
                    Kind.HTTP_SILENT,
                    chart.options().url().host(),
                    chart.options().url().port(),
                    chart.options().patience().toSeconds());
        }
    }
}
