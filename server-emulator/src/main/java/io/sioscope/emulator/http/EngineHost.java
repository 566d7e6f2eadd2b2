package io.sioscope.emulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.net.EventLoops;
import io.sioscope.protocol.session.CloseReason;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Listens on a port and runs the Engine.IO sessions of those who come. Any thread. */
public final class EngineHost {
    private static final int MAX_HEAD = 16_384;
    private static final int IDLE_SECONDS = 60;
    /** How long peers may take to answer the close frames when the host ends. */
    private static final long GRACE_MS = 500;

    /** Between these a channel asks its writers to wait: beyond, what waits is one copy for each receiver. */
    private static final int LOW_WATER = 64 * 1024;

    private static final int HIGH_WATER = 256 * 1024;

    private final EventLoops loops;
    private final List<EngineSessions> sessions;
    private final HttpServices services;
    private final long headTimeout;
    private final @Nullable ServerTls tls;
    private final @Nullable CaptureSink pace;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile List<Channel> listening = List.of();

    /**
     * A host that does not listen yet; its threads run.
     *
     * @param threads how many event loops, from 1
     * @param mounts what is served, at least one
     * @param headTimeout how long the head of a request may take from its first byte, in nanoseconds
     * @param tls the server's certificate, or null for plain HTTP
     * @param pace the capture that decides how fast is read, or null where nothing waits for it
     */
    public EngineHost(
            int threads,
            List<EngineMount> mounts,
            long headTimeout,
            @Nullable ServerTls tls,
            @Nullable CaptureSink pace) {
        this.headTimeout = headTimeout;
        this.tls = tls;
        this.pace = pace;
        this.loops = EventLoops.start(threads, "sioscope-host");
        this.sessions = mounts.stream()
                .map(mount -> new EngineSessions(mount.options(), mount.application()))
                .toList();
        this.services = new HttpServices(sessions.stream().map(HttpService::new).toList());
    }

    /**
     * Starts to listen. If it fails, the host has ended.
     *
     * @param host an address, or {@code localhost} for both loopback addresses
     * @param port 0 for a free one
     */
    public void listen(String host, int port) throws ListenFailure {
        try {
            listening = new ListenSockets(bootstrap()).open(host, port);
        } catch (ListenFailure failure) {
            loops.close();
            throw failure;
        }
    }

    private ServerBootstrap bootstrap() {
        return new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverSocketChannel())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        // As Node: who ends its side behind a request is answered yet. A TLS connection ends as a whole.
                        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, tls == null);
                        if (pace != null) {
                            channel.pipeline().addLast(new PacedReading(pace));
                        }
                        if (tls != null) {
                            channel.pipeline().addLast(tls.handler(channel));
                        }
                        prepare(channel, services, headTimeout);
                    }
                });
    }

    /** The pipeline of an HTTP connection. */
    static void prepare(Channel channel, HttpServices services, long headTimeout) {
        HttpDecoderConfig decoding =
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_HEAD).setMaxHeaderSize(MAX_HEAD);
        channel.pipeline()
                .addLast(new IdleStateHandler(0, 0, IDLE_SECONDS))
                .addLast(new HttpServerCodec(decoding))
                .addLast(new HttpFront(services, headTimeout));
    }

    /** The addresses that are listened on, at least one. */
    public List<InetSocketAddress> addresses() {
        return ListenSockets.addresses(listening);
    }

    /** Runs timers that belong to no session. */
    public ScheduledExecutorService timers() {
        return loops.group();
    }

    /**
     * Ends the host: no new connections, every session is closed without waiting for what is queued, connections are
     * closed, threads end. Completes within a few seconds, on a thread of its own choice.
     */
    public CompletableFuture<Void> close() {
        if (closing.compareAndSet(false, true)) {
            listening.forEach(Channel::close);
            closeSessions();
            loops.next().schedule(this::closeConnections, GRACE_MS, TimeUnit.MILLISECONDS);
            connections.newCloseFuture().addListener(all -> endLoops());
        }
        return closed;
    }

    private void closeConnections() {
        closeSessions();
        connections.close().addListener(all -> endLoops());
    }

    private void closeSessions() {
        for (EngineSessions mounted : sessions) {
            mounted.table().values().forEach(link -> link.close(CloseReason.FORCED_CLOSE, true));
        }
    }

    private void endLoops() {
        loops.close();
        loops.group().terminationFuture().addListener(ended -> closed.complete(null));
    }
}
