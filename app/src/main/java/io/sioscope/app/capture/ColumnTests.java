package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import java.util.List;
import java.util.function.LongPredicate;

/** The tests of a filter that look at columns alone. Belong to one thread. */
final class ColumnTests {

    private static final long AROUND_NANOS = 1_000_000_000L;

    private final Journal journal;
    private final Columns columns;

    ColumnTests(Journal journal) {
        this.journal = journal;
        this.columns = journal.index().columns;
    }

    /** One of several conditions on the acknowledgement; {@code ack>100ms} and the like must all hold. */
    LongPredicate ack(List<FilterTerm> terms) {
        return any(terms.stream().map(term -> ack(term.value())).toList());
    }

    private LongPredicate ack(String value) {
        return switch (value) {
            case "open" -> n -> isAsk(n) && columns.pairs.get(n - 1) == 0;
            case "ours" -> n -> isAsk(n) && columns.pairs.get(n - 1) == 0 && isOurs(n);
            case "never" -> n -> isAsk(n) && columns.pairs.get(n - 1) == Columns.NEVER;
            case "came" -> n -> isAsk(n) && columns.pairs.get(n - 1) > 0;
            default -> FilterAmount.time(value).<LongPredicate>map(wanted -> n -> isAsk(n)
                            && columns.pairs.get(n - 1) > 0
                            && columns.pairs.get(n - 1) <= journal.length()
                            && wanted.holds(columns.time.get(columns.pairs.get(n - 1) - 1L) - columns.time.get(n - 1)))
                    .orElse(n -> false);
        };
    }

    /** An event that asks for an acknowledgement. */
    private boolean isAsk(long n) {
        return columns.layer(n) == Layer.SOCKETIO
                && columns.ack.get(n - 1) != Columns.NO_ACK
                && columns.event.get(n - 1) != Columns.NO_EVENT;
    }

    /** Sessions are named by what they are: a client's server asks us, and a host's clients do. */
    private boolean isOurs(long n) {
        String session = journal.row(n).session();
        return session.startsWith("c")
                ? columns.direction(n) == Direction.TO_CLIENT
                : session.startsWith("h") && columns.direction(n) == Direction.TO_SERVER;
    }

    LongPredicate size(List<FilterTerm> terms) {
        return any(terms.stream()
                .map(term -> FilterAmount.size(term.value()).<LongPredicate>map(wanted -> n ->
                                wanted.holds(columns.size.get(n - 1)))
                        .orElse(n -> false))
                .toList());
    }

    LongPredicate is(List<FilterTerm> terms) {
        return any(terms.stream().map(term -> is(term.value())).toList());
    }

    private LongPredicate is(String value) {
        return switch (value) {
            case "binary" -> n -> columns.binary(n) && columns.layer(n) == Layer.SOCKETIO;
            case "fault" -> n -> columns.layer(n) == Layer.FAULT;
            case "gap" -> n -> columns.layer(n) == Layer.GAP;
            case "link" -> n -> columns.layer(n) == Layer.LINK;
            default -> n -> false;
        };
    }

    /** What passed within a second before and after a packet. */
    LongPredicate around(List<FilterTerm> terms) {
        return any(terms.stream()
                .map(term -> {
                    long middle = number(term.value());
                    return (LongPredicate) n -> middle >= 1
                            && middle <= journal.length()
                            && Math.abs(columns.time.get(n - 1) - columns.time.get(middle - 1)) <= AROUND_NANOS;
                })
                .toList());
    }

    /** A packet's number, with a hash before it or without; 0 where it is none. */
    static long number(String value) {
        String digits = value.startsWith("#") ? value.substring(1) : value;
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private static LongPredicate any(List<LongPredicate> tests) {
        return tests.stream().reduce(LongPredicate::or).orElse(n -> false);
    }
}
