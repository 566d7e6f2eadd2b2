package io.sioscope.protocol.fault;

/** Every way in which a packet can be wrong, from the framing up. The words for people stand in resource bundles. */
public enum FaultCode {
    /** An Engine.IO packet without a single byte. */
    ENGINE_EMPTY,
    /** The first character is not a digit from 0 to 6. */
    ENGINE_UNKNOWN_TYPE,
    /** A type that this side never receives, such as a client's {@code 2} outside the upgrade probe. */
    ENGINE_UNEXPECTED_TYPE,
    /** The base64 of a binary packet in a polling payload is broken. */
    ENGINE_BASE64,
    /** The length before a packet of a version 3 payload is missing, is no number, or passes the end of the body. */
    ENGINE_LENGTH,
    /** The open packet's JSON lacks a field or has one of the wrong type. */
    ENGINE_HANDSHAKE,
    /** A message or body is larger than the limit. */
    TOO_LARGE,
    /** A message packet without a Socket.IO packet in it. */
    SOCKET_EMPTY,
    /** The Socket.IO type is not a digit from 0 to 6. */
    SOCKET_UNKNOWN_TYPE,
    /** The number of attachments is missing, not a whole number, or less than 1. */
    ATTACHMENT_COUNT,
    /** More attachments are announced than the limit. */
    TOO_MANY_ATTACHMENTS,
    /** The acknowledgement id is not a whole number that can be represented. */
    ACK_ID,
    /** The JSON text breaks the grammar. */
    JSON_SYNTAX,
    /** The binary message is no MessagePack, or more than one value. */
    MSGPACK_SYNTAX,
    /** The MessagePack nests deeper than the limit. */
    MSGPACK_DEPTH,
    /** The JSON text nests deeper than the limit. */
    JSON_DEPTH,
    /** The JSON is well formed but not of the shape that the packet's type asks for. */
    PAYLOAD_SHAPE,
    /** The event's name is one that Socket.IO keeps for itself. */
    RESERVED_EVENT,
    /** A placeholder's number does not name an attachment of its packet. */
    PLACEHOLDER,
    /** Text arrived while attachments were still missing. */
    TEXT_INSTEAD_OF_ATTACHMENT,
    /** A binary message arrived that no packet had announced. */
    UNANNOUNCED_BINARY,
    /** An event or acknowledgement for a namespace that is not connected. */
    NOT_CONNECTED,
    /** A second CONNECT to a namespace that is connected already. */
    ALREADY_CONNECTED,
    /** A type that only the other side may send, such as a client's CONNECT_ERROR. */
    WRONG_SENDER,
    /** A CONNECT answer without a socket id: the mark of a server of an older generation. */
    CONNECT_WITHOUT_SID
}
