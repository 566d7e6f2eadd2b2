package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.socketio.PacketParser;
import java.util.Optional;

/** The parser: in which one the namespaces answered. */
final class ParserCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.PARSER;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        Optional<PacketParser> spoken = chart.joined().flatMap(Joined::spoken);
        if (spoken.isEmpty()) {
            return new Skipped(Finding.of(Kind.NOT_REACHED));
        }
        String asked = name(chart.options().parser());
        chart.repeatJoining();
        return spoken.get() == chart.options().parser()
                ? new Passed(Finding.of(Kind.PARSER_FITS, asked))
                : new Failed(Finding.of(Kind.PARSER_DIFFERS, asked, name(spoken.get())));
    }

    private static String name(PacketParser parser) {
        return switch (parser) {
            case JSON -> "JSON";
            case MSGPACK -> "MessagePack";
        };
    }
}
