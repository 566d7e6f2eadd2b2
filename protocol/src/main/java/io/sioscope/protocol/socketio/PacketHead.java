package io.sioscope.protocol.socketio;

/**
 * What stands before a packet's JSON, and where its parts lie in the Engine.IO message's text. All offsets count bytes from
 * the message's type digit, which is at 0.
 *
 * @param type 0 to 6, the digit at offset 1
 * @param attachments the announced number of attachments, 0 for packets that have none
 * @param namespaceFrom where the namespace starts; equal to {@code namespaceTo} where it is left out
 * @param namespaceTo where the namespace ends, before its comma
 * @param namespace the namespace, {@code /} where it is left out
 * @param ackFrom where the acknowledgement id starts; equal to {@code payloadFrom} where there is none
 * @param ackId the id, or {@link SocketPacket#NO_ACK}
 * @param payloadFrom where the JSON starts; the message's length where there is none
 */
public record PacketHead(
        int type,
        int attachments,
        int namespaceFrom,
        int namespaceTo,
        String namespace,
        int ackFrom,
        long ackId,
        int payloadFrom) {
    static final int CONNECT = 0;
    static final int DISCONNECT = 1;
    static final int EVENT = 2;
    static final int ACK = 3;
    static final int CONNECT_ERROR = 4;
    static final int BINARY_EVENT = 5;
    static final int BINARY_ACK = 6;

    /** Whether attachments follow the packet. */
    public boolean isBinary() {
        return type >= BINARY_EVENT;
    }
}
