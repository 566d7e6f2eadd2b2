package io.sioscope.emulator.server;

import io.sioscope.emulator.http.ListenFailure;
import java.io.IOException;
import java.io.Serial;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** The server could not listen where it was told to. An expected refusal: no stack trace is of use to anybody. */
public final class ListenException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What kept the server from listening. */
    public enum Reason {
        /** Another program, or another server of this one, listens on the port. */
        PORT_IN_USE,
        /** The system does not let this user listen there, as with ports below 1024. */
        NOT_PERMITTED,
        /** The machine has no such address. */
        NO_SUCH_ADDRESS,
        /** Anything else; the message says what the system said. */
        OTHER
    }

    private final InetSocketAddress address;
    private final Reason reason;

    /** Why {@code address} could not be had. */
    public ListenException(InetSocketAddress address, Reason reason, Throwable cause) {
        super("cannot listen on " + text(address) + ": " + words(reason, cause), cause);
        this.address = address;
        this.reason = reason;
    }

    private static String text(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    private static String words(Reason reason, Throwable cause) {
        return reason == Reason.PORT_IN_USE ? "the port is in use" : String.valueOf(cause.getMessage());
    }

    static ListenException of(ListenFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new ListenException(failure.address(), reason(cause), cause);
    }

    /** The system's error numbers reach Java as words only. */
    private static Reason reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("in use")) {
            return Reason.PORT_IN_USE;
        }
        if (message.contains("denied") || message.contains("not permitted")) {
            return Reason.NOT_PERMITTED;
        }
        boolean missing = cause instanceof UnknownHostException || message.contains("cannot assign");
        return missing ? Reason.NO_SUCH_ADDRESS : Reason.OTHER;
    }

    /** The address that was asked for. */
    public InetSocketAddress address() {
        return address;
    }

    /** What kept the server from listening. */
    public Reason reason() {
        return reason;
    }
}
