package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.traffic.FilterReading;
import io.sioscope.app.ui.traffic.TrafficFeed;
import java.util.function.Function;

/** A feed whose words can change language: what is asked for afterwards comes in the new one. */
final class SpeakingFeed implements TrafficFeed {

    private final Function<Texts, TrafficFeed> feeds;
    private TrafficFeed feed;

    SpeakingFeed(Function<Texts, TrafficFeed> feeds, Texts texts) {
        this.feeds = feeds;
        this.feed = feeds.apply(texts);
    }

    void speak(Texts texts) {
        feed = feeds.apply(texts);
    }

    @Override
    public FilterReading read(String filter) {
        return feed.read(filter);
    }

    @Override
    public Matches matches(Query query) {
        return feed.matches(query);
    }

    @Override
    public Matches counting(Query query) {
        return feed.counting(query);
    }

    @Override
    public long last() {
        return feed.last();
    }

    @Override
    public long nowNanos() {
        return feed.nowNanos();
    }
}
