package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalWriter;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.format.CaptureFormats;
import io.sioscope.app.capture.format.FormatException;
import io.sioscope.app.capture.format.Progress;
import io.sioscope.protocol.socketio.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSessionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private JournalWriter writer;
    private Journal journal;
    private Hub hub;
    private Workbench workbench;

    @BeforeEach
    void open() throws IOException {
        writer = CaptureFile.create(folder.resolve("all.siocap"));
        journal = writer.journal();
        hub = new Hub(writer);
        workbench = new Workbench(hub, Locale.ENGLISH);
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
        hub.close();
        journal.close();
    }

    /** Kind, direction and preview of the Socket.IO rows of a session: what must survive every format. */
    private List<String> packets(String session) {
        return LongStream.rangeClosed(1, journal.length())
                .filter(n -> journal.row(n).session().equals(session) && journal.layer(n) == Layer.SOCKETIO)
                .mapToObj(n -> journal.row(n).kind() + " " + journal.direction(n) + " " + journal.row(n).event() + " "
                        + journal.preview(n, 200) + " " + journal.row(n).ackState())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.siocap", "out.jsonl", "out.har"})
    void whatIsExportedOpensAsTheSamePackets(String name) throws Exception {
        HostSession host = workbench.host(HostSpec.on(0, new Behaviour.Echo()));
        ClientSession client = workbench.connect(ConnectSpec.to(host.address().url())
                .withTransports(List.of(io.sioscope.protocol.Transport.WEBSOCKET)));
        await().atMost(PATIENCE).until(() -> client.sid("/").isPresent());
        workbench
                .emit(new EmitRequest(
                        client.id(),
                        new Target.Server(),
                        "/",
                        "save",
                        Arguments.of("é", new byte[] {1, 2, 3}),
                        Optional.of(PATIENCE)))
                .get(20, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> packets(client.id()).size() == 5);
        List<String> before = packets(client.id());

        Path file = folder.resolve(name);
        CaptureFormats.export(journal, n -> journal.row(n).session().equals(client.id()), file, Progress.NONE);
        FileSession opened = workbench.open(file, Progress.NONE).session();
        await().atMost(PATIENCE).until(() -> opened.snapshot().state() instanceof SessionState.Opened);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(packets(opened.id())).isEqualTo(before));
        assertThat(opened.snapshot().name()).isEqualTo(name);
        assertThat(workbench.emit(new EmitRequest(
                                opened.id(), new Target.Server(), "/", "e", Arguments.NONE, Optional.empty()))
                        .get(1, TimeUnit.SECONDS))
                .isEqualTo(new EmitOutcome.Rejected(EmitOutcome.Why.NO_SESSION));
    }

    @Test
    void aBrokenFileLeavesNothingBehind() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"format\":\"sioscope-capture\",\"version\":1}\n{]\n");
        assertThatThrownBy(() -> workbench.open(broken, Progress.NONE))
                .isInstanceOfSatisfying(FormatException.class, failure -> {
                    Explanation words = new Explain(Locale.ENGLISH).file(failure.problem());
                    assertThat(words.message()).contains("broken.jsonl").endsWith(".");
                    assertThat(words.hint()).isNotBlank();
                });
        assertThat(workbench.sessions()).isEmpty();
        assertThat(journal.length()).isZero();
    }
}
