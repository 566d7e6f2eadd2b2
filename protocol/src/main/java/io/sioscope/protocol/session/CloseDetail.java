package io.sioscope.protocol.session;

import io.sioscope.protocol.fault.ProtocolFault;
import java.util.Optional;

/**
 * What is known about an end beyond its reason.
 *
 * @param description the reference's words or what the network said, English, not translated; may be empty
 * @param code the WebSocket close code or the HTTP status, or -1
 * @param fault what the peer got wrong, where that was the cause
 */
public record CloseDetail(String description, int code, Optional<ProtocolFault> fault) {
    /** Nothing is known. */
    public static final CloseDetail NONE = new CloseDetail("", -1, Optional.empty());

    /** Words alone. */
    public static CloseDetail of(String description) {
        return new CloseDetail(description, -1, Optional.empty());
    }

    /** Words and a WebSocket close code or HTTP status. */
    public static CloseDetail of(String description, int code) {
        return new CloseDetail(description, code, Optional.empty());
    }

    /** The peer's fault. */
    public static CloseDetail of(ProtocolFault fault) {
        return new CloseDetail(fault.toString(), -1, Optional.of(fault));
    }
}
