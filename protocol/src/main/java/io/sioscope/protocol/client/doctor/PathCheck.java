package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The path: whether Engine.IO answers there, and if not, where it does. */
final class PathCheck implements Check {
    private static final List<String> USUAL = List.of("/socket.io/", "/engine.io/", "/ws/socket.io/", "/api/socket.io/", "/");
    private static final Duration EACH = Duration.ofSeconds(2);

    @Override
    public Layer layer() {
        return Layer.PATH;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        String path = chart.options().path();
        chart.repeatOpening();
        Optional<HttpAnswer> answer = chart.answer();
        if (answer.filter(PathCheck::isEngine).isPresent() || answersWebSocket(chart, deadline)) {
            return new Passed(Finding.of(Kind.PATH_ANSWERS, path));
        }
        Optional<String> other = elsewhere(chart, deadline);
        if (other.isPresent()) {
            return chart.end(Kind.PATH_ELSEWHERE, path, other.get());
        }
        if (answer.isEmpty()) {
            return chart.end(Kind.PATH_UNANSWERED, path);
        }
        HttpAnswer got = answer.get();
        return got.status() / 100 == 4
                ? chart.end(Kind.PATH_NOT_FOUND, path, got.status(), got.start())
                : chart.end(Kind.PATH_OTHER_CONTENT, path, got.status(), got.start());
    }

    private static boolean isEngine(HttpAnswer answer) {
        return answer.refusal().isPresent() || Opened.looksLikeOne(answer);
    }

    /** A balancer may send polling elsewhere; a client that uses WebSocket alone does not mind. */
    private static boolean answersWebSocket(Chart chart, Deadline deadline) throws IOException {
        if (chart.options().uses(Transport.POLLING)) {
            return false;
        }
        WebSocketLink.Wish wish = WebSocketLink.wish(chart.requests(), chart.version(), deadline.orIn(EACH));
        if (wish instanceof WebSocketLink.Wish.Granted(WebSocketLink link)) {
            link.close();
            return true;
        }
        return false;
    }

    private static Optional<String> elsewhere(Chart chart, Deadline deadline) {
        Set<String> candidates = new LinkedHashSet<>();
        String namespace = chart.options().url().namespace();
        if (!namespace.equals("/")) {
            candidates.add(namespace + "/socket.io/");
            candidates.add(namespace + "/");
        }
        candidates.addAll(USUAL);
        String path = chart.options().path();
        if (path.length() > 1) {
            candidates.add(path.substring(0, path.length() - 1));
        }
        candidates.remove(path);
        return candidates.stream()
                .takeWhile(candidate -> !deadline.isOver())
                .filter(candidate -> answersAt(candidate, chart, deadline))
                .findFirst();
    }

    private static boolean answersAt(String path, Chart chart, Deadline deadline) {
        Duration share = chart.options().patience().dividedBy(USUAL.size());
        Deadline soon = deadline.orIn(share.compareTo(EACH) < 0 ? share : EACH);
        try {
            HttpAnswer answer = chart.requestsAt(path).open(chart.version(), List.of(), soon);
            Opened.of(answer).ifPresent(session -> new PollingLink(chart.requestsAt(path), session, true).close());
            return isEngine(answer);
        } catch (IOException unanswered) {
            return false;
        }
    }
}
