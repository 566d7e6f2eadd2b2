package io.sioscope.app.ui.traffic;

import java.util.Set;

/**
 * The capture, as the table needs it. All methods are called on the JavaFX thread and answer at once from what is published;
 * matching happens behind them.
 */
public interface TrafficFeed {

    /**
     * What is to be shown.
     *
     * @param filter a text that {@link #read} found good
     * @param heartbeats whether heartbeats and transport packets are shown
     * @param after packets up to this number are hidden
     * @param session only this session; empty for all
     * @param namespace only this namespace; empty for all
     * @param sockets only these Socket.IO ids; empty for all
     */
    record Query(
            String filter, boolean heartbeats, long after, String session, String namespace, Set<String> sockets) {
        /** Keeps a copy of the set. */
        public Query {
            sockets = Set.copyOf(sockets);
        }
    }

    /** The packets that match a query; their number grows as packets come and as older ones are looked through. */
    interface Matches extends AutoCloseable {

        /** Has what is new looked at, elsewhere; what it finds is seen at a later call. Called once in a while. */
        void keepUp();

        /**
         * How many rows there are now.
         *
         * @return never shrinks within an epoch
         */
        int count();

        /**
         * Changes when the rows are other ones: a filter by acknowledgements lets others through as they come.
         *
         * @return a number to compare with the last one
         */
        int epoch();

        /**
         * How many packets there would be without the filter.
         *
         * @return never shrinks
         */
        long looked();

        /**
         * Changes whenever a row says something else than before, such as an acknowledgement that came.
         *
         * @return a number to compare with the last one
         */
        long revision();

        /**
         * One row.
         *
         * @param index 0 ≤ index &lt; {@link #count()}
         * @return freshly made
         */
        TrafficRow row(int index);

        /**
         * Where a packet stands.
         *
         * @param number of the packet in the capture
         * @return its row, or −1 where it does not match or has not been looked at
         */
        int indexOf(long number);

        /** Looks no further. */
        @Override
        void close();
    }

    /**
     * Reads a filter without using it.
     *
     * @param filter as typed
     * @return what was understood
     */
    FilterReading read(String filter);

    /**
     * Begins to look for packets.
     *
     * @param query what to show; its filter is good
     * @return to be closed when another takes its place
     */
    Matches matches(Query query);

    /**
     * Begins to count the packets that match, and nothing else.
     *
     * @param query what to count; its filter is good
     * @return whose {@link Matches#looked} is not to be asked
     */
    Matches counting(Query query);

    /**
     * The number of the last packet of the capture.
     *
     * @return 0 while there is none
     */
    long last();

    /**
     * The capture's clock, to show how long something has been waited for.
     *
     * @return nanoseconds since 1970-01-01T00:00Z
     */
    long nowNanos();
}
