package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** CORS: whether a browser lets a page of the given origin read the answers (Fetch standard, CORS check). */
final class CorsCheck implements Check {
    private static final String ALLOW_ORIGIN = "access-control-allow-origin";
    /** Headers that a page may send without asking, or never. */
    private static final Set<String> UNASKED =
            Set.of("accept", "accept-language", "content-language", "origin", "cookie", "host", "referer", "user-agent");

    @Override
    public Layer layer() {
        return Layer.CORS;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        if (chart.options().origin().isEmpty()) {
            return new Skipped(Finding.of(Kind.CORS_NOT_ASKED));
        }
        String origin = chart.options().origin().get();
        if (!chart.options().uses(Transport.POLLING)) {
            return new Passed(Finding.of(Kind.CORS_WEBSOCKET_ONLY));
        }
        HttpAnswer answer = chart.requests().open(chart.version(), List.of(new Header("Origin", origin)), deadline);
        Opened.of(answer).ifPresent(session -> new PollingLink(chart.requests(), session, true).close());
        if (origin.equalsIgnoreCase(chart.options().url().base())) {
            return new Passed(Finding.of(Kind.CORS_SAME_ORIGIN, origin));
        }
        String allowed = answer.header(ALLOW_ORIGIN);
        if (answer.status() == 403 || answer.status() == 401) {
            return new Failed(Finding.of(Kind.CORS_FORBIDDEN, origin, answer.status()));
        }
        if (allowed.isEmpty()) {
            return new Failed(Finding.of(Kind.CORS_ABSENT, origin));
        }
        if (!allowed.equals("*") && !allowed.equals(origin)) {
            return new Failed(Finding.of(Kind.CORS_REFUSED, origin, allowed));
        }
        return preflight(chart, origin, deadline);
    }

    private static CheckResult preflight(Chart chart, String origin, Deadline deadline) throws IOException {
        List<String> asked = chart.options().headers().stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .filter(name -> !UNASKED.contains(name))
                .sorted()
                .toList();
        if (!asked.isEmpty()) {
            String names = String.join(",", asked);
            HttpAnswer answer = chart.requests().preflight(origin, names, deadline);
            String allowed = answer.header("access-control-allow-headers").toLowerCase(Locale.ROOT);
            Set<String> granted = Arrays.stream(allowed.strip().split("\\s*,\\s*", -1)).collect(Collectors.toSet());
            boolean good = answer.status() / 100 == 2
                    && !answer.header(ALLOW_ORIGIN).isEmpty()
                    && (granted.contains("*") || granted.containsAll(asked));
            if (!good) {
                return new Failed(Finding.of(Kind.CORS_PREFLIGHT, origin, names));
            }
        }
        return new Passed(Finding.of(Kind.CORS_ALLOWED, origin));
    }
}
