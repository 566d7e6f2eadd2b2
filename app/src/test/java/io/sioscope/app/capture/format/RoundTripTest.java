package io.sioscope.app.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.Entries;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.Taps;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Where;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketIoCodec;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    Path folder;

    /** Packets of several connections, each a microsecond and more after the one before. */
    @Provide
    Arbitrary<List<Entry>> captures() {
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).filter(RoundTripTest::isWellFormed).map(text -> (Object) text),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(9).map(bytes -> (Object) bytes),
                Arbitraries.just((Object) Map.of("k", List.of(1, true, "é\n"))));
        Arbitrary<Arguments> arguments = values.list().ofMaxSize(3).map(list -> Arguments.of(list.toArray()));
        Arbitrary<String> namespaces = Arbitraries.of("/", "/chat", "/é");
        Arbitrary<Long> ids = Arbitraries.longs().between(-1, 3);
        Arbitrary<SocketPacket> packets = Arbitraries.oneOf(
                Combinators.combine(namespaces, ids, Arbitraries.of("a", "b:c", "été", "\"q\""), arguments)
                        .as((namespace, id, name, values2) -> new SocketPacket.Event(namespace, id, name, values2)),
                Combinators.combine(namespaces, ids.map(id -> Math.max(0, id)), arguments)
                        .as((namespace, id, values2) -> new SocketPacket.Ack(namespace, id, values2)),
                namespaces.map(namespace -> new SocketPacket.Connect(
                        namespace, Arguments.of(Map.of("sid", "S" + namespace)))),
                namespaces.map(SocketPacket.Disconnect::new));
        Arbitrary<CaptureEvent.Packet> events = Combinators.combine(
                        packets,
                        Arbitraries.of(Direction.values()),
                        Arbitraries.of(Transport.values()),
                        Arbitraries.of("L1", "L 2&x"))
                .as((packet, direction, transport, link) -> {
                    SocketIoCodec.Encoded encoded = SocketIoCodec.encode(packet);
                    Where where = new Where(link, direction, transport, 0);
                    return new CaptureEvent.Packet(where, "", packet, encoded.text(), encoded.attachments());
                });
        return events.list().ofMaxSize(20).map(RoundTripTest::inTime);
    }

    private static boolean isWellFormed(String text) {
        return text.equals(new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<Entry> inTime(List<CaptureEvent.Packet> packets) {
        List<Entry> entries = new ArrayList<>();
        long time = Taps.START_NANOS;
        Map<String, String> sockets = new java.util.HashMap<>();
        for (CaptureEvent.Packet each : packets) {
            time += 1_000 + (long) entries.size() * 7_000_000;
            Where where = each.where();
            String joined = where.link() + each.packet().namespace();
            if (each.packet() instanceof SocketPacket.Connect && where.direction() == Direction.TO_CLIENT) {
                sockets.put(joined, "S" + each.packet().namespace());
            }
            Where then = new Where(where.link(), where.direction(), where.transport(), time);
            String socket = sockets.getOrDefault(joined, "");
            entries.add(Entries.of(
                    "one", new CaptureEvent.Packet(then, socket, each.packet(), each.raw(), each.attachments())));
        }
        return entries;
    }

    private static void check(List<Entry> entries, String ending) throws IOException, FormatException {
        Path folder = Files.createTempDirectory("sioscope-test");
        Path original = Samples.capture(folder, entries);
        Path middle = folder.resolve("middle" + ending);
        Path back = folder.resolve("back.siocap");
        CaptureFormats.convert(original, middle, Progress.NONE);
        CaptureFormats.convert(middle, back, Progress.NONE);
        try (Imported first = CaptureFormats.open(original, folder, Progress.NONE);
                Imported second = CaptureFormats.open(back, folder, Progress.NONE)) {
            assertThat(Samples.packets(second.journal())).isEqualTo(Samples.packets(first.journal()));
            assertThat(Samples.pairs(second.journal())).isEqualTo(Samples.pairs(first.journal()));
        }
        try (var left = Files.list(folder)) {
            for (Path each : left.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 150)
    void jsonLinesKeepEveryPacket(@ForAll("captures") List<Entry> entries) throws Exception {
        check(entries, ".jsonl");
    }

    @Property(tries = 150)
    void nativeCopiesKeepEveryPacket(@ForAll("captures") List<Entry> entries) throws Exception {
        check(entries, ".siocap");
    }

    @Property(tries = 150)
    void harKeepsEveryPacket(@ForAll("captures") List<Entry> entries) throws Exception {
        if (!entries.isEmpty()) {
            check(entries, ".har");
        }
    }

    @Test
    void everyLayerComesBackFromJsonLines() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (CaptureEvent event : new CaptureEvent[] {
            Taps.ping(1), Taps.http(2), Taps.closed(3), Taps.fault(4, "42[\"x\""), Taps.gap(5)
        }) {
            entries.add(Entries.of("s", event));
        }
        entries.add(Entries.of("s", Taps.event(6, Taps.UP, "gone", "x")).withoutBody());
        Path original = Samples.capture(folder, entries);
        Path lines = folder.resolve("all.jsonl");
        CaptureFormats.convert(original, lines, Progress.NONE);
        try (Imported back = CaptureFormats.open(lines, folder, Progress.NONE)) {
            Journal journal = back.journal();
            for (int i = 0; i < entries.size(); i++) {
                assertThat(journal.entry(i + 1)).isEqualTo(entries.get(i));
            }
        }
    }

    @Test
    void aBroadcastStaysInACopyOnce() throws Exception {
        CaptureEvent.Packet news = Taps.event(0, Taps.DOWN, "news", "x".repeat(50_000));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(Entries.of("s", news));
        }
        Path copy = folder.resolve("copy.siocap");
        CaptureFormats.convert(Samples.capture(folder, entries), copy, Progress.NONE);

        assertThat(Files.size(copy)).isLessThan(60_000);
    }
}
