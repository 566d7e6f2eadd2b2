package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import io.sioscope.protocol.socketio.PacketParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Namespaces: asks for each, and whether it exists. Its answers also tell of the middleware and the parser, whose checks read
 * them: where nobody answers, the same is asked again in the other parser.
 */
final class NamespaceCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.NAMESPACE;
    }

    /** Twice where the parser is in doubt. */
    @Override
    public Deadline deadline(Chart chart) {
        return Deadline.in(chart.options().patience().multipliedBy(3));
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        DoctorOptions options = chart.options();
        Joined joined = join(chart, options.parser(), deadline.orIn(options.patience()));
        if (joined.answers().isEmpty() && joined.ended().isPresent()) {
            chart.leave();
            PacketParser other = options.parser() == PacketParser.JSON ? PacketParser.MSGPACK : PacketParser.JSON;
            Joined again = join(chart, other, deadline.orIn(options.patience()));
            if (again.spoken().isPresent()) {
                chart.joined(again);
                return told(again, options);
            }
        }
        chart.joined(joined);
        return told(joined, options);
    }

    private static CheckResult told(Joined joined, DoctorOptions options) {
        List<String> silent = joined.silent(options.namespaces());
        if (!joined.unknown().isEmpty()) {
            return new Failed(Finding.of(Kind.NAMESPACE_UNKNOWN, String.join(", ", joined.unknown())));
        }
        if (!silent.isEmpty() && joined.ended().isPresent()) {
            return new Failed(Finding.of(Kind.NAMESPACE_CLOSED, joined.ended().get()));
        }
        return silent.isEmpty()
                ? new Passed(Finding.of(Kind.NAMESPACE_EXISTS, String.join(", ", options.namespaces())))
                : new Skipped(Finding.of(Kind.NAMESPACE_UNTOLD, String.join(", ", silent)));
    }

    private static Joined join(Chart chart, PacketParser parser, Deadline deadline) throws IOException {
        EngineLink link = open(chart, deadline);
        Joining joining = new Joining(chart.options(), link, parser, chart::add);
        chart.link(link, joining);
        return joining.join(deadline);
    }

    private static EngineLink open(Chart chart, Deadline deadline) throws IOException {
        if (chart.webSocket()) {
            return switch (WebSocketLink.wish(chart.requests(), chart.version(), deadline)) {
                case WebSocketLink.Wish.Granted(WebSocketLink link) -> link;
                case WebSocketLink.Wish.Refused(HttpAnswer answer) -> throw lost("HTTP " + answer.status());
                case WebSocketLink.Wish.Mute(String said) -> throw lost(said);
                case WebSocketLink.Wish.Cut(String said) -> throw lost(said);
            };
        }
        HttpAnswer answer = chart.requests().open(chart.version(), List.of(), deadline);
        Optional<Opened> opened = Opened.of(answer);
        return new PollingLink(chart.requests(), opened.orElseThrow(() -> lost("HTTP " + answer.status())), true);
    }

    private static WireException lost(String said) {
        return new WireException(Trouble.CLOSED, said);
    }
}
