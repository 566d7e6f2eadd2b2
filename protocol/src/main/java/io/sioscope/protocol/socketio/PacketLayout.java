package io.sioscope.protocol.socketio;

import io.sioscope.protocol.Bytes;

/**
 * Where the parts of a well-formed packet lie in its text, as offsets from the Engine.IO type digit.
 *
 * @param head what stands before the JSON
 * @param nameFrom where the event's name starts, its quote included; equal to {@code nameTo} for other packets
 * @param nameTo where the event's name ends
 * @param argumentsFrom where the values start, without the list's bracket and the event's name
 * @param argumentsTo where the values end
 */
public record PacketLayout(PacketHead head, int nameFrom, int nameTo, int argumentsFrom, int argumentsTo) {
    /** Whether the packet has a payload at all; {@code 42} and {@code 4212} have none and are accepted. */
    public boolean hasPayload() {
        return head.payloadFrom() < argumentsTo;
    }

    String eventName(Bytes text) {
        if (nameFrom == nameTo) {
            return "";
        }
        return text.at(nameFrom) == '"' ? JsonText.unquote(text, nameFrom, nameTo) : text.utf8(nameFrom, nameTo);
    }
}
