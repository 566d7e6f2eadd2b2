package io.sioscope.app.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.CaptureFile;
import io.sioscope.app.capture.Hub;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.JournalWriter;
import io.sioscope.app.capture.Row;
import io.sioscope.app.capture.Taps;
import io.sioscope.app.ui.inspector.JournalPackets;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.capture.CaptureEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFeedTest {

    @TempDir
    private Path folder;

    private Journal journal;
    private JournalFeed feed;

    private final AckWatch watch = new AckWatch() {
        @Override
        public boolean answerable(Row row) {
            return row.direction() == Direction.TO_CLIENT;
        }

        @Override
        public boolean live(String session) {
            return session.equals("c1");
        }
    };

    @BeforeEach
    void record() throws IOException {
        JournalWriter writer = CaptureFile.create(folder.resolve("test.siocap"));
        journal = writer.journal();
        try (Hub hub = new Hub(writer)) {
            tell(hub, "c1", Taps.asking(0, Direction.TO_SERVER, 4, "lobby", 1));
            tell(hub, "c1", Taps.ack(12, Direction.TO_CLIENT, 4, "granted"));
            tell(hub, "c1", Taps.event(20, Direction.TO_CLIENT, "chat:message", "hello", new byte[2100]));
            tell(hub, "c1", Taps.asking(30, Direction.TO_CLIENT, 9, "yours?"));
            tell(hub, "c1", Taps.ping(40));
            tell(hub, "c1", Taps.fault(50, "42[\"broken"));
            tell(hub, "f1", Taps.asking(60, Direction.TO_SERVER, 1));
        }
        Texts texts = new Texts(TrafficView.class, Locale.ENGLISH);
        feed = new JournalFeed(
                journal, texts, watch, Runnable::run, () -> Taps.START_NANOS + 1_000_000_000L, ZoneOffset.UTC);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static void tell(Hub hub, String session, CaptureEvent event) {
        hub.sink(session).accept(event);
    }

    private TrafficFeed.Matches matches(String filter, boolean heartbeats, String session) {
        TrafficFeed.Matches found = feed.matches(new TrafficFeed.Query(filter, heartbeats, 0, session, "", java.util.Set.of()));
        found.keepUp();
        return found;
    }

    private static List<Long> numbers(TrafficFeed.Matches matches) {
        return IntStream.range(0, matches.count()).mapToObj(i -> matches.row(i).number()).toList();
    }

    @Test
    void anAckIsShownInTheRowThatAskedForIt() {
        TrafficFeed.Matches rows = matches("", false, "c1");

        assertThat(numbers(rows)).containsExactly(1L, 3L, 4L, 6L);
        assertThat(rows.row(0).ack()).isEqualTo(new RowAck.Came(12_000_000));
        assertThat(rows.row(0).preview()).isEqualTo("\"lobby\",1");
        assertThat(rows.row(0).who()).isEqualTo("sock1");
    }

    @Test
    void anAckAskedOfUsCanBeAnsweredHereButNotInAFile() {
        assertThat(matches("", false, "c1").row(2).ack()).isEqualTo(new RowAck.Awaited(Taps.START_NANOS + 30_000_000, true));
        assertThat(matches("", false, "f1").row(0).ack()).isEqualTo(new RowAck.Never(0));
    }

    @Test
    void rowsTellTheTimeSinceTheRowAboveThem() {
        TrafficFeed.Matches rows = matches("", false, "c1");

        assertThat(rows.row(1).deltaNanos()).isEqualTo(20_000_000);
        assertThat(rows.row(1).type()).isEqualTo(RowType.BINARY);
        assertThat(rows.row(1).preview()).contains("2.1 kB");
        assertThat(rows.row(3).type()).isEqualTo(RowType.FAULT);
        assertThat(rows.row(3).preview()).isEqualTo("byte 3: this is no JSON");
    }

    @Test
    void heartbeatsAreShownOnDemand() {
        TrafficFeed.Matches rows = matches("", true, "c1");

        assertThat(numbers(rows)).containsExactly(1L, 3L, 4L, 5L, 6L);
        assertThat(rows.row(3).type()).isEqualTo(RowType.HEARTBEAT);
    }

    @Test
    void aFilterKeepsTheCountOfWhatThereIs() {
        TrafficFeed.Matches rows = matches("event:chat:*", false, "");

        assertThat(numbers(rows)).containsExactly(3L);
        assertThat(rows.looked()).isEqualTo(5);
        assertThat(rows.indexOf(3)).isZero();
        assertThat(rows.indexOf(4)).isEqualTo(-1);
        assertThat(matches("", false, "").indexOf(2)).as("an answer stands in the row that asked").isZero();
        assertThat(numbers(matches("granted", false, ""))).as("the answer itself is found").containsExactly(2L);
    }

    @Test
    void whatIsNotUnderstoodIsExplained() {
        FilterReading reading = feed.read("event:chat colour:3");

        assertThat(reading.good()).isFalse();
        assertThat(reading.problem()).startsWith("\"colour\" is no field.");
        assertThat(reading.tokens()).extracting(FilterReading.Token::understood).containsExactly(true, false);
        assertThat(feed.read("event:chat -typing").tokens()).hasSize(2);
    }

    @Test
    void theInspectorReadsTheSameJournal() throws IOException {
        JournalPackets packets = new JournalPackets(journal, () -> 0);

        assertThat(packets.row(0)).isNull();
        assertThat(packets.row(8)).isNull();
        assertThat(packets.entry(3).body().attachments()).hasSize(1);
    }
}
