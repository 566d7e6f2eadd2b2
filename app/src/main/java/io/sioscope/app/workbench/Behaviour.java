package io.sioscope.app.workbench;

/** What a hosted server does with the events that it gets. */
public sealed interface Behaviour {
    /** Nothing: events are seen, acks wait to be answered by hand. */
    record Silent() implements Behaviour {}

    /** Emits every event back with its arguments, and acknowledges with them where an ack is asked. */
    record Echo() implements Behaviour {}

    /**
     * The demo chat's server and its embedded clients.
     *
     * @param seed decides what they say and when they move; the same seed gives the same course
     */
    record Demo(long seed) implements Behaviour {}
}
