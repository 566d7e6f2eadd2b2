package io.sioscope.protocol.net;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.ClientEngine;
import io.sioscope.protocol.session.ClientLinks;
import io.sioscope.protocol.session.ClientTimer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The network of one client: makes the links of its engines, all on one event loop. */
public final class ClientNet implements ClientLinks.Factory {
    private final ClientLinkOptions options;
    private final EventLoop loop;
    private final @Nullable CaptureSink sink;
    private final ClientDialer dialer;
    private int engines;

    /**
     * A network that has not been used. May read the system's certificates; call it where blocking is allowed.
     *
     * @param loops gives the event loop that the client lives on
     * @param sink is told what passes, or null
     * @throws IllegalArgumentException if the trusted certificates cannot be used
     */
    public ClientNet(ClientLinkOptions options, EventLoops loops, @Nullable CaptureSink sink) {
        this.options = options;
        this.loop = loops.next();
        this.sink = sink;
        this.dialer = new ClientDialer(options, loops, loop, options.secure() ? tls(options) : null);
    }

    /** The event loop, as something that runs tasks in their order. */
    public Executor loop() {
        return loop;
    }

    /** Timers on the event loop; {@code fired} is called there. */
    public ClientLoopTimers timers(Consumer<ClientTimer> fired) {
        return new ClientLoopTimers(loop, fired);
    }

    /** Runs {@code action} on the event loop, where this is called too, when no connection is left. */
    public void whenIdle(Runnable action) {
        dialer.whenIdle(action);
    }

    @Override
    public ClientLinks linksOf(ClientEngine engine) {
        engines++;
        ClientCapture capture = sink == null
                ? null
                : new ClientCapture(sink, CaptureClock.system(), options.url(), "connecting-" + engines);
        return new NettyClientLinks(engine, options, loop, dialer, capture);
    }

    /** The chain and the name are verified: Netty sets the endpoint identification to HTTPS, and here it is said as well. */
    private static SslContext tls(ClientLinkOptions options) {
        try {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .endpointIdentificationAlgorithm("HTTPS");
            if (!options.trusted().isEmpty()) {
                builder.trustManager(options.trusted());
            }
            return builder.build();
        } catch (SSLException unusable) {
            throw new IllegalArgumentException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }
}
