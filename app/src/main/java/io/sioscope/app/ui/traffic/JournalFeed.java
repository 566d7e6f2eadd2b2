package io.sioscope.app.ui.traffic;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Filter;
import io.sioscope.app.capture.FilterError;
import io.sioscope.app.capture.FilterTerm;
import io.sioscope.app.capture.FilteredView;
import io.sioscope.app.capture.Journal;
import io.sioscope.app.capture.ViewScope;
import io.sioscope.app.ui.kit.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The table's view of a journal: rows from what is published, matching on a worker. */
public final class JournalFeed implements TrafficFeed {

    /** How long to wait at least before everything is looked through anew. */
    private static final long AGAIN_NANOS = 400_000_000;

    private final Journal journal;
    private final Texts texts;
    private final Executor worker;
    private final LongSupplier clock;
    private final JournalRows rows;

    /**
     * A feed.
     *
     * @param journal what is captured
     * @param texts of the window; this feed takes its own package's
     * @param watch knows which acknowledgements may still be given
     * @param worker runs the matching; one task at a time for each view
     * @param clock the capture's clock, in nanoseconds since 1970-01-01T00:00Z
     * @param zone of the times
     */
    public JournalFeed(
            Journal journal, Texts texts, AckWatch watch, Executor worker, LongSupplier clock, ZoneId zone) {
        this.journal = journal;
        this.texts = texts.beside(JournalFeed.class);
        this.worker = worker;
        this.clock = clock;
        this.rows = new JournalRows(journal, texts, watch, zone);
    }

    @Override
    public FilterReading read(String filter) {
        return switch (Filter.parse(filter)) {
            case Filter.Parsing.Understood understood ->
                new FilterReading(tokens(understood.filter().terms()), "");
            case Filter.Parsing.Misunderstood misunderstood -> {
                FilterError error = misunderstood.error();
                List<FilterReading.Token> tokens = new ArrayList<>(tokens(misunderstood.terms()));
                tokens.add(new FilterReading.Token(error.from(), error.to(), false));
                yield new FilterReading(tokens, texts.get("filter." + error.problem().name(), error.text()));
            }
        };
    }

    private static List<FilterReading.Token> tokens(List<FilterTerm> terms) {
        return terms.stream()
                .map(term -> new FilterReading.Token(term.from(), term.to(), true))
                .toList();
    }

    @Override
    public Matches matches(Query query) {
        Filter filter = filterOf(query);
        ViewScope scope = scopeOf(query);
        return new JournalMatches(
                filter, scope, filter.isEmpty() ? null : new FilteredView(journal, Filter.ALL, scope));
    }

    @Override
    public Matches counting(Query query) {
        return new JournalMatches(filterOf(query), scopeOf(query), null);
    }

    private static Filter filterOf(Query query) {
        return Filter.parse(query.filter()) instanceof Filter.Parsing.Understood(Filter understood) ? understood : Filter.ALL;
    }

    private static ViewScope scopeOf(Query query) {
        return new ViewScope(
                query.heartbeats(), query.session(), query.namespace(), query.after(), query.sockets(), false);
    }

    @Override
    public long last() {
        return journal.length();
    }

    @Override
    public long nowNanos() {
        return clock.getAsLong();
    }

    /** Rows that pass the filter, and how many there would be without it. */
    private final class JournalMatches implements Matches {
        private final Filter filter;
        private final ViewScope scope;
        private final @Nullable FilteredView all;
        private FilteredView view;
        private @Nullable FilteredView next;
        private long changesSeen;
        private long lookedAgain;
        private int epoch;

        JournalMatches(Filter filter, ViewScope scope, @Nullable FilteredView all) {
            this.filter = filter;
            this.scope = scope;
            this.all = all;
            this.view = new FilteredView(journal, filter, scope);
            this.changesSeen = journal.changes();
            this.lookedAgain = clock.getAsLong();
        }

        @Override
        public void keepUp() {
            view.keepUp(worker);
            if (all != null) {
                all.keepUp(worker);
            }
            if (filter.changes()) {
                lookAgain();
            }
        }

        /** What was let through may not be any more, and the other way round: looks through everything anew, now and then. */
        private void lookAgain() {
            FilteredView coming = next;
            if (coming == null && journal.changes() != changesSeen && clock.getAsLong() - lookedAgain > AGAIN_NANOS) {
                changesSeen = journal.changes();
                next = new FilteredView(journal, filter, scope);
                next.keepUp(worker);
            } else if (coming != null && coming.scanned() >= view.scanned()) {
                if (!sameRows(coming)) {
                    epoch++;
                }
                view.close();
                view = coming;
                next = null;
                lookedAgain = clock.getAsLong();
            } else if (coming != null) {
                coming.keepUp(worker);
            }
        }

        private boolean sameRows(FilteredView coming) {
            if (coming.size() < view.size()) {
                return false;
            }
            for (int i = 0; i < view.size(); i++) {
                if (coming.row(i) != view.row(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int epoch() {
            return epoch;
        }

        @Override
        public int count() {
            return view.size();
        }

        @Override
        public long looked() {
            return all == null ? view.size() : Math.max(all.size(), view.size());
        }

        @Override
        public long revision() {
            return journal.changes();
        }

        @Override
        public TrafficRow row(int index) {
            return rows.row(view.row(index), index > 0 ? view.row(index - 1) : 0);
        }

        @Override
        public int indexOf(long number) {
            int index = view.indexOf(number);
            if (index < 0 && number <= journal.length() && journal.row(number).ackState() == AckState.ANSWER) {
                index = view.indexOf(journal.row(number).pairs());
            }
            return Math.max(-1, index);
        }

        @Override
        public void close() {
            view.close();
            if (all != null) {
                all.close();
            }
            if (next != null) {
                next.close();
            }
        }
    }
}
