package io.sioscope.protocol.fault;

/**
 * One thing that a peer got wrong.
 *
 * @param code what kind of fault
 * @param offset the byte in the packet's text at which it shows, from 0; for a packet cut short, its length
 * @param detail what stood there or what was expected, as data for a message; may be empty, never translated
 */
public record ProtocolFault(FaultCode code, int offset, String detail) {
    /** A fault without further detail. */
    public static ProtocolFault at(FaultCode code, int offset) {
        return new ProtocolFault(code, offset, "");
    }

    @Override
    public String toString() {
        return code + " at byte " + offset + (detail.isEmpty() ? "" : ": " + detail);
    }
}
