package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostLimits;
import io.sioscope.app.workbench.HostTimes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long {@code host} waits, and how much it takes. */
final class HostTimeOptions {
    @Option(names = "--ping-interval", paramLabel = "TIME", description = "${bundle:host.pingInterval}")
    @Nullable Duration pingInterval;

    @Option(names = "--ping-timeout", paramLabel = "TIME", description = "${bundle:host.pingTimeout}")
    @Nullable Duration pingTimeout;

    @Option(names = "--upgrade-timeout", paramLabel = "TIME", description = "${bundle:host.upgradeTimeout}")
    @Nullable Duration upgradeTimeout;

    @Option(names = "--connect-timeout", paramLabel = "TIME", description = "${bundle:host.connectTimeout}")
    @Nullable Duration connectTimeout;

    @Option(names = "--headers-timeout", paramLabel = "TIME", description = "${bundle:host.headersTimeout}")
    @Nullable Duration headersTimeout;

    @Option(names = "--max-http-buffer-size", paramLabel = "BYTES", description = "${bundle:host.maxHttpBufferSize}")
    @Nullable Integer maxHttpBufferSize;

    @Option(names = "--max-outbound-buffer", paramLabel = "BYTES", description = "${bundle:host.maxOutboundBuffer}")
    @Nullable Integer maxOutboundBuffer;

    @Option(names = "--throttle", description = "${bundle:host.throttle}")
    boolean throttle;

    /** The base with what was given. */
    HostTimes over(HostTimes base) {
        return new HostTimes(
                pingInterval == null ? base.pingInterval() : pingInterval,
                pingTimeout == null ? base.pingTimeout() : pingTimeout,
                upgradeTimeout == null ? base.upgradeTimeout() : upgradeTimeout,
                connectTimeout == null ? base.connectTimeout() : connectTimeout,
                headersTimeout == null ? base.headersTimeout() : headersTimeout);
    }

    /** The base with what was given. */
    HostLimits over(HostLimits base) {
        return new HostLimits(
                maxHttpBufferSize == null ? base.maxHttpBufferSize() : maxHttpBufferSize,
                maxOutboundBuffer == null ? base.maxOutboundBuffer() : maxOutboundBuffer,
                throttle || base.throttle());
    }
}
