package io.sioscope.protocol;

import java.util.Optional;

/** How Engine.IO packets are carried. */
public enum Transport {
    /** HTTP long polling: packets in the bodies of GET answers and POST requests. */
    POLLING("polling"),
    /** WebSocket: one packet per message. */
    WEBSOCKET("websocket");

    private final String label;

    Transport(String label) {
        this.label = label;
    }

    /** The value of the {@code transport} query parameter and of machine-readable output. */
    public String label() {
        return label;
    }

    /** The transport with exactly this {@link #label()}; empty for anything else, {@code webtransport} included. */
    public static Optional<Transport> of(String label) {
        for (Transport transport : values()) {
            if (transport.label.equals(label)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
