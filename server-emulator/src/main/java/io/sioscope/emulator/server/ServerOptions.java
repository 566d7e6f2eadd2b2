package io.sioscope.emulator.server;

import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.socketio.ScanLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a server goes by above its Engine.IO side. */
record ServerOptions(
        Duration connectTimeout, ScanLimits limits, NamespacePolicy namespaces, boolean cleanupEmptyChildNamespaces, @Nullable ConnectionStateRecovery recovery, @Nullable CaptureSink capture) {}
