package io.sioscope.app.capture;

import static io.sioscope.app.capture.Taps.DOWN;
import static io.sioscope.app.capture.Taps.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
    @TempDir
    Path folder;

    private JournalWriter writer;
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        writer = CaptureFile.create(folder.resolve("test.siocap"), new JournalLimits(1 << 20, 100, 100, 3));
        journal = writer.journal();
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
        journal.close();
    }

    @Test
    void bothHalvesKnowEachOtherAndTheLatency() {
        Taps.record(writer, "s", Taps.asking(10, UP, 0, "a"));
        assertThat(journal.row(1).ackState()).isEqualTo(AckState.AWAITED);
        assertThat(journal.row(1).latencyNanos()).isEqualTo(-1);
        long changes = journal.changes();

        Taps.record(writer, "s", Taps.ack(13, DOWN, 0, "b"));

        assertThat(journal.changes()).isGreaterThan(changes);
        assertThat(journal.row(1).ackState()).isEqualTo(AckState.ACKED);
        assertThat(journal.row(1).pairs()).isEqualTo(2);
        assertThat(journal.row(1).latencyNanos()).isEqualTo(3_000_000);
        assertThat(journal.row(2).ackState()).isEqualTo(AckState.ANSWER);
        assertThat(journal.row(2).pairs()).isEqualTo(1);
        assertThat(journal.row(2).latencyNanos()).isEqualTo(3_000_000);
    }

    @Test
    void theSameIdInTheOtherDirectionIsAnotherConversation() {
        Taps.record(writer, "s", Taps.asking(0, UP, 7), Taps.asking(1, DOWN, 7), Taps.ack(2, UP, 7), Taps.ack(3, DOWN, 7));

        assertThat(journal.row(3).pairs()).isEqualTo(2);
        assertThat(journal.row(4).pairs()).isEqualTo(1);
    }

    @Test
    void sessionLinkAndNamespaceKeepIdsApart() {
        Taps.record(writer, "a", Taps.asking(0, UP, 1));
        Taps.record(writer, "b", Taps.ack(1, DOWN, 1));
        Taps.record(writer, "a", Taps.packet(Taps.at(2, DOWN), new SocketPacket.Ack("/x", 1, Arguments.NONE)));
        Taps.record(
                writer,
                "a",
                Taps.packet(
                        Taps.at("link2", 2, DOWN, io.sioscope.protocol.Transport.WEBSOCKET),
                        new SocketPacket.Ack("/", 1, Arguments.NONE)));

        assertThat(journal.row(1).ackState()).isEqualTo(AckState.AWAITED);
        for (long n = 2; n <= 4; n++) {
            assertThat(journal.row(n).ackState()).isEqualTo(AckState.UNASKED);
            assertThat(journal.row(n).pairs()).isZero();
        }
    }

    @Test
    void aSecondAcknowledgementIsADuplicate() {
        Taps.record(writer, "s", Taps.asking(0, UP, 1), Taps.ack(1, DOWN, 1), Taps.ack(5, DOWN, 1));

        assertThat(journal.row(1).pairs()).isEqualTo(2);
        assertThat(journal.row(3).ackState()).isEqualTo(AckState.DUPLICATE);
        assertThat(journal.row(3).pairs()).isEqualTo(1);
    }

    @Test
    void requestsOfAnEndedConnectionAreNeverAnswered() {
        Taps.record(writer, "s", Taps.asking(0, UP, 1), Taps.asking(0, DOWN, 2));
        Taps.record(writer, "s", Taps.closed(9), Taps.ack(10, DOWN, 1));

        assertThat(journal.row(1).ackState()).isEqualTo(AckState.NEVER);
        assertThat(journal.row(2).ackState()).isEqualTo(AckState.NEVER);
        assertThat(journal.row(4).ackState()).isEqualTo(AckState.UNASKED);
    }

    @Test
    void leavingANamespaceEndsItsRequestsAlone() {
        CaptureEvent other = Taps.packet(Taps.at(0, UP), new SocketPacket.Event("/x", 1, "e", Arguments.NONE));
        CaptureEvent left = Taps.packet(Taps.at(1, DOWN), new SocketPacket.Disconnect("/"));
        Taps.record(writer, "s", Taps.asking(0, UP, 1), other, left);

        assertThat(journal.row(1).ackState()).isEqualTo(AckState.NEVER);
        assertThat(journal.row(2).ackState()).isEqualTo(AckState.AWAITED);
    }

    @Test
    void anIdUsedAgainBelongsToTheLaterRequest() {
        Taps.record(writer, "s", Taps.asking(0, UP, 1), Taps.asking(4, UP, 1), Taps.ack(5, DOWN, 1));

        assertThat(journal.row(1).ackState()).isEqualTo(AckState.NEVER);
        assertThat(journal.row(3).pairs()).isEqualTo(2);
    }

    @Test
    void onlyABoundedNumberOfRequestsIsRemembered() {
        for (int id = 0; id < 5; id++) {
            Taps.record(writer, "s", Taps.asking(id, UP, id));
        }
        Taps.record(writer, "s", Taps.ack(10, DOWN, 0), Taps.ack(10, DOWN, 4));

        assertThat(journal.row(6).ackState()).isEqualTo(AckState.UNASKED);
        assertThat(journal.row(7).pairs()).isEqualTo(5);
    }

    @Test
    void idsLargerThanAnIntArePaired() {
        long id = (1L << 53) - 1;
        Taps.record(writer, "s", Taps.asking(0, UP, id), Taps.ack(1, DOWN, id));

        assertThat(journal.row(1).ackId()).isEqualTo(id);
        assertThat(journal.row(1).pairs()).isEqualTo(2);
    }

    @Test
    void theRecorderThatKeepsNothingPairsToo() {
        Recorder passing = Recorder.keepingNothing();
        passing.append(Entries.of("s", Taps.asking(0, UP, 1)));
        Numbered ack = passing.append(Entries.of("s", Taps.ack(2, DOWN, 1)));

        assertThat(ack).isNotNull();
        assertThat(ack.n()).isEqualTo(2);
        assertThat(ack.pairs()).isEqualTo(1);
        assertThat(ack.latencyNanos()).isEqualTo(2_000_000);
    }
}
