package io.sioscope.protocol.socketio;

import io.sioscope.protocol.fault.ProtocolFault;

/** What became of a message. */
public sealed interface SocketDecoding {
    /** A whole packet, its attachments included. */
    record Whole(SocketPacket packet) implements SocketDecoding {}

    /**
     * A packet that announced attachments, some of which have not come yet.
     *
     * @param missing how many more, from 1
     */
    record Partial(int missing) implements SocketDecoding {}

    /** No packet. The connection ends here in the reference: "forced close" on a server, "parse error" on a client. */
    record Broken(ProtocolFault fault) implements SocketDecoding {}
}
