package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.questions.SavedFilter;
import io.sioscope.app.ui.questions.Searches;
import io.sioscope.app.ui.traffic.TrafficFeed;
import io.sioscope.app.ui.traffic.TrafficViewModel;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;

/** The side bar's searches, done by the table of packets. JavaFX thread. */
record TrafficSearches(
        TrafficViewModel traffic,
        TrafficFeed feed,
        Runnable showing,
        Supplier<List<SavedFilter>> kept,
        Consumer<List<SavedFilter>> keeping,
        BiConsumer<String, Runnable> removing)
        implements Searches {

    @Override
    public StringProperty filterProperty() {
        return traffic.filterProperty();
    }

    @Override
    public void showTraffic() {
        showing.run();
    }

    @Override
    public Counting count(String session, List<String> filters) {
        List<TrafficFeed.Matches> all = filters.stream()
                .map(filter -> feed.counting(new TrafficFeed.Query(filter, false, 0, session, "", Set.of())))
                .toList();
        return new Counting() {
            @Override
            public void keepUp() {
                all.forEach(TrafficFeed.Matches::keepUp);
            }

            @Override
            public int of(int index) {
                return all.get(index).count();
            }

            @Override
            public void close() {
                all.forEach(TrafficFeed.Matches::close);
            }
        };
    }

    @Override
    public List<SavedFilter> saved() {
        return kept.get();
    }

    @Override
    public void save(List<SavedFilter> filters) {
        keeping.accept(filters);
    }

    @Override
    public void removed(String name, Runnable undo) {
        removing.accept(name, undo);
    }
}
