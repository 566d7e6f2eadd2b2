package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.CertificateRefusal;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostAddress;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.MadeCertificate;
import io.sioscope.app.workbench.Workbench;
import io.sioscope.app.workbench.Words;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.CloseReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a host until it is asked to stop. Main thread. */
final class HostRun {
    private static final Duration TURN = Duration.ofMillis(20);

    private final CliContext context;
    private final Words words;
    private final Output output;
    private final @Nullable Path file;
    private final PacketPrinter printer;
    private final SignalQueue<Signal> signals = new SignalQueue<>();

    private sealed interface Signal {
        record Connected(String namespace, String socket, Transport transport, int eio) implements Signal {}

        record Disconnected(String namespace, String socket, CloseReason reason) implements Signal {}
    }

    HostRun(CliContext context, Words words, Output output, @Nullable Path file) {
        this.context = context;
        this.words = words;
        this.output = output;
        this.file = file;
        this.printer = new PacketPrinter(output);
    }

    /** Runs, and returns the exit code. */
    int run(HostSpec spec) {
        Explain explain = new Explain(context.locale());
        try (LiveCapture capture = LiveCapture.open(Optional.ofNullable(file), explain)) {
            try (Workbench workbench = new Workbench(capture.hub(), context.locale(), context.certificates())) {
                HostSession host = host(workbench, spec, explain);
                capture.keep();
                listening(host);
                loop(capture, spec.behaviour() instanceof Behaviour.Demo ? Optional.of(new RoomList(host)) : Optional.empty());
            }
            capture.finish(printer::print);
            drainSignals();
        }
        output.flush();
        return ExitCode.DONE;
    }

    private HostSession host(Workbench workbench, HostSpec spec, Explain explain) {
        try {
            return workbench.host(spec, new Ears());
        } catch (ListenException refused) {
            throw new CliFailure(ExitCode.FAILED, explain.listen(refused));
        } catch (CertificateRefusal refused) {
            throw new CliFailure(ExitCode.FAILED, explain.certificate(refused));
        }
    }

    private void listening(HostSession host) {
        HostAddress address = host.address();
        if (output.json()) {
            ObjectNode line = Output.object("listening")
                    .put("url", address.url())
                    .put("port", address.port())
                    .put("path", address.path());
            host.madeCertificate().ifPresent(made -> {
                line.put("fingerprint", made.fingerprint());
                made.file().ifPresent(kept -> line.put("certificate", kept.toString()));
            });
            output.object(line);
        } else {
            output.say(words.get("host.listening", address.url(), address.path()));
            host.madeCertificate().ifPresent(this::sayCertificate);
        }
        output.flush();
    }

    private void sayCertificate(MadeCertificate made) {
        output.say(words.get(made.fresh() ? "host.certificate.new" : "host.certificate.known", made.fingerprint()));
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(context.locale())
                .withZone(ZoneId.systemDefault())
                .format(made.until());
        output.say(made.file()
                .map(kept -> words.get("host.certificate.kept", kept, until))
                .orElseGet(() -> words.get(
                        "host.certificate.notKept", made.folder().map(Path::toString).orElse(""))));
    }

    private void loop(LiveCapture capture, Optional<RoomList> rooms) {
        while (!context.stop().isRequested() && !output.isBroken()) {
            Signal signal = signals.next(TURN);
            if (signal != null) {
                print(signal);
            }
            drainSignals();
            capture.drain(printer::print);
            if (!output.json()) {
                rooms.flatMap(list -> list.due(output.style(), words)).ifPresent(output::line);
            }
        }
    }

    private void drainSignals() {
        for (Signal signal = signals.next(Duration.ZERO); signal != null; signal = signals.next(Duration.ZERO)) {
            print(signal);
        }
        long lost = signals.takeLost();
        if (lost > 0) {
            output.say(words.get("live.lost", lost));
        }
    }

    private void print(Signal signal) {
        if (output.json()) {
            output.object(json(signal));
        }
    }

    private static ObjectNode json(Signal signal) {
        return switch (signal) {
            case Signal.Connected it ->
                Output.object("connection")
                        .put("namespace", it.namespace())
                        .put("socket", it.socket())
                        .put("transport", it.transport().label())
                        .put("eio", it.eio());
            case Signal.Disconnected it ->
                Output.object("disconnect")
                        .put("namespace", it.namespace())
                        .put("socket", it.socket())
                        .put("reason", it.reason().text());
        };
    }

    /** Runs on event loops. */
    private final class Ears implements ServerListener {
        @Override
        public void socketConnected(ServerSocket socket) {
            signals.send(new Signal.Connected(
                    socket.namespace().name(), socket.id(), socket.transport(), socket.conn().protocol()));
        }

        @Override
        public void socketDisconnected(ServerSocket socket, CloseReason reason) {
            signals.send(new Signal.Disconnected(socket.namespace().name(), socket.id(), reason));
        }
    }
}
