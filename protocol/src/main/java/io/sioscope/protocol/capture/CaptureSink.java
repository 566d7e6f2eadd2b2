package io.sioscope.protocol.capture;

/**
 * Hears what a tap sees. {@link #accept} is called on event loops, for every packet: it is quick, takes no lock that
 * anybody holds for long, never blocks and never throws.
 */
@FunctionalInterface
public interface CaptureSink {
    /** How near the sink is to its bounds. */
    enum Pressure {
        /** There is room. */
        LOW,
        /** The sink will soon leave things out; a source that may slow down should. */
        HIGH
    }

    /** Takes an event, which the sink may keep. Any thread. */
    Pressure accept(CaptureEvent event);

    /** How near it is now. Any thread; always {@link Pressure#LOW} where the sink knows no bounds. */
    default Pressure pressure() {
        return Pressure.LOW;
    }
}
