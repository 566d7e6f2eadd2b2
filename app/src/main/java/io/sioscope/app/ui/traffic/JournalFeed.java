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

/** The table's view of a journal: rows from what is published, matching on a worker. */
public final class JournalFeed implements TrafficFeed {

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
        Filter filter =
                Filter.parse(query.filter()) instanceof Filter.Parsing.Understood(Filter understood) ? understood : Filter.ALL;
        ViewScope scope =
                new ViewScope(query.heartbeats(), query.session(), query.namespace(), query.after(), false);
        FilteredView view = new FilteredView(journal, filter, scope);
        FilteredView all = filter.isEmpty() ? view : new FilteredView(journal, Filter.ALL, scope);
        return new JournalMatches(view, all);
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
        private final FilteredView view;
        private final FilteredView all;

        JournalMatches(FilteredView view, FilteredView all) {
            this.view = view;
            this.all = all;
        }

        @Override
        public void keepUp() {
            view.keepUp(worker);
            all.keepUp(worker);
        }

        @Override
        public int count() {
            return view.size();
        }

        @Override
        public long looked() {
            return Math.max(all.size(), view.size());
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
            all.close();
        }
    }
}
