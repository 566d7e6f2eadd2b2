package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Transports: polling over several connections, so that a balancer shows itself, and whether a WebSocket gets through. */
final class TransportCheck implements Check {
    /** What Engine.IO writes on a refused upgrade, without the JSON around it (engine.io 6.6, abortUpgrade). */
    private static final Set<String> ENGINE_WORDS =
            Set.of("Session ID unknown", "Bad handshake method", "Bad request", "Forbidden", "Unsupported protocol version");

    private static final String TRANSPORT_UNKNOWN = "Transport unknown";

    @Override
    public Layer layer() {
        return Layer.TRANSPORT;
    }

    /** A session of several requests, and a WebSocket that may stay mute. */
    @Override
    public Deadline deadline(Chart chart) {
        return Deadline.in(chart.options().patience().multipliedBy(2));
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        boolean polls = chart.options().uses(Transport.POLLING);
        Optional<Finding> pollingTrouble = new PollingTrial(chart, deadline.orIn(chart.options().patience())).trouble();
        Optional<Finding> webSocketTrouble =
                chart.options().uses(Transport.WEBSOCKET) ? webSocketTrouble(chart, deadline) : Optional.empty();
        boolean pollingWorks = polls && pollingTrouble.isEmpty();
        if (!pollingWorks && !chart.webSocket()) {
            Finding why = polls ? pollingTrouble.orElseThrow() : webSocketTrouble.orElseThrow();
            return chart.end(why.kind(), why.values().toArray());
        }
        if (polls && pollingTrouble.isPresent()) {
            return new Failed(pollingTrouble.get());
        }
        if (webSocketTrouble.isPresent()) {
            return webSocketTrouble.get().kind() == Kind.TRANSPORT_NO_WEBSOCKET
                    ? new Passed(webSocketTrouble.get())
                    : new Failed(webSocketTrouble.get());
        }
        Kind both = chart.webSocket() ? Kind.TRANSPORT_BOTH : Kind.TRANSPORT_POLLING;
        return new Passed(Finding.of(polls ? both : Kind.TRANSPORT_WEBSOCKET));
    }

    private static Optional<Finding> webSocketTrouble(Chart chart, Deadline deadline) throws IOException {
        WebSocketLink.Wish wish =
                WebSocketLink.wish(chart.requests(), chart.version(), deadline.orIn(chart.options().patience()));
        return switch (wish) {
            case WebSocketLink.Wish.Granted(WebSocketLink link) -> {
                link.close();
                chart.webSocket(true);
                yield Optional.empty();
            }
            case WebSocketLink.Wish.Refused(HttpAnswer answer) -> Optional.of(refused(answer, chart));
            case WebSocketLink.Wish.Mute(String said) ->
                Optional.of(Finding.of(Kind.TRANSPORT_WEBSOCKET_SILENT, said));
            case WebSocketLink.Wish.Cut(String said) -> Optional.of(Finding.of(Kind.TRANSPORT_WEBSOCKET_CUT, said));
        };
    }

    /** Engine.IO answers an upgrade in plain words and a request that lost its upgrade in JSON: that tells who refused. */
    private static Finding refused(HttpAnswer answer, Chart chart) {
        Optional<HttpAnswer.Refusal> refusal = answer.refusal();
        String words = refusal.map(HttpAnswer.Refusal::message).orElseGet(answer::start);
        if (words.equals(TRANSPORT_UNKNOWN)) {
            return Finding.of(
                    chart.polling().isPresent() && chart.options().uses(Transport.POLLING)
                            ? Kind.TRANSPORT_NO_WEBSOCKET
                            : Kind.TRANSPORT_WEBSOCKET_OFF);
        }
        if (refusal.isPresent()) {
            return Finding.of(Kind.TRANSPORT_UPGRADE_STRIPPED);
        }
        return ENGINE_WORDS.contains(words)
                ? Finding.of(Kind.TRANSPORT_WEBSOCKET_REFUSED, answer.status(), words)
                : Finding.of(Kind.TRANSPORT_WEBSOCKET_BLOCKED, answer.status(), answer.program());
    }
}
