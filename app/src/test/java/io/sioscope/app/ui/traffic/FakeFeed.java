package io.sioscope.app.ui.traffic;

import io.sioscope.protocol.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A capture in a list. Its filter knows words that stand in an event's name, and finds fault with {@code ?}. */
final class FakeFeed implements TrafficFeed {

    final List<TrafficRow> rows = new ArrayList<>();
    long now = nanos("2026-11-23T10:31:11.450Z");
    long revision;
    int opened;
    int closed;
    int asked;

    static FakeFeed sample() {
        FakeFeed feed = new FakeFeed();
        Direction up = Direction.TO_SERVER;
        Direction down = Direction.TO_CLIENT;
        feed.add(12_386, "10:31:01.870", up, "mia 3f9c", "/", RowType.LINK, "open", "polling · sid N2kq… · ping 25 s, timeout 20 s", 214, RowAck.NONE);
        feed.add(12_388, "10:31:01.902", up, "mia 3f9c", "/", RowType.CONNECT, "auth", "{\"token\":\"eyJhbGciOi…\",\"room\":\"lobby\"}", 188, came(6.1));
        feed.add(12_391, "10:31:01.964", null, "mia 3f9c", "", RowType.LINK, "upgrade", "polling → websocket after 94 ms", 6, RowAck.NONE);
        feed.add(12_394, "10:31:02.016", up, "mia 3f9c", "/chat", RowType.EVENT, "chat:join", "\"lobby\"", 31, came(2.1));
        feed.add(12_395, "10:31:02.019", down, "", "/chat", RowType.EVENT, "chat:history", "[{\"id\":\"m_90361\",\"from\":\"jo\",\"text\":\"morning\"},{\"id\":\"m_90362\"}]", 18_400, RowAck.NONE);
        feed.add(12_402, "10:31:05.123", up, "mia 3f9c", "/chat", RowType.EVENT, "chat:message", "\"lobby\", {\"text\":\"Is the demo build up?\",\"mentions\":[\"jo\"]}", 110, came(3.4));
        feed.add(12_403, "10:31:05.124", down, "", "/chat", RowType.EVENT, "chat:message", "{\"id\":\"m_90412\",\"from\":\"mia\",\"room\":\"lobby\"}", 158, RowAck.NONE);
        feed.add(12_407, "10:31:05.980", down, "", "/chat", RowType.EVENT, "chat:typing", "{\"from\":\"jo\",\"on\":true}", 52, RowAck.NONE);
        feed.add(12_411, "10:31:06.031", up, "mia 3f9c", "/chat", RowType.BINARY, "chat:upload", "\"avatar.png\", ‹2.1 kB  89 50 4E 47 0D 0A …›", 2_200, came(41.7));
        feed.add(12_412, "10:31:06.120", null, "", "", RowType.GAP, "412 left out", "until 10:31:06.481: more than 64 MB/s arrived; true sizes are kept", 1_900_000, RowAck.NONE);
        feed.add(12_824, "10:31:06.482", down, "", "/chat", RowType.EVENT, "presence:update", "{\"online\":38,\"joined\":[\"sam\"],\"left\":[]}", 61, RowAck.NONE);
        feed.add(12_826, "10:31:07.250", down, "", "/chat", RowType.EVENT, "order:confirm", "{\"order\":8812,\"total\":\"42.50\",\"currency\":\"EUR\"}", 74, new RowAck.Awaited(nanos("2026-11-23T10:31:07.250Z"), true));
        feed.add(12_829, "10:31:07.604", down, "", "/chat", RowType.FAULT, "bad packet", "byte 12: ends inside the namespace, a comma was expected", 12, RowAck.NONE);
        feed.add(12_830, "10:31:08.011", up, "mia 3f9c", "/chat", RowType.EVENT, "order:track", "{\"order\":8812}", 36, new RowAck.Never(5_000_000_000L));
        feed.add(12_834, "10:31:09.377", down, "", "/chat", RowType.EVENT, "chat:message", "{\"id\":\"m_90413\",\"from\":\"jo\",\"room\":\"lobby\",\"text\":\"yes\"}", 162, RowAck.NONE);
        feed.add(12_835, "10:31:09.912", up, "mia 3f9c", "/chat", RowType.EVENT, "chat:read", "\"m_90413\"", 34, came(1.9));
        return feed;
    }

    void addEvents(int count) {
        for (int i = 0; i < count; i++) {
            long number = rows.isEmpty() ? 1 : rows.getLast().number() + 1;
            add(number, "10:31:10.000", Direction.TO_CLIENT, "", "/chat", RowType.EVENT, "tick", "{\"n\":" + number + "}", 40, RowAck.NONE);
        }
    }

    void add(
            long number, String time, @Nullable Direction direction, String who, String namespace, RowType type, String name,
            String preview, long size, RowAck ack) {
        long at = nanos("2026-11-23T" + time + "Z");
        long delta = rows.isEmpty() ? 0 : at - rows.getLast().timeNanos();
        rows.add(new TrafficRow(
                number, at, delta, direction, who, namespace, type, name, preview, size, ack, "s1", "3f9c", 17));
    }

    private static RowAck came(double millis) {
        return new RowAck.Came((long) (millis * 1e6));
    }

    static long nanos(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    @Override
    public FilterReading read(String filter) {
        List<FilterReading.Token> tokens = new ArrayList<>();
        boolean bad = false;
        int at = 0;
        for (String word : filter.split(" ", -1)) {
            if (!word.isEmpty()) {
                tokens.add(new FilterReading.Token(at, at + word.length(), !word.equals("?")));
                bad |= word.equals("?");
            }
            at += word.length() + 1;
        }
        return new FilterReading(tokens, bad ? "“?” means nothing here. Try event:chat or nsp:/chat." : "");
    }

    @Override
    public Matches counting(Query query) {
        return matches(query);
    }

    @Override
    public Matches matches(Query query) {
        opened++;
        Predicate<TrafficRow> wanted = row -> row.number() > query.after()
                && (query.filter().isEmpty() || Arrays.stream(query.filter().split(" ", -1)).allMatch(word -> matches(row, word)))
                && (query.heartbeats() || row.type() != RowType.HEARTBEAT);
        return new Matches() {
            private List<TrafficRow> found() {
                return rows.stream().filter(wanted).toList();
            }

            @Override
            public void keepUp() {
                asked++;
            }

            @Override
            public int epoch() {
                return 0;
            }

            @Override
            public int count() {
                return found().size();
            }

            @Override
            public long looked() {
                return rows.stream().filter(row -> row.number() > query.after()).count();
            }

            @Override
            public long revision() {
                return revision;
            }

            @Override
            public TrafficRow row(int index) {
                return found().get(index);
            }

            @Override
            public int indexOf(long number) {
                return found().stream().map(TrafficRow::number).toList().indexOf(number);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    private static boolean matches(TrafficRow row, String word) {
        return word.startsWith("-") != row.name().contains(word.replace("-", "").replace("event:", ""));
    }

    @Override
    public long last() {
        return rows.isEmpty() ? 0 : rows.getLast().number();
    }

    @Override
    public long nowNanos() {
        return now;
    }
}
