package io.sioscope.app.capture;

import static io.sioscope.app.capture.Taps.DOWN;
import static io.sioscope.app.capture.Taps.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.CaptureSink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** A recorder that waits before its first entry until it is let go. */
    private static final class Held implements Recorder {
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final List<Entry> entries = new CopyOnWriteArrayList<>();
        private final Recorder numbering = Recorder.keepingNothing();

        @Override
        public Numbered append(Entry entry) {
            arrived.countDown();
            try {
                go.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            entries.add(entry);
            return numbering.append(entry);
        }

        @Override
        public int commit() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static void push(CaptureSink sink, int count, String argument) {
        for (int i = 0; i < count; i++) {
            sink.accept(Taps.event(i, UP, "e" + i, argument));
        }
    }

    @Test
    void whatSourcesTellOnManyThreadsIsAllRecordedInTheirOrder() throws Exception {
        JournalWriter writer = CaptureFile.create(folder.resolve("hub.siocap"));
        Hub hub = new Hub(writer);
        int perSource = 20_000;
        List<Thread> sources = new ArrayList<>();
        for (String session : List.of("a", "b", "c")) {
            CaptureSink sink = hub.sink(session);
            sources.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < perSource; i++) {
                    sink.accept(Taps.asking(i, UP, i, "x"));
                }
            }));
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                long length = writer.journal().length();
                if (length > 0) {
                    assertThat(writer.journal().row(length).event()).isEqualTo("ask");
                    assertThat(writer.journal().preview(length, 10)).isEqualTo("\"x\"");
                }
            }
        });
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        reader.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        for (Thread source : sources) {
            source.join();
        }
        hub.close();
        done.set(true);
        reader.join();

        Journal journal = writer.journal();
        assertThat(failures).isEmpty();
        assertThat(hub.metrics().nothingLost()).isTrue();
        assertThat(hub.metrics().recorded()).isEqualTo(3L * perSource);
        assertThat(journal.length()).isEqualTo(3L * perSource);
        java.util.Map<String, Long> next = new java.util.HashMap<>();
        for (long n = 1; n <= journal.length(); n++) {
            Row row = journal.row(n);
            assertThat(row.ackId()).isEqualTo(next.merge(row.session(), 1L, Long::sum) - 1);
        }
        journal.close();
    }

    @Test
    void rowsAreSeenSoonWithoutClosing() throws Exception {
        JournalWriter writer = CaptureFile.create(folder.resolve("soon.siocap"));
        try (Hub hub = new Hub(writer)) {
            hub.sink("s").accept(Taps.event(0, UP, "one"));
            await().atMost(LONG).until(() -> writer.journal().length() == 1);
            assertThat(writer.journal().preview(1, 10)).isEmpty();
            assertThat(folder.resolve("soon.siocap").toFile().length())
                    .isEqualTo(writer.journal().fileBytes());
        }
        writer.journal().close();
    }

    @Test
    void withoutRoomForBytesBodiesAreLeftOutAndTheTrueSizesStay() throws Exception {
        Held recorder = new Held();
        Hub hub = new Hub(recorder, new HubLimits(1_024, 50_000), new Statistics(System::nanoTime));
        CaptureSink sink = hub.sink("s");
        sink.accept(Taps.event(0, UP, "first"));
        assertThat(recorder.arrived.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        push(sink, 60, "y".repeat(2_000));
        CaptureSink.Pressure pressure = sink.accept(Taps.event(0, UP, "last", "y".repeat(2_000)));
        recorder.go.countDown();
        hub.close();

        assertThat(pressure).isEqualTo(CaptureSink.Pressure.HIGH);
        assertThat(recorder.entries).hasSize(62);
        Entry last = recorder.entries.getLast();
        assertThat(last.event()).isEqualTo("last");
        assertThat(last.body().omitted()).isTrue();
        assertThat(last.size()).isGreaterThan(2_000);
        assertThat(hub.metrics().droppedBodies()).isPositive();
        assertThat(hub.metrics().lostEvents()).isZero();
        assertThat(hub.metrics().nothingLost()).isFalse();
    }

    @Test
    void withoutAnyRoomEventsAreMergedIntoOneGapInTheirPlace() throws Exception {
        Held recorder = new Held();
        Hub hub = new Hub(recorder, new HubLimits(16, 1 << 20), new Statistics(System::nanoTime));
        CaptureSink sink = hub.sink("s");
        sink.accept(Taps.event(0, UP, "first"));
        assertThat(recorder.arrived.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        push(sink, 500, "z");
        recorder.go.countDown();
        await().atMost(LONG).until(() -> recorder.entries.stream().anyMatch(entry -> entry.layer() == Layer.GAP));
        sink.accept(Taps.event(9_000, DOWN, "after"));
        hub.close();

        List<Entry> gaps =
                recorder.entries.stream().filter(entry -> entry.layer() == Layer.GAP).toList();
        long told = gaps.stream().mapToLong(gap -> ((Details.Gap) gap.details()).events()).sum();
        long events = recorder.entries.stream().filter(entry -> entry.layer() == Layer.SOCKETIO).count();
        assertThat(gaps).hasSize(1);
        assertThat(told + events).isEqualTo(502);
        assertThat(hub.metrics().lostEvents()).isEqualTo(told);
        assertThat(gaps.getFirst().session()).isEqualTo("s");
        assertThat(((Details.Gap) gaps.getFirst().details()).untilNanos())
                .isEqualTo(Taps.START_NANOS + 499 * 1_000_000L);
        assertThat(recorder.entries.getLast().event()).isEqualTo("after");
    }

    @Test
    void aGapAtTheVeryEndIsToldOnClosing() throws Exception {
        Held recorder = new Held();
        Hub hub = new Hub(recorder, new HubLimits(16, 1 << 20), new Statistics(System::nanoTime));
        CaptureSink sink = hub.sink("s");
        sink.accept(Taps.event(0, UP, "first"));
        assertThat(recorder.arrived.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        push(sink, 100, "z");
        Thread closer = Thread.ofPlatform().start(hub::close);
        recorder.go.countDown();
        closer.join();

        assertThat(recorder.entries.getLast().layer()).isEqualTo(Layer.GAP);
    }

    @Test
    void listenersHearNumberedRowsInOrder() {
        List<Numbered> heard = new CopyOnWriteArrayList<>();
        Hub hub = new Hub(Recorder.keepingNothing());
        hub.listen(heard::add);
        CaptureEvent[] events = {Taps.asking(0, UP, 3), Taps.ack(1, DOWN, 3)};
        for (CaptureEvent event : events) {
            hub.sink("s").accept(event);
        }
        hub.close();

        assertThat(heard).extracting(Numbered::n).containsExactly(1L, 2L);
        assertThat(heard.getLast().pairs()).isEqualTo(1);
    }

    @Test
    void aListenerThatFailsCostsNoRow() throws Exception {
        JournalWriter writer = CaptureFile.create(folder.resolve("listener.siocap"));
        Hub hub = new Hub(writer);
        hub.listen(row -> {
            throw new IllegalStateException("a test's failure");
        });
        hub.sink("s").accept(Taps.event(0, UP, "a"));
        hub.sink("s").accept(Taps.event(1, UP, "b"));
        hub.close();

        assertThat(writer.journal().length()).isEqualTo(2);
        assertThat(hub.metrics().nothingLost()).isTrue();
        writer.journal().close();
    }

    @Test
    void aDiskThatIsFullEndsRecordingAndIsNotHidden() throws Exception {
        Path path = folder.resolve("disk.siocap");
        JournalWriter writer = FullDisk.journal(path, 3_000);
        Hub hub = new Hub(writer);
        for (int i = 0; i < 200; i++) {
            hub.sink("s").accept(Taps.event(i, UP, "e", "x".repeat(40)));
            await().atMost(LONG).until(() -> hub.metrics().recorded() + hub.metrics().lostEvents() > 0);
        }
        hub.close();

        Journal journal = writer.journal();
        assertThat(journal.failure()).contains("no space left in this test");
        assertThat(hub.metrics().lostEvents()).isPositive();
        assertThat(hub.metrics().recorded()).isEqualTo(journal.length());
        assertThat(hub.metrics().recorded() + hub.metrics().lostEvents()).isEqualTo(200);
        long rows = journal.length();
        journal.close();
        CaptureFile.Opened opened = CaptureFile.open(path);
        assertThat(opened.journal().length()).isEqualTo(rows);
        assertThat(opened.leftOutBytes()).isZero();
        opened.journal().close();
    }

    @Test
    void aFeedWaitsForRoomAndLosesNothing() throws Exception {
        JournalWriter writer = CaptureFile.create(folder.resolve("feed.siocap"));
        Hub hub = new Hub(writer, new HubLimits(16, 1 << 20), new Statistics(System::nanoTime));
        for (int i = 0; i < 2_000; i++) {
            hub.feed(Entries.of("file", Taps.event(i, UP, "e")));
        }
        hub.close();

        assertThat(hub.metrics().nothingLost()).isTrue();
        assertThat(writer.journal().length()).isEqualTo(2_000);
        writer.journal().close();
    }

    @Test
    void whatComesAfterClosingIsCountedAsLost() {
        Hub hub = new Hub(Recorder.keepingNothing());
        CaptureSink sink = hub.sink("s");
        hub.close();
        sink.accept(Taps.event(0, UP, "late"));

        assertThat(hub.metrics().lostEvents()).isEqualTo(1);
    }
}
