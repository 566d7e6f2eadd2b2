package io.sioscope.app.capture;

import java.util.Optional;

/** What a captured row is about. The order is part of the native file format. */
public enum Layer {
    /** A whole Socket.IO packet. */
    SOCKETIO("socketio"),
    /** An Engine.IO packet that carries no Socket.IO packet: a heartbeat, the handshake, an upgrade. */
    ENGINEIO("engineio"),
    /** An HTTP exchange. */
    HTTP("http"),
    /** A change of the connection itself. */
    LINK("link"),
    /** A packet that could not be read or that broke a rule. */
    FAULT("fault"),
    /** Something that had to be left out of the capture. */
    GAP("gap");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** The name in machine-readable output and in filters, never translated. */
    public String label() {
        return label;
    }

    /** The layer with exactly this {@link #label()}. */
    public static Optional<Layer> of(String label) {
        for (Layer layer : values()) {
            if (layer.label.equals(label)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
