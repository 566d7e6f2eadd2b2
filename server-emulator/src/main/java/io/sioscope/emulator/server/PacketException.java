package io.sioscope.emulator.server;

import io.sioscope.protocol.fault.ProtocolFault;
import java.io.Serial;

/** A packet of a client that cannot be read. The connection ends for it. */
public final class PacketException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProtocolFault fault;

    /** What a peer did, without a stack trace. */
    public PacketException(ProtocolFault fault) {
        super("a packet of the client cannot be read: " + fault, null, false, false);
        this.fault = fault;
    }

    /** What is wrong with the packet. */
    public ProtocolFault fault() {
        return fault;
    }
}
