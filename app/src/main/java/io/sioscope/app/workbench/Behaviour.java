package io.sioscope.app.workbench;

/** What a hosted server does with the events that it gets. */
public sealed interface Behaviour {
    /** Nothing: events are seen, acks wait to be answered by hand. */
    record Silent() implements Behaviour {}

    /** Emits every event back with its arguments, and acknowledges with them where an ack is asked. */
    record Echo() implements Behaviour {}

    /** The application that the protocols' official suites expect. */
    record Conformance() implements Behaviour {}

    /**
     * The demo chat's server and its embedded clients.
     *
     * @param seed decides what they say and when they move; the same seed gives the same course
     * @param speed how many times as quick as a gentle pace, from 1 to 1000
     */
    record Demo(long seed, int speed) implements Behaviour {
        private static final int MOST_SPEED = 1000;

        /** Brings the speed into its range. */
        public Demo {
            speed = Math.clamp(speed, 1, MOST_SPEED);
        }

        /** One at a gentle pace. */
        public Demo(long seed) {
            this(seed, 1);
        }
    }
}
