package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV4Codec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Opens sessions by polling and ends each over another connection, which needs the same server. A balancer that deals
 * connections out in turn is found by the first one, one that draws lots by one of them in most cases.
 */
final class PollingTrial {
    private static final int ROUNDS = 4;
    /** Engine.IO's code for a session that it does not have. */
    private static final int UNKNOWN_SESSION = 1;

    private final Chart chart;
    private final Deadline deadline;

    PollingTrial(Chart chart, Deadline deadline) {
        this.chart = chart;
        this.deadline = deadline;
    }

    /** What is wrong with polling; empty also where it is not asked for. */
    Optional<Finding> trouble() throws IOException {
        Optional<Opened> session = chart.polling();
        if (!chart.options().uses(Transport.POLLING)) {
            session.ifPresent(opened -> new PollingLink(chart.requests(), opened, true).close());
            return Optional.empty();
        }
        if (session.isEmpty()) {
            return Optional.of(Finding.of(Kind.TRANSPORT_POLLING_OFF));
        }
        for (int round = 1; round <= ROUNDS && session.isPresent(); round++) {
            Optional<Finding> trouble = end(session.get());
            if (trouble.isPresent()) {
                return trouble;
            }
            session = round < ROUNDS ? open() : session;
        }
        return session.isPresent() ? Optional.empty() : Optional.of(Finding.of(Kind.TRANSPORT_POLLING_FAILED, 200, ""));
    }

    private Optional<Opened> open() throws IOException {
        return Opened.of(chart.requests().open(chart.version(), List.of(), deadline));
    }

    private Optional<Finding> end(Opened session) throws IOException {
        HttpAnswer answer;
        try {
            answer = post(session, chart.options().withCredentials());
        } catch (WireException broken) {
            return Optional.of(Finding.of(Kind.TRANSPORT_POLLING_FAILED, 0, broken.said()));
        }
        if (answer.status() == 200) {
            return Optional.empty();
        }
        boolean unknown = answer.refusal().filter(why -> why.code() == UNKNOWN_SESSION).isPresent();
        if (!unknown) {
            return Optional.of(Finding.of(Kind.TRANSPORT_POLLING_FAILED, answer.status(), answer.start()));
        }
        return Optional.of(
                !session.cookies().isEmpty() && post(session, true).status() == 200
                        ? Finding.of(Kind.TRANSPORT_STICKY_BY_COOKIE, cookieName(session))
                        : Finding.of(Kind.TRANSPORT_NOT_STICKY));
    }

    private HttpAnswer post(Opened session, boolean withCookies) throws IOException {
        return new PollingLink(chart.requests(), session, withCookies)
                .post(EngineRecord.text(EngineV4Codec.CLOSE), deadline);
    }

    private static String cookieName(Opened session) {
        return session.cookies().getFirst().replaceFirst("=.*", "");
    }
}
