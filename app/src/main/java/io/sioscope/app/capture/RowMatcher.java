package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Decides of a journal's rows whether a filter and a scope let them through. Gaps of the scope's session always pass: what
 * is missing must be seen. Reads columns, and the file only for words. Belongs to one thread; quickest with rows in order.
 */
public final class RowMatcher implements LongPredicate {
    private static final int WINDOW = 256 * 1024;

    private final Journal journal;
    private final Columns columns;
    private final Names names;
    private final RecordReader reader;
    private final ViewScope scope;
    private final Verdicts scopePlaces;
    private final List<LongPredicate> tests = new ArrayList<>();
    private final boolean answers;

    /** A matcher for rows of {@code journal}. */
    public RowMatcher(Journal journal, Filter filter, ViewScope scope) {
        this.journal = journal;
        this.columns = journal.index().columns;
        this.names = journal.index().names;
        this.reader = journal.reader(WINDOW);
        this.scope = scope;
        this.scopePlaces = new Verdicts(id -> inScope(names.places.get(id)));
        Map<FilterField, List<FilterTerm>> wanted = new EnumMap<>(FilterField.class);
        List<LongPredicate> slow = new ArrayList<>();
        for (FilterTerm term : filter.terms()) {
            if (term.field() == FilterField.TEXT) {
                slow.add(signed(new TextTest(journal, reader, new Needle(term.value())), term.negated()));
            } else if (term.negated()) {
                tests.add(test(term.field(), List.of(term)).negate());
            } else {
                wanted.computeIfAbsent(term.field(), field -> new ArrayList<>()).add(term);
            }
        }
        wanted.forEach((field, terms) -> tests.add(test(field, terms)));
        tests.addAll(slow);
        this.answers = scope.answers() || filter.terms().stream().anyMatch(RowMatcher::findsAnswers);
    }

    private static boolean findsAnswers(FilterTerm term) {
        return !term.negated() && (term.field() == FilterField.TEXT || term.field() == FilterField.TYPE);
    }

    private static LongPredicate signed(LongPredicate test, boolean negated) {
        return negated ? test.negate() : test;
    }

    /** Whether row {@code n} passes; it must have been published. */
    @Override
    public boolean test(long n) {
        if (n <= scope.after()) {
            return false;
        }
        Layer layer = columns.layer(n);
        if (!scope.transport() && (layer == Layer.ENGINEIO || layer == Layer.HTTP)) {
            return false;
        }
        if (!answers && layer == Layer.SOCKETIO && isAnswer(n)) {
            return false;
        }
        int place = columns.place.get(n - 1);
        if (layer == Layer.GAP) {
            String session = place == Names.OTHER
                    ? journal.row(n).session()
                    : names.places.get(place).session();
            return scope.session().isEmpty() || session.isEmpty() || session.equals(scope.session());
        }
        if (!(place == Names.OTHER ? inScope(placeOf(n)) : scopePlaces.of(place))) {
            return false;
        }
        for (LongPredicate test : tests) {
            if (!test.test(n)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another row, an earlier one, tells of this row as its acknowledgement. */
    private boolean isAnswer(long n) {
        int asked = columns.pairs.get(n - 1);
        return asked > 0 && asked < n && columns.pairs.get(asked - 1L) == n;
    }

    private boolean inScope(Place place) {
        return (scope.session().isEmpty() || scope.session().equals(place.session()))
                && (scope.namespace().isEmpty() || scope.namespace().equals(place.namespace()))
                && (scope.sockets().isEmpty() || scope.sockets().contains(place.socket()));
    }

    private Place placeOf(long n) {
        Row row = journal.row(n);
        return new Place(row.session(), row.link(), row.namespace(), row.socket());
    }

    private LongPredicate test(FilterField field, List<FilterTerm> terms) {
        Predicate<String> any = any(terms);
        return switch (field) {
            case EVENT -> byEvent(any);
            case NAMESPACE -> byPlace(place -> any.test(place.namespace()));
            case SESSION -> byPlace(place -> any.test(place.session()));
            case TYPE -> byKind(any);
            case DIRECTION -> byDirection(terms);
            case SOCKET -> byPlace(place -> bySocket(terms, place.socket()));
            case ACK -> new ColumnTests(journal).ack(terms);
            case SIZE -> new ColumnTests(journal).size(terms);
            case IS -> new ColumnTests(journal).is(terms);
            case AROUND -> new ColumnTests(journal).around(terms);
            case TEXT -> throw new IllegalStateException("words are tested by themselves");
        };
    }

    private static boolean bySocket(List<FilterTerm> terms, String socket) {
        return terms.stream()
                .anyMatch(term -> socket.startsWith(term.value()) && !term.value().isEmpty()
                        || new Wildcard(term.value()).matches(socket));
    }

    private static Predicate<String> any(List<FilterTerm> terms) {
        List<Wildcard> patterns =
                terms.stream().map(term -> new Wildcard(term.value())).toList();
        return text -> patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }

    private LongPredicate byEvent(Predicate<String> test) {
        Verdicts verdicts = new Verdicts(id -> test.test(names.events.get(id)));
        return n -> {
            int event = columns.event.get(n - 1);
            return event == Names.OTHER
                    ? test.test(journal.row(n).event())
                    : event != Columns.NO_EVENT && verdicts.of(event);
        };
    }

    private LongPredicate byPlace(Predicate<Place> test) {
        Verdicts verdicts = new Verdicts(id -> test.test(names.places.get(id)));
        return n -> {
            int place = columns.place.get(n - 1);
            return place == Names.OTHER ? test.test(placeOf(n)) : verdicts.of(place);
        };
    }

    private LongPredicate byKind(Predicate<String> test) {
        Verdicts verdicts = new Verdicts(id -> test.test(names.kinds.get(id)));
        return n -> {
            int kind = columns.kind(n);
            boolean byKind =
                    kind == Names.OTHER ? test.test(journal.row(n).kind()) : verdicts.of(kind);
            return byKind || test.test(columns.layer(n).label());
        };
    }

    /** {@code in} and {@code out} are the server's. What has no direction matches none. */
    private LongPredicate byDirection(List<FilterTerm> terms) {
        boolean toServer = terms.stream()
                .anyMatch(term ->
                        term.value().equals("in") || term.value().equals(Direction.TO_SERVER.label()));
        boolean toClient = terms.stream()
                .anyMatch(term ->
                        term.value().equals("out") || term.value().equals(Direction.TO_CLIENT.label()));
        return n -> columns.layer(n) != Layer.LINK
                && (columns.direction(n) == Direction.TO_SERVER ? toServer : toClient);
    }
}
