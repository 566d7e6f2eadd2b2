package io.sioscope.protocol.net;

import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.ClientEngine;
import io.sioscope.protocol.session.ClientLinks;
import io.sioscope.protocol.session.ClientTimer;
import java.security.PrivateKey;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network of one client: makes the links of its engines, all on one event loop. */
public final class ClientNet implements ClientLinks.Factory {
    private static final Logger LOG = LoggerFactory.getLogger(ClientNet.class);

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
     * @throws IllegalArgumentException if the certificates cannot be used
     */
    public ClientNet(ClientLinkOptions options, EventLoops loops, @Nullable CaptureSink sink) {
        this.options = options;
        this.loop = loops.next();
        this.sink = sink;
        this.dialer = new ClientDialer(options, loops, loop, options.secure() ? tls(options.tls()) : null);
    }

    /** What runs the client's calls on the event loop. */
    public ClientTasks tasks() {
        return new ClientTasks(loop);
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

    /** The chain and the name are verified unless the options say otherwise: Netty does so by default, and here it is said. */
    private static SslContext tls(ClientTls options) {
        try {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .endpointIdentificationAlgorithm(options.verified() ? "HTTPS" : null);
            if (!options.verified()) {
                LOG.warn("TLS: the server's certificate and name are not verified, as the options say");
                builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
            } else if (!options.trusted().isEmpty()) {
                builder.trustManager(options.trusted());
            }
            PrivateKey key = options.key();
            if (key != null) {
                builder.keyManager(key, options.chain());
            }
            return builder.build();
        } catch (SSLException unusable) {
            throw new IllegalArgumentException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }
}
