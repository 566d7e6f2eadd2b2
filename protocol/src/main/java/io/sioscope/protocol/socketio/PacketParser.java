package io.sioscope.protocol.socketio;

/** How Socket.IO packets are written. Both sides must agree beforehand: nothing on the wire tells. */
public enum PacketParser {
    /** JSON text with attachments behind it; what everybody speaks unless told otherwise (socket.io-parser). */
    JSON,
    /** One binary message a packet, in MessagePack (socket.io-msgpack-parser). */
    MSGPACK
}
