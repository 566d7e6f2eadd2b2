package io.sioscope.emulator.server;

import io.sioscope.emulator.http.Cors;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.socketio.ScanLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link SioServer}. The defaults are the reference's, but that only loopback is listened on. One thread. */
public final class SioServerBuilder {
    @Nullable String host;
    int port;
    String path = "/socket.io";
    Duration pingInterval = Duration.ofMillis(25_000);
    Duration pingTimeout = Duration.ofMillis(20_000);
    Duration upgradeTimeout = Duration.ofMillis(10_000);
    Duration connectTimeout = Duration.ofMillis(45_000);
    int maxHttpBufferSize = 1_000_000;
    ScanLimits limits = ScanLimits.DEFAULT;
    Set<Transport> transports = EnumSet.allOf(Transport.class);
    boolean allowUpgrades = true;
    @Nullable Cors cors;
    @Nullable CaptureSink capture;
    NamespacePolicy namespaces = NamespacePolicy.declared();
    final List<ServerListener> listeners = new ArrayList<>();
    final List<Consumer<SioServer>> beforeListening = new ArrayList<>();

    SioServerBuilder() {}

    /** The port, 1 to 65535, or 0 (the default) for a free one. */
    public SioServerBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** An address to listen on in place of loopback, such as {@code 0.0.0.0}. A host name is resolved when listening. */
    public SioServerBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** Where Socket.IO is served, {@code /socket.io} by default; a trailing slash does not matter here. */
    public SioServerBuilder path(String path) {
        this.path = path;
        return this;
    }

    /** The time from a heartbeat's answer to the next heartbeat, 25 s by default. */
    public SioServerBuilder pingInterval(Duration pingInterval) {
        this.pingInterval = pingInterval;
        return this;
    }

    /** How long a heartbeat may remain unanswered, 20 s by default. */
    public SioServerBuilder pingTimeout(Duration pingTimeout) {
        this.pingTimeout = pingTimeout;
        return this;
    }

    /** How long a probe for an upgrade may take, 10 s by default. */
    public SioServerBuilder upgradeTimeout(Duration upgradeTimeout) {
        this.upgradeTimeout = upgradeTimeout;
        return this;
    }

    /** How long a connection may stay without a namespace, 45 s by default. */
    public SioServerBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        return this;
    }

    /** The largest message or body in bytes, 1,000,000 by default. */
    public SioServerBuilder maxHttpBufferSize(int bytes) {
        this.maxHttpBufferSize = bytes;
        return this;
    }

    /** How many attachments, and how many bytes of them, a packet may have. */
    public SioServerBuilder limits(ScanLimits limits) {
        this.limits = limits;
        return this;
    }

    /** The transports that are offered, all by default. */
    public SioServerBuilder transports(Transport first, Transport... more) {
        this.transports = EnumSet.of(first, more);
        return this;
    }

    /** Whether polling connections may move to WebSocket, true by default. */
    public SioServerBuilder allowUpgrades(boolean allowUpgrades) {
        this.allowUpgrades = allowUpgrades;
        return this;
    }

    /** Lets web pages of other origins in; nobody's by default. */
    public SioServerBuilder cors(Cors cors) {
        this.cors = cors;
        return this;
    }

    /** Tells every packet, both ways, to {@code sink}. */
    public SioServerBuilder capture(CaptureSink sink) {
        this.capture = sink;
        return this;
    }

    /** Which namespaces clients may ask for. */
    public SioServerBuilder namespaces(NamespacePolicy namespaces) {
        this.namespaces = namespaces;
        return this;
    }

    /** Hears from the very start what happens in the server. */
    public SioServerBuilder listener(ServerListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Runs before the port is opened, so that handlers are there before the first client. */
    public SioServerBuilder setup(Consumer<SioServer> setup) {
        beforeListening.add(setup);
        return this;
    }

    /**
     * Starts listening.
     *
     * @throws ListenException if the port cannot be had
     * @throws IllegalArgumentException if an option has a value that makes no sense
     */
    public SioServer listen() throws ListenException {
        throw new UnsupportedOperationException("the HTTP side is not connected yet");
    }
}
