package io.sioscope.protocol.socketio;

/** The types of packets without attachments, as the reference's parsers name them: told by the tests, not by what they test. */
final class PacketTypes {
    private PacketTypes() {}

    static int of(SocketPacket packet) {
        return switch (packet) {
            case SocketPacket.Connect connect -> PacketHead.CONNECT;
            case SocketPacket.Disconnect disconnect -> PacketHead.DISCONNECT;
            case SocketPacket.Event event -> PacketHead.EVENT;
            case SocketPacket.Ack ack -> PacketHead.ACK;
            case SocketPacket.ConnectError error -> PacketHead.CONNECT_ERROR;
        };
    }
}
