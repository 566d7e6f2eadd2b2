package io.sioscope.emulator.server;

import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.socketio.PacketParser;
import io.sioscope.protocol.socketio.ScanLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server goes by above its Engine.IO side. */
record ServerOptions(
        Duration connectTimeout,
        PacketParser parser,
        ScanLimits limits,
        NamespacePolicy namespaces,
        AdapterFactory adapters,
        boolean cleanupEmptyChildNamespaces,
        @Nullable ConnectionStateRecovery recovery,
        boolean secure,
        @Nullable CaptureSink capture) {}
