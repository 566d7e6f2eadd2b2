package io.sioscope.emulator.http;

import java.io.IOException;
import java.io.Serial;
import java.net.InetSocketAddress;

/** An address could not be listened on; the cause is the system's. */
public final class ListenFailure extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final InetSocketAddress address;

    ListenFailure(InetSocketAddress address, Throwable cause) {
        super(cause.getMessage(), cause);
        this.address = address;
    }

    /** The address. */
    public InetSocketAddress address() {
        return address;
    }
}
