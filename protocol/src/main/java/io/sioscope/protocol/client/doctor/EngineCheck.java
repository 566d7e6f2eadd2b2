package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.session.EngineChoice;
import java.io.IOException;
import java.util.Optional;

/** Engine.IO: whether it lets in, and whether it is of the client's generation. */
final class EngineCheck implements Check {
    /** Engine.IO's codes (engine.io 6.6, server.ts). */
    private static final int TRANSPORT_UNKNOWN = 0;

    private static final int FORBIDDEN = 4;
    private static final int UNSUPPORTED_VERSION = 5;

    @Override
    public Layer layer() {
        return Layer.ENGINE;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        chart.repeatOpening();
        Optional<HttpAnswer> answer = chart.answer();
        Optional<HttpAnswer.Refusal> refusal = answer.flatMap(HttpAnswer::refusal);
        if (refusal.isPresent() && refusal.get().code() != TRANSPORT_UNKNOWN) {
            return refused(refusal.get(), chart);
        }
        Optional<Opened> session = answer.flatMap(Opened::of);
        if (session.isPresent()) {
            chart.polling(session.get());
            return version(session.get(), chart);
        }
        if (answer.filter(Opened::looksLikeOne).isPresent()) {
            return chart.end(Kind.ENGINE_UNREADABLE, answer.get().start());
        }
        return overWebSocket(chart, deadline);
    }

    private static CheckResult refused(HttpAnswer.Refusal refusal, Chart chart) {
        return switch (refusal.code()) {
            case FORBIDDEN -> chart.end(Kind.ENGINE_FORBIDDEN, refusal.message());
            case UNSUPPORTED_VERSION ->
                chart.version() == EngineVersion.V3
                        ? chart.end(Kind.ENGINE_ONLY_4)
                        : chart.end(Kind.ENGINE_REFUSED, refusal.code(), refusal.message());
            default -> chart.end(Kind.ENGINE_REFUSED, refusal.code(), refusal.message());
        };
    }

    /** Servers 2.x answer in their own framing whatever is asked for; the rest is then examined in that. */
    private static CheckResult version(Opened session, Chart chart) {
        EngineVersion asked = chart.version();
        chart.version(session.version());
        if (asked != session.version() && chart.options().engine() != EngineChoice.DETECT) {
            return asked == EngineVersion.V4 ? new Failed(Finding.of(Kind.ENGINE_ONLY_3)) : chart.end(Kind.ENGINE_ONLY_4);
        }
        Handshake handshake = session.handshake();
        return new Passed(Finding.of(
                Kind.ENGINE_SPOKEN,
                session.version().number(),
                handshake.pingIntervalMs(),
                handshake.pingTimeoutMs()));
    }

    /** A server without polling tells its generation on a WebSocket only. */
    private static CheckResult overWebSocket(Chart chart, Deadline deadline) throws IOException {
        WebSocketLink.Wish wish = WebSocketLink.wish(chart.requests(), chart.version(), deadline);
        return switch (wish) {
            case WebSocketLink.Wish.Granted(WebSocketLink link) -> {
                link.close();
                yield version(link.opened(), chart);
            }
            case WebSocketLink.Wish.Refused(HttpAnswer answer) ->
                chart.end(Kind.ENGINE_REFUSED, answer.status(), answer.start());
            case WebSocketLink.Wish.Mute(String said) -> chart.end(Kind.ENGINE_UNREADABLE, said);
            case WebSocketLink.Wish.Cut(String said) -> chart.end(Kind.ENGINE_UNREADABLE, said);
        };
    }
}
