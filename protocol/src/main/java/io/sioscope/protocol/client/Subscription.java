package io.sioscope.protocol.client;

/** A handler's or listener's registration. Any thread. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Takes the handler away; a second call does nothing. A call that runs already is not stopped. */
    @Override
    void close();
}
