package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.traffic.FilterReading;
import io.sioscope.app.ui.traffic.TrafficFeed;
import io.sioscope.app.ui.traffic.TrafficRow;
import java.util.List;

final class EmptyFeed implements TrafficFeed {
    @Override
    public FilterReading read(String filter) {
        return new FilterReading(List.of(), "");
    }

    @Override
    public Matches matches(Query query) {
        return new Matches() {
            @Override
            public int count() {
                return 0;
            }

            @Override
            public long looked() {
                return 0;
            }

            @Override
            public long revision() {
                return 0;
            }

            @Override
            public TrafficRow row(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int indexOf(long number) {
                return -1;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long last() {
        return 0;
    }

    @Override
    public long nowNanos() {
        return 0;
    }
}
