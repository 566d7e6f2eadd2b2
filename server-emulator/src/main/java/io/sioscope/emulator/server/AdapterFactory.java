package io.sioscope.emulator.server;

/**
 * Makes the adapter of each namespace ({@code adapter} of the reference): one that joins several servers, or that watches what
 * goes on.
 */
@FunctionalInterface
public interface AdapterFactory {
    /** Rooms in this process's memory; the default. */
    AdapterFactory LOCAL = AdapterPlace::local;

    /** Called once for each namespace as it comes to be; the result is used from any thread. */
    Adapter create(AdapterPlace place);
}
